"""While files are broken every page shows the last good data under a note that says what is wrong."""

import re
from html import unescape

import pytest

from metrics.app import watch
from metrics.words import words_for
from tests.app.test_edge import dashboard, folder, text

__all__ = ["folder"]
NOTE = re.compile(r'<section class="mp mp-notice mp-broken".*?</section>', re.DOTALL)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(watch, "PATIENCE", 0.0)


def note(app):
    found = NOTE.search(text(app))
    return unescape(re.sub(r"<[^>]+>", "", found[0])) if found else None


def spoil(folder, old, new, name="targets.yaml", times=1):
    file = folder / name
    whole = file.read_text(encoding="utf-8")
    assert old in whole
    file.write_text(whole.replace(old, new, times), encoding="utf-8")
    return whole


def test_broken_save_keeps_the_page_and_the_next_good_one_clears_the_note(folder):
    app = dashboard().run()
    assert note(app) is None
    before = text(app)
    whole = spoil(folder, 'comparator: ">"\n', 'comparater: ">"\n', times=2)
    told = note(app.run())
    assert re.search(r"The data files have 2 problems\. Shown are the data as read at \d\d:\d\d:\d\d\.", told)
    assert re.search(r"targets\.yaml:\d+:\d+: unknown field 'comparater'", told)
    assert re.search(r"targets\.yaml:\d+:\d+: unknown field", told.split("One more problem")[1])
    assert before == text(app).replace(NOTE.search(text(app))[0] + "\n", "")
    (folder / "targets.yaml").write_text(whole, encoding="utf-8")
    assert note(app.run()) is None
    assert before == text(app)


def test_single_problem_folds_nothing_away(folder):
    app = dashboard().run()
    spoil(folder, "value: 400\n", "value: four\n")
    app.run()
    assert "The data files have a problem." in note(app)
    assert "<details" not in NOTE.search(text(app))[0]


def test_note_speaks_chinese(folder):
    app = dashboard()
    app.query_params["lang"] = "zh"
    app.run()
    spoil(folder, "value: 400\n", "value: four\n")
    told = note(app.run())
    assert re.search(r"数据文件中有1处问题。当前显示的是\d\d:\d\d:\d\d读取的数据。", told)
    assert re.search(r"targets\.yaml:\d+:\d+: value: “four”不是数字；请写数字", told)


def test_what_stands_in_the_files_is_never_markup(folder):
    app = dashboard().run()
    spoil(folder, "value: 400\n", "value: '<img src=x onerror=alert(1)>'\n")
    app.run()
    assert "<img src=x onerror=alert(1)>" in note(app)
    assert "<img src=x" not in text(app)


def test_many_problems_are_all_listed(folder):
    app = dashboard().run()
    spoil(folder, 'comparator: ">"\n', 'comparater: ">"\n', times=-1)
    told = note(app.run())
    n = int(re.search(r"have (\d+) problems", told)[1])
    assert n == len(re.findall(r"targets\.yaml:\d+", told))


@pytest.mark.parametrize("harm", ["gone", "emptied", "a folder"])
def test_file_that_cannot_be_read_keeps_the_page(folder, harm):
    app = dashboard().run()
    sources = folder / "data" / "sources.yaml"
    if harm == "gone":
        sources.unlink()
    elif harm == "emptied":
        sources.write_bytes(b"")
    else:
        sources.unlink()
        sources.mkdir()
    told = note(app.run())
    assert [] == list(app.exception)
    assert "data/sources.yaml" in told
    assert 1 == text(app).count("<h1")


def test_without_any_good_data_the_problems_stand_inside_the_frame(folder):
    spoil(folder, "value: 400\n", "value: four\n")
    app = dashboard().run()
    assert 1 == text(app).count('role="alert"')
    assert words_for("en").say("live.then") in text(app)
    assert ">Sources</a>" in text(app)


def test_frame_of_another_page_and_paper_carry_no_note(folder):
    app = dashboard()
    app.query_params["print"] = "yes"
    app.run()
    spoil(folder, "value: 400\n", "value: four\n")
    assert note(app.run()) is None
    assert 1 == text(app).count("<h1")
