"""What decides how a figure may be used stands with it, wherever it is shown: two counts that overlap are never added."""

import re
from datetime import date

import pytest

from metrics.exports import files
from metrics.exports.extract import extract
from metrics.exports.powerpoint.file import powerpoint
from metrics.figures.blocks import bullet_rows, readings_table
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.slides.deck import deck
from metrics.figures.slides.lanes import target_lanes
from metrics.figures.slides.stage import stage
from metrics.figures.slides.subject import subject
from metrics.figures.slides.trend import spread_trend, target_trend
from metrics.figures.target.chart import target_chart
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.exports.powerpoint.opened import presentation

DAY = date(2026, 11, 28)
TARGET, COLLEGES, INSTITUTES = "moe-2020-centres", "rc_moe_colleges", "rc_moe_institutes"
SAID = {
    "en": {
        COLLEGES: "Counts partly the same things as MOE, institutes: not to be added.",
        INSTITUTES: "Counts partly the same things as MOE, colleges: not to be added.",
        "both": "MOE, colleges and MOE, institutes count partly the same things: not to be added.",
    },
    "zh": {
        COLLEGES: "与教育部（研究院）的统计对象有重叠，不得相加。",
        INSTITUTES: "与教育部（学院）的统计对象有重叠，不得相加。",
        "both": "教育部（学院）和教育部（研究院）的统计对象有重叠，不得相加。",
    },
}
HELD = load()


@pytest.fixture(params=SAID)
def told(request):
    words = words_for(request.param)
    known = as_known_on(words.in_own_units(HELD), DAY)
    return words, known, assess(known, DAY), SAID[request.param]


def test_two_counts_that_overlap_say_so_in_every_table_list_and_box(told):
    words, known, progress, said = told
    status = progress.statuses[TARGET]
    shown = {
        "bullets": bullet_rows([status], known, words, "light", lambda page, **_: page),
        "readings": readings_table(status, known, words, "light", lambda page, **_: page),
        "boxes": _boxes(target_chart(status, known, words, "light")),
        "sentences": " ".join(words.reading(one, status, known) for one in status.readings),
        "readings.csv": files.content(extract(known, progress, words), "csv", "readings").decode(),
    }
    missing = [
        (name, one) for name, text in shown.items() for one in (COLLEGES, INSTITUTES) if said[one] not in text
    ]
    assert [] == missing


def _boxes(chart):
    """What is read when one points at the marks, on one line."""
    texts = (text for trace in chart.figure.data for text in (trace.hovertext or ()))
    return re.sub(r"<br>(?=[\u4e00-\u9fff])", "", " ".join(texts)).replace("<br>", " ")


def test_a_chart_or_slide_that_shows_both_says_so_once(told):
    words, known, progress, said = told
    status, indicator = progress.statuses[TARGET], known.indicators["ai_research_centres"]
    ids = (COLLEGES, INSTITUTES)
    asked = {"places": ("CHN",), "known_on": DAY}
    chart, alone = (
        draw(IndicatorScene(indicator, known, words, "light", series_ids=some, **asked))
        for some in (ids, ids[:1])
    )
    assert said["both"] in target_chart(status, known, words, "light").subtitle
    assert said["both"] in chart.subtitle
    assert said["both"] not in alone.subtitle
    shown = (
        target_lanes(status, known, words),
        target_trend(status, known, words),
        spread_trend(indicator, "CHN", status.target.unit, known, words),
    )
    assert [said["both"]] * 3 == [one.caution for one in shown]


def test_slides_that_show_both_say_so_below_what_they_show_and_once_in_their_notes(told):
    """Only the notes said it, and colleges and institutes stood side by side on the slide."""
    words, known, progress, said = told
    both = deck(subject(known, progress, words, lambda page, **_: page, targets=(TARGET,)))
    shown = [page for page in both.slides if page.id == TARGET]
    assert [TARGET, f"{TARGET}.years"] == [page.key for page in shown]
    assert [said["both"]] * 2 == [page.body.caution for page in shown]
    assert [1, 1] == [page.notes.caveats.count(said["both"]) for page in shown]
    screen = stage(both, words, "light", notes=False)
    assert 2 == screen.count(f'<p class="mps-needed">{said["both"]}</p>')
    file = presentation(powerpoint(both, words))
    texts = [[one.text_frame.text for one in s.shapes if one.has_text_frame] for s in file.slides]
    assert 2 == sum(said["both"] in some for some in texts)
    notes = {lane.note for lane in (*shown[0].body.counted, *shown[0].body.listed)}
    lanes_at = [page.key for page in both.slides].index(TARGET)
    drawn = "\n".join(text.text or "" for text in file.slides[lanes_at].element.iter("{*}t"))
    assert [] == [note for note in notes if note not in drawn]


def test_slide_with_one_of_two_overlapping_counts_says_nothing(told):
    words, known, progress, said = told
    whole = deck(subject(known, progress, words, lambda page, **_: page))
    others = [page for page in whole.slides if page.id != TARGET]
    assert others
    assert [] == [page.key for page in others if said["both"] in getattr(page.body, "caution", "")]


def test_no_overlap_is_told_before_the_other_count_was_published():
    assert [INSTITUTES] == [one.id for one in HELD.overlapping(COLLEGES)]
    assert () == as_known_on(HELD, date(2018, 1, 1)).overlapping(COLLEGES)
