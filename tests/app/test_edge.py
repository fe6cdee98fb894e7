"""The page's edge: whatever goes wrong becomes our own words, once, and never a traceback."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.app.edge import edge
from metrics.words import words_for

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copy(ROOT / "targets.yaml", tmp_path)
    shutil.copytree(ROOT / "metrics" / "data", tmp_path / "data")
    monkeypatch.setenv("MILEPOST_PLAN", str(tmp_path))
    return tmp_path


def text(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def dashboard():
    return AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=20)


def test_dashboard_shows_the_first_page_inside_its_frame(folder):
    app = dashboard().run()
    assert [] == list(app.exception)
    assert "mp-brand" in text(app)
    assert 1 == text(app).count("<h1")


def test_broken_data_are_told_once_with_file_line_and_fix(folder):
    targets = folder / "targets.yaml"
    targets.write_text(
        targets.read_text(encoding="utf-8")
        .replace('comparator: ">"\n', 'comparater: ">"\n', 1)
        .replace("value: 400", "value: '<b>400</b>'", 1),
        encoding="utf-8",
    )
    app = dashboard().run()
    assert [] == list(app.exception)
    html = text(app)
    assert 1 == html.count('role="alert"')
    assert "targets.yaml:" in html
    assert "did you mean &#39;comparator&#39;" in html
    assert "<b>400" not in html
    assert "Traceback" not in html


def test_missing_file_is_told(folder):
    (folder / "data" / "sources.yaml").unlink()
    assert "sources.yaml" in text(dashboard().run())


def test_repaired_data_are_shown_on_the_next_run(folder):
    targets = folder / "targets.yaml"
    whole = targets.read_text(encoding="utf-8")
    targets.write_text("plans: [", encoding="utf-8")
    app = dashboard().run()
    assert 'role="alert"' in text(app)
    targets.write_text(whole, encoding="utf-8")
    app.run()
    assert 'role="alert"' not in text(app)
    assert "<h1" in text(app)


def test_unforeseen_failure_is_logged_and_worded(caplog):
    def page():
        from metrics.app.edge import edge
        from metrics.words import words_for

        with edge(words_for("en")):
            raise ZeroDivisionError("a secret of the server")

    app = AppTest.from_function(page).run()
    assert [] == list(app.exception)
    assert words_for("en").say("page.failed") in text(app)
    assert "secret" not in text(app)
    assert "a secret of the server" in caplog.text


def test_streamlit_signals_pass_the_edge():
    from streamlit.runtime.scriptrunner_utils.exceptions import StopException

    with pytest.raises(StopException), edge(words_for("en")):
        raise StopException
