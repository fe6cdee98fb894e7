"""Check a plan in the browser: a zip is sent, its mistake mended, and the whole dashboard shows it to this reader alone."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from metrics.app import data
from metrics.app.draft import Draft
from metrics.exports.starter.folder import FILES
from metrics.figures.picture import NOTE, SHORT
from metrics.words import words_for
from tests.browser.chromium import Watch, axe, settle, window
from tests.browser.server import serve

SAY = words_for("en").say
MARK = "a mark that stands in no other file"
PADDING = (
    f"# {MARK}\n" + f"# {'x' * 90}\n" * 12_000
)  # more than a megabyte: what is larger is often laid down on disk


@pytest.fixture(scope="module")
def temporary(tmp_path_factory):
    """Where the server would lay down what is sent to it."""
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(scope="module")
def own_server(temporary):
    with serve(environment={"TMPDIR": str(temporary)}) as running:
        yield running


@pytest.fixture(scope="module")
def desk(own_server, browser):
    context = window(browser)
    watch = Watch(own_server.host)
    page = context.new_page()
    watch.follow(page)
    yield page
    context.close()
    assert [] == watch.problems
    assert "Traceback" not in own_server.logged()


def packed(**changed):
    files = data.files_of(FILES)
    promises = files["targets.yaml"].decode()
    for old, new in changed.items():
        promises = promises.replace(old, new, 1)
    files["targets.yaml"] = promises.encode()
    files["data/sources.yaml"] += PADDING.encode()
    return Draft(files).packed()


def laid_down(folder: Path) -> list[str]:
    """The files in a folder in which something of the plan stands."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and (MARK.encode() in path.read_bytes() or b"PK\x03\x04" == path.read_bytes()[:4])
    ]


def test_plan_is_sent_mended_seen_and_known_to_no_other(desk, own_server, browser, temporary):
    desk.goto(own_server.url + "/check")
    settle(desk)
    assert [] == axe(desk)
    desk.locator("input[type='file']").first.set_input_files(
        {"name": "plan.zip", "mimeType": "application/zip", "buffer": packed(comparator="comparater")}
    )
    desk.locator(".mp-check-state").wait_for()
    settle(desk)
    assert [] == laid_down(temporary)
    assert SAY("check.problems", n=1) in desk.locator(".mp-check-state").inner_text()
    assert [] == axe(desk)
    desk.locator("a[href='#problem-1']").click()
    desk.wait_for_function("() => document.activeElement.id === 'problem-1'")
    for width in (390, 1920, 1366):
        desk.set_viewport_size({"width": width, "height": 800})
        settle(desk)
        assert width >= desk.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth")
    desk.locator(".st-key-mp-mend-1 button").click()
    settle(desk)
    assert SAY("check.clean") in desk.locator(".mp-check-state").inner_text()
    desk.locator("a.mp-check-see").click()
    settle(desk)
    assert desk.url.endswith("/?data=own")
    assert SAY("check.own", name="Tree plan") in desk.locator(".mp-own").inner_text()
    desk.locator(".mp-present").click()
    desk.locator(".mps-slide:not([hidden])").first.wait_for()
    settle(desk)
    assert "Larkwick" in desk.locator(".mps-slide").first.inner_text() + desk.title() + desk.content()

    other = window(browser).new_page()
    other.goto(own_server.url + "/?data=own")
    settle(other)
    text = other.locator("[data-testid='stMain']").inner_text()
    assert SAY("check.gone") in text
    assert "Tree plan" not in text
    other.goto(own_server.url + "/check")
    settle(other)
    assert 0 == other.locator("textarea").count()
    other.context.close()

    desk.goto(own_server.url + "/?data=own")  # loaded anew: another session
    settle(desk)
    assert SAY("check.gone") in desk.locator("[data-testid='stMain']").inner_text()
    assert [] == laid_down(temporary)


def test_what_is_no_plan_is_told_and_nothing_of_it_taken_over(desk, own_server):
    desk.goto(own_server.url + "/check")
    settle(desk)
    desk.locator("input[type='file']").first.set_input_files(
        [
            {"name": "plan.zip", "mimeType": "application/zip", "buffer": b"\x89PNG not a zip"},
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"<script>window.pwned=1</script>"},
        ]
    )
    desk.locator("[role='alert']").wait_for()
    told = desk.locator("[role='alert']").inner_text()
    assert re.search(r"plan\.zip: this is a PNG picture, not a zip file", told)
    assert 0 == desk.locator("textarea").count()
    assert desk.evaluate("window.pwned === undefined")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (words_for("en").say("check.private"), None),
        (words_for("zh").say("check.private"), None),
        ("target?known-on=2026-10-31", SHORT + "plans.example/target?known-on=2026-10-31"),
    ],
)
def test_picture_makes_no_address_of_the_sentence_that_stands_in_its_place(desk, text, expected):
    script = files("metrics.figures").joinpath("picture.js").read_text(encoding="utf-8")
    made = desk.evaluate(
        """([script, address]) => new Function("address", "at", script + "; return milepostAddress(address, at)")(
             address, new URL("https://plans.example/target?data=own"))""",
        [script, {"before": SHORT, "text": text, "width": 900, "size": NOTE, "lines": 2}],
    )
    assert expected == made
