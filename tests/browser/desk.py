"""The presenter's window beside a show, opened by key, and a briefing by keys alone that two kinds of show go through.

In: a page that shows slides, of the dashboard or of an offline file. Out: what the presenter's window shows.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect


@dataclass
class Desk:
    """The presenter's window and what it complained about."""

    page: Page
    problems: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, audience: Page, key: str = "p") -> "Desk":
        """Open it from the audience's window."""
        with audience.expect_popup() as opened:
            audience.keyboard.press(key)
        desk = cls(opened.value)
        desk.page.on("pageerror", lambda error: desk.problems.append(str(error)))
        desk.page.on(
            "console", lambda said: said.type == "error" and desk.problems.append(f"{said.type}: {said.text}")
        )
        desk.page.locator(".mps-desk .mps-slide").first.wait_for()
        return desk

    def shows(self, slide: str) -> None:
        """Wait until it shows a slide, by key."""
        expect(self.page.locator("[data-put=now] .mps-slide")).to_have_attribute("data-key", slide)

    def says(self, name: str, text: str) -> None:
        """Wait until a part of it says something."""
        expect(self.page.locator(name)).to_contain_text(text)


def audience_sees(audience: Page, slide: str) -> None:
    """Wait until the audience sees a slide, by key."""
    expect(audience.locator(".mps-slide:visible")).to_have_attribute("data-key", slide)


def rehearse(audience: Page) -> None:
    """A briefing with nothing but keys, in either window; the presenter's window is closed and opened on the way."""
    audience.locator(".mps-slide:visible").wait_for()
    keys = audience.locator(".mps-slide:not([data-detail=without])").evaluate_all(
        "all => all.map(one => one.dataset.key)"
    )
    desk = Desk.of(audience)
    mine, theirs = desk.page.keyboard, audience.keyboard
    desk.shows(keys[0])
    expect(desk.page.locator("[data-put=next] .mps-slide")).to_have_attribute("data-key", keys[1])
    for number, (pressed, place) in enumerate(
        [
            ("ArrowRight", 1),
            ("PageDown", 2),
            ("ArrowLeft", 1),
            ("End", -1),
            ("Home", 0),
            ("3", 0),
            ("Enter", 2),
        ]
    ):
        (mine if number % 2 else theirs).press(pressed)
        audience_sees(audience, keys[place])
        desk.shows(keys[place])
    title = audience.locator(".mps-slide:visible h2").inner_text()
    mine.press("c")
    expect(desk.page.locator("[name=c]")).to_have_attribute("aria-pressed", "true")
    for key, colour in (("b", "black"), ("w", "white")):
        mine.press(key)
        expect(audience.locator(f".mps-blank[data-blank={colour}]")).to_be_visible()
        desk.says(".mps-desk-covered", f"The audience sees a {colour} screen.")
    mine.press("Escape")
    expect(audience.locator(".mps-blank")).to_be_hidden()
    mine.press("t")
    expect(audience.locator("dialog[open]")).to_have_attribute("data-box", "table")
    desk.says(".mps-desk-covered", "The audience sees the slide’s data.")
    mine.press("Escape")
    expect(audience.locator("dialog[open]")).to_have_count(0)
    expect(desk.page.locator("select option:checked")).to_contain_text(title)
    mine.press("s")
    mine.press("Home")
    audience_sees(audience, keys[0])
    desk.page.close()
    theirs.press("ArrowRight")
    audience_sees(audience, keys[1])
    again = Desk.of(audience)
    again.shows(keys[1])
    expect(again.page.locator("[name=c]")).to_have_attribute("aria-pressed", "true")
    again.page.keyboard.press("End")
    audience_sees(audience, keys[-1])
    expect(again.page.locator(".mps-desk-end")).to_be_visible()
    again.page.close()
    theirs.press("PageUp")
    audience_sees(audience, keys[-2])
    assert [] == desk.problems + again.problems
