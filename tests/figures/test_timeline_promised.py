"""The title of the timeline speaks of every target of its plans, and its list holds the figures of each of their indicators."""

from datetime import date

import pytest

from metrics.app.data import examples
from metrics.figures.labels import Box, Edges, inside, overlap
from metrics.figures.timeline.entries import entries
from metrics.figures.timeline.lanes import EventLane
from metrics.figures.timeline.packing import Seat, label_box
from metrics.figures.timeline.promised import MET, promised
from metrics.figures.timeline.scene import FIGURES, TimelineScene
from metrics.figures.timeline.words import finding
from metrics.progress import as_known_on, assess
from metrics.progress.about import indicators_about
from metrics.records import SHIPPED, load
from metrics.words import languages, words_for

WORDS = words_for("en")
DAYS = [date(2018, 6, 30), date(2020, 12, 31), date(2023, 6, 30), date(2026, 11, 28)]
FOLDERS = [SHIPPED, *examples().values()]


def scene(folder, day, plans=None, language="en"):
    known = as_known_on(load(folder), day)
    return TimelineScene(
        known,
        words_for(language),
        "light",
        known_on=day,
        plans=tuple(known.plans) if plans is None else plans,
        categories=tuple(known.categories),
        indicator=known.glance.indicator,
        width=1302,
    )


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_every_target_that_any_reading_calls_met_counts(folder, day):
    known = load(folder)
    every = assess(as_known_on(known, day), day).statuses.values()
    met = [one.target.id for one in every if any(reading.verdict in MET for reading in one.readings)]
    found = promised(as_known_on(known, day), known.plans, day)
    assert met == [one.status.target.id for one in found.met]
    assert {one.target.id for one in every if one.headline.verdict in MET} <= set(met)
    for language in languages():
        sentence = finding(scene(folder, day, language=language))
        assert not met or str(len(every)) in sentence or len(every) == 1


def test_title_of_another_plan_counts_targets_of_all_its_indicators():
    assert finding(scene(examples()["digital-economy"], DAYS[-1])) == (
        "By 28 Nov 2026, 3 of 7 targets were met on at least one reading; the one due last, "
        "Core digital economy 2025, in Feb 2026 by official figures"
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_list_holds_the_judged_figures_of_every_indicator_that_is_promised(folder):
    shown = scene(folder, DAYS[-1])
    known = shown.records
    promised_for = {one.indicator for one in known.targets.values()}
    listed = {known.observations[one.id].indicator for one in entries(shown) if one.lane == FIGURES}
    judged = {
        one.indicator
        for one in known.observations.values()
        if one.judged and one.geography in shown.places and one.period.text.isdigit()
    }
    assert promised_for & judged <= listed
    assert listed <= set(shown.measured)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_list_is_about_the_indicators_of_which_what_changed_counts_figures(folder):
    shown = scene(folder, DAYS[-1], load(folder).glance.plans or None)
    about = indicators_about(shown.records, [one.id for one in shown.plans])
    assert {shown.indicator.id, *about} == set(shown.measured)


def test_figure_of_another_indicator_than_the_drawn_one_names_it():
    shown = scene(SHIPPED, DAYS[-1])
    others = [one for one in shown.listed if one.indicator != shown.indicator.id]
    texts = {one.id: one.text for one in entries(shown)}
    assert others
    for one in others:
        assert texts[one.id].startswith(WORDS.text(shown.records.indicators[one.indicator].short))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_no_title_of_an_event_crosses_the_line_of_the_day_where_its_other_side_has_room(folder):
    shown = scene(folder, date(2026, 11, 28))
    line = Box(shown.frame.across(shown.known_on), -1, 1, 0, 1_000)
    edges = Edges(0, shown.frame.right, -1, 1_000)
    for lane, _ in shown.lanes:
        if not isinstance(lane, EventLane):
            continue
        for pin, seat in zip(lane.pins, lane.seats, strict=True):
            other = label_box(pin, Seat(seat.row, "left" if seat.side == "right" else "right"))
            crosses = overlap(label_box(pin, seat), line, shown.frame.widths)
            assert not crosses or not inside(other, edges, shown.frame.widths)
