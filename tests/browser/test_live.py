"""Two open pages, a target and the slides, while somebody edits the files of a small plan: what is saved shows, what is
broken is told, and nothing is lost. All tests share a server and its pages; each begins with the whole plan."""

import os
import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import STILL_MS, Watch, settle, window
from tests.browser.desk import Desk as Presenter
from tests.browser.server import serve
from tests.records.conftest import TEXTS

PROMISED, SEEN = "targets.yaml", "data/observations/industry.csv"
TARGET = "/target?target=size-2020&known-on=2022-01-01"
PRESENT = "/present?known-on=2022-01-01"
SOON = 2.0  # s from a save to its number on the open page, on a machine with nothing else to do
PATIENT_MS = 20_000
RUNS = """
window.runs = window.runs ?? [];
new MutationObserver(() => {
  const state = document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
  if (state === 'running') window.runs.push(performance.now());
  if (document.querySelector('.mp-broken')) window.toldOfProblems = true;
}).observe(document.body, {subtree: true, childList: true, attributeFilter: ['data-test-script-state']});
"""


class Desk:
    """The folder that somebody edits, and the pages that are open meanwhile."""

    def __init__(self, folder, server, context, watch):
        self.folder, self.server, self.context, self.watch = folder, server, context, watch

    def save(self, text, name=PROMISED):
        """Save as most editors do: a new file takes the place of the old one."""
        whole = self.folder / f".{time.monotonic_ns()}"
        whole.write_text(text, encoding="utf-8")
        whole.replace(self.folder / name)

    def restore(self):
        for name, text in TEXTS.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.save(text, name)

    def open(self, address):
        page = self.context.new_page()
        self.watch.follow(page)
        page.goto(self.server.url + address)
        settle(page)
        page.evaluate(RUNS)
        return page


@pytest.fixture(scope="module")
def desk(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan")
    with serve(environment={"MILEPOST_PLAN": str(folder), "TZ": "UTC"}) as server:
        context = window(browser)
        desk = Desk(folder, server, context, Watch(server.host))
        desk.restore()
        (folder / PROMISED).write_text("plans: [", encoding="utf-8")
        yield desk
        context.close()
        assert "Traceback" not in server.logged(), server.logged()
        assert [] == desk.watch.problems


@pytest.fixture(scope="module")
def begun(desk):
    """The page of a target, opened while there was nothing to show yet; what it said then."""
    page = desk.open(TARGET)
    said = page.get_by_role("alert").inner_text(), page.get_by_role("link", name="Timeline").is_visible()
    desk.restore()
    shows(page, "150")
    return page, said


@pytest.fixture
def page(desk, begun):
    page, _ = begun
    desk.restore()
    whole_again(page)
    shows(page, "150")
    page.evaluate("window.toldOfProblems = false")
    return page


@pytest.fixture(scope="module")
def slides(desk, begun):
    return desk.open(PRESENT)


def demand(n):
    return TEXTS[PROMISED].replace("value: 150", f"value: {n}")


def shows(page, text):
    page.locator("h1", has_text=text).first.wait_for(timeout=PATIENT_MS)


def broken(page):
    note = page.locator("section.mp-broken")
    note.wait_for(timeout=PATIENT_MS)
    return note.inner_text()


def whole_again(page):
    page.locator(".mp-broken").wait_for(state="detached", timeout=PATIENT_MS)
    settle(page)


def test_page_that_had_nothing_to_show_shows_the_plan_once_it_is_mended(begun):
    page, (said, with_header) = begun
    assert "targets.yaml:1" in said
    assert with_header
    assert 0 == page.get_by_role("alert").count()


def test_every_save_shows_within_two_seconds_and_moves_nothing_else(desk, page):
    path = page.locator('.st-key-mp-controls button:has-text("path")')
    path.click()
    box = page.locator('[data-testid="stPopoverBody"]')
    box.get_by_role("link", name="Compound").click()
    page.wait_for_url("**path=compound*")
    settle(page)
    path.click()  # a choice closes its box
    box.get_by_role("link", name="Compound").wait_for()
    settle(page)
    page.locator('[data-testid="stMain"]').evaluate("e => e.scrollTo(0, 200)")
    before = page.url, page.evaluate("history.length"), page.evaluate("document.activeElement.outerHTML")
    taken = []
    for n in (151, 152, 153, 154):
        start = time.monotonic()
        desk.save(demand(n))
        shows(page, str(n))
        taken.append(time.monotonic() - start)
    settle(page)
    assert min(taken) < SOON, taken
    after = page.url, page.evaluate("history.length"), page.evaluate("document.activeElement.outerHTML")
    assert before == after
    assert 1 == box.count()
    assert 200 == page.locator('[data-testid="stMain"]').evaluate("e => e.scrollTop")
    page.keyboard.press("Escape")
    settle(page)


def test_page_without_news_is_left_in_peace(desk, page):
    runs = page.evaluate("window.runs.length")
    os.utime(desk.folder / PROMISED)
    time.sleep(2.5)
    assert runs == page.evaluate("window.runs.length")
    assert page.evaluate("performance.now() - window.milepostChanged") > 2000 > STILL_MS


def test_file_that_is_written_in_two_steps_is_never_told_to_be_broken(desk, page):
    text = demand(155)
    with (desk.folder / PROMISED).open("w", encoding="utf-8") as file:
        file.write(text[:900])
        file.flush()
        time.sleep(0.4)
        file.write(text[900:])
    shows(page, "155")
    assert not page.evaluate("window.toldOfProblems")


def test_many_files_that_change_together_are_read_together(desk, page):
    for name in TEXTS:
        text = TEXTS[name] if name == "data/sources.yaml" else TEXTS[name].replace("paper", "decree")
        text = text.replace("id: paper", "id: decree").replace("value: 150", "value: 156")
        (desk.folder / name).write_text(text, encoding="utf-8")
        time.sleep(0.02)
    shows(page, "156")
    assert not page.evaluate("window.toldOfProblems")


def test_broken_save_is_told_above_the_last_good_page_until_the_next_good_one(desk, page):
    desk.save(demand(157).replace("comparator", "comparater").replace("unit: bn", "unit: '<b>bn</b>'"))
    told = broken(page)
    assert re.search(
        r"The data files have \d+ problems\. Shown are the data as read at \d\d:\d\d:\d\d\.", told
    )
    assert re.search(r"targets\.yaml:\d+:\d+: unknown field 'comparater'", told)
    assert re.search(r"\d more problems", told)
    settle(page)
    assert "150" in page.locator("h1").inner_text()
    heard = page.locator("body > [role=status]")
    assert "targets.yaml" in heard.text_content()
    page.locator("section.mp-broken summary").click()
    assert "<b>bn</b>" in page.locator("section.mp-broken").inner_text()
    assert 0 == page.locator("section.mp-broken b").count()
    desk.save(demand(158))
    whole_again(page)
    shows(page, "158")
    assert "The data files are in order again." == heard.text_content()


def test_files_that_are_gone_and_come_back_lose_nothing(desk, page):
    (desk.folder / PROMISED).unlink()
    assert "targets.yaml" in broken(page)
    desk.save(demand(159))
    whole_again(page)
    away = desk.folder.with_name(f"{desk.folder.name}-away")
    desk.folder.rename(away)
    assert "there is no such folder" in broken(page)
    assert "159" in page.locator("h1").inner_text()
    with page.expect_download() as waiting:
        page.locator('[class*="st-key-picture-"] button[name=csv]').first.click()
    assert "Count,China,2020,160," in waiting.value.path().read_text("utf-8-sig")
    away.rename(desk.folder)
    whole_again(page)
    desk.save("\x00" + demand(160))
    broken(page)


def test_slides_follow_without_leaving_the_slide_or_the_dark(desk, page, slides):
    seen = slides.locator(".mps-slide:not([hidden])")
    slides.keyboard.press("ArrowRight")
    slides.keyboard.press("ArrowRight")
    key = seen.get_attribute("data-key")
    stage = slides.locator(".mps").evaluate_handle("e => e")
    notes = Presenter.of(slides)
    desk.save(demand(170))
    slides.locator(".mps-slide", has_text="170").first.wait_for(state="attached", timeout=PATIENT_MS)
    settle(slides)
    assert key == seen.get_attribute("data-key")
    notes.shows(key)
    assert slides.locator(".mps").evaluate("(e, was) => e === was", stage)  # it may fill the screen
    slides.keyboard.press("b")
    desk.save(demand(171))
    slides.locator(".mps-slide", has_text="171").first.wait_for(state="attached", timeout=PATIENT_MS)
    settle(slides)
    assert slides.locator(".mps-blank[data-blank=black]").is_visible()
    slides.keyboard.press("b")
    notes.page.close()
    shows(page, "171")


def test_broken_save_is_told_to_the_presenter_only(desk, page, slides):
    notes = Presenter.of(slides)
    desk.save("plans: [")
    told = notes.page.locator(".mps-desk-told")
    expect(told).to_contain_text("targets.yaml", timeout=PATIENT_MS)
    assert 0 == slides.locator(".mp-broken, .mp-notice").count()
    assert 0 == slides.get_by_text("targets.yaml").filter(visible=True).count()
    desk.restore()
    expect(told).to_have_text("", timeout=PATIENT_MS)
    notes.page.close()
