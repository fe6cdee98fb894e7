"""The stage as HTML: what stands on every slide, where the marks stand, and that no text becomes markup."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

import pytest

from metrics.figures.palette import DARK, LIGHT
from metrics.figures.slides.stage import presenter_script, stage, stage_style
from metrics.words import words_for
from tests.figures.blocks.conftest import read
from tests.figures.golden_file import expected_text
from tests.figures.slides.made import DECK

WORDS = words_for("en")
HOSTILE = "</template><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 }} &amp;"


def drawn(deck=DECK, **options):
    return read(stage(deck, WORDS, "light", **options))


def slides(deck=DECK, **options):
    return {one.attrs["data-key"]: one for one in drawn(deck, **options).all("section", role="group")}


def poisoned(value):
    """The same records with every free text replaced."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return HOSTILE if " " in value or value == "MIIT" else value
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    if is_dataclass(value):
        return replace(value, **{one.name: poisoned(getattr(value, one.name)) for one in fields(value)})
    return value


def test_every_slide_of_the_deck_is_there_in_its_order_and_only_the_first_is_seen():
    found = slides()
    assert [one.key for one in DECK.slides] == list(found)
    assert ["title"] == [key for key, one in found.items() if "hidden" not in one.attrs]


@pytest.mark.parametrize("slide", DECK.slides, ids=lambda slide: slide.key)
def test_slide_carries_sources_rule_known_on_and_address(slide):
    foot = re.sub(r" (?=[?&])", "", slides()[slide.key].one("footer").text)
    for text in (slide.sources, slide.rule, DECK.known, slide.address, DECK.product):
        assert text in foot


@pytest.mark.parametrize("slide", DECK.slides, ids=lambda slide: slide.key)
def test_slide_is_named_by_its_title(slide):
    section = slides()[slide.key]
    assert slide.title == section.attrs["aria-label"] == section.one("h2").text
    assert "slide" == section.attrs["aria-roledescription"]


def test_lanes_slide_is_drawn_as_before():
    html = re.search(
        r'<section[^>]*data-key="aidp-2020-core".*?</section>', stage(DECK, WORDS, "light"), re.DOTALL
    )
    assert expected_text("slide_lanes.html", html[0] + "\n") == html[0] + "\n"


def test_a_mark_stands_in_proportion_to_its_value_and_the_target_at_its_own():
    lane = slides()["aidp-2025-core"].all("div", cls="mps-lane")[2]
    assert "50.0%" == lane.one("i", cls="mps-mark").style["--x"]
    assert "28.571%" == lane.one("i", cls="mps-tick").style["--x"]


@pytest.mark.parametrize(
    ("key", "row", "classes"),
    [
        ("aidp-2025-core", 0, "mps-mark mps-gov"),
        ("aidp-2025-core", 3, "mps-mark mps-gov mps-about"),
        ("aidp-2025-core", 5, "mps-mark mps-other mps-square"),
        ("aidp-2020-core", 1, "mps-mark mps-gov mps-provisional"),
        ("aidp-2020-core", 3, "mps-mark mps-gov mps-hollow"),
        ("aidp-2020-core", 4, "mps-mark mps-other mps-square mps-hollow"),
    ],
)
def test_mark_says_who_counts_and_how_sure(key, row, classes):
    assert classes == slides()[key].all("div", cls="mps-lane")[row].one("i", cls="mps-mark").attrs["class"]


def test_more_than_fades_to_the_right_and_less_than_to_the_left():
    rows = slides()["aidp-2020-core.2"].all("div", cls="mps-lane")
    assert {"--a": "0.0%", "--b": "88.409%"} == {
        name: rows[1].one("i", cls="mps-fade-left").style[name] for name in ("--a", "--b")
    }
    above = slides()["aidp-2025-core"].all("div", cls="mps-lane")[2].one("i", cls="mps-fade-right")
    assert ("50.0%", "100.0%") == (above.style["--a"], above.style["--b"])


def test_range_of_one_source_has_two_ends_and_no_mark():
    lane = slides()["aidp-2020-core.2"].all("div", cls="mps-lane")[0]
    assert ([], 1) == (lane.all("i", cls="mps-mark"), len(lane.all("i", cls="mps-range")))


def test_two_sided_target_has_two_posts_and_ground_on_both_sides():
    lane = slides()["aidp-2020-core.2"].all("div", cls="mps-lane")[0]
    assert ["45.455%", "81.818%"] == [one.style["--x"] for one in lane.all("i", cls="mps-tick")]
    assert ["45.455%", "100.0%"] == [one.style["--b"] for one in lane.all("i", cls="mps-short")]


def test_key_explains_only_the_marks_that_occur():
    assert ["state and its institutes", "independent", "“more than”: open-ended", "about"] == [
        one.text for one in slides()["aidp-2025-core"].one("ul", cls="mps-key").all("li")
    ]


def test_sign_stands_beside_its_word_and_takes_its_colour():
    status = slides()["aidp-2025-core"].all("div", cls="mps-lane")[5].one("span", cls="mps-status")
    assert ("Due, not verified", "mps-status mps-open") == (status.text, status.attrs["class"])
    assert not re.findall(r'(?:fill|stroke)="#', stage(DECK, WORDS, "light"))


def test_data_of_a_slide_are_a_real_table_where_there_are_any():
    found = slides()
    table = found["aidp-2025-core"].one("template", **{"data-part": "table"}).one("table")
    assert ["Series", "Value", "Published"] == [one.text for one in table.all("th", scope="col")]
    assert [] == found["how"].all("template", **{"data-part": "table"})


def test_notes_say_what_to_say_what_is_asked_and_what_to_mind_and_can_be_left_out():
    notes = slides()["title"].one("template", **{"data-part": "notes"}).text
    assert "Five of six readings lie past the target." in notes
    assert "Why is there no one figure? Each reporter counts something else." in notes
    assert "“More than” has no upper end." in notes
    bare = stage(DECK, WORDS, "light", notes=False)
    assert "no upper end" not in bare
    assert 'data-part="notes"' not in bare


def test_hostile_text_stays_text():
    html = stage(poisoned(DECK), WORDS, "light")
    assert "&lt;script&gt;" in html
    assert [] == re.findall(r"<(?:script|img)\b|</template><(?!/|template|section|div)", html)
    shown = slides(poisoned(DECK))["aidp-2025-core"]
    assert HOSTILE == shown.attrs["aria-label"]


def test_every_choice_names_a_slide_once():
    choices = drawn().one("ol", cls="mps-list").all("li")
    assert list(dict.fromkeys(slide.id for slide in DECK.slides)) == [one.attrs["data-id"] for one in choices]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_mode_is_one_attribute_of_the_stage(mode):
    light = stage(DECK, WORDS, "light")
    assert light.replace('data-mode="light"', f'data-mode="{mode}"') == stage(DECK, WORDS, mode)


def test_slides_stand_in_the_order_of_the_deck_with_detail_and_of_that_without():
    first, second, *rest = DECK.slides
    bare = replace(
        DECK, slides=(replace(first, alt="brief"), second, *(replace(one, alt="brief") for one in rest))
    )
    all_of_it = drawn(DECK, without=bare).all("section", role="group")
    order = [(one.attrs["data-key"], one.attrs["data-detail"]) for one in all_of_it]
    assert [one.key for one in DECK.slides] == [key for key, detail in order if detail != "without"]
    assert [one.key for one in bare.slides] == [key for key, detail in order if detail != "with"]
    assert ("both", 1) == (dict(order)[second.key], sum(detail == "both" for _, detail in order))


def test_deck_without_a_slide_is_an_empty_stage():
    assert {} == slides(replace(DECK, slides=()))


def test_sheet_holds_both_palettes_and_no_other_colour():
    sheet = stage_style()
    assert LIGHT.css() in sheet
    assert DARK.css() in sheet
    rest = sheet.replace(LIGHT.css(), "").replace(DARK.css(), "")
    assert [] == re.findall(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|\bhsla?\(|url\(|@import|https?:", rest)


def test_sheet_sets_every_custom_property_that_it_uses():
    sheet = stage_style()
    given = set(re.findall(r"(--[\w-]+)\s*:", sheet))
    fitted = set(re.findall(r"var\((--[\w-]+),", sheet))  # set by the script, with a value to begin with
    assert {"--x", "--a", "--b"} >= set(re.findall(r"var\((--[\w-]+)", sheet)) - given - fitted


def test_script_stands_alone():
    script = presenter_script()
    assert "export function mount" in script
    assert [] == re.findall(r"^import|\bfetch\(|https?:|</script", script, re.MULTILINE)


def test_every_text_of_the_stage_is_asked_for():
    room = Path(__file__).parents[3] / "metrics"
    code = "\n".join(one.read_text("utf-8") for kind in ("*.py", "*.html") for one in room.rglob(kind))
    held = [key for key in WORDS.catalogue.entries if key.startswith("present.")]
    completed = "present.shape_"
    quoted = [key for key in held if not key.startswith(completed)]
    assert [] == [key for key in quoted if f'"{key}"' not in code and f"'{key}'" not in code]
    assert {f"{completed}{one}" for one in ("auto", "16_9", "4_3")} == set(held) - set(quoted)
