"""The verdict history: the list holds every step with its day, its cause and its source; the band is a picture of it."""

from datetime import date
from itertools import pairwise

import pytest

from metrics.figures.blocks import history_strip
from metrics.figures.blocks.history_strip import LATEST, NEVER, WIDTHS, _labels, _reach
from metrics.progress import histories, history
from metrics.words import words_for

TODAY = date(2026, 11, 28)


@pytest.fixture
def strip(records, words, link):
    def made(name="aidp-2025-core", day=TODAY):
        return history_strip(history(records, records.targets[name], day), records, words, "light", link)

    return made


def test_title_counts_the_changes_of_the_verdict(strip, tree):
    assert (
        "The verdict changed three times since the plan was made public"
        == tree(strip("aidp-2020-core")).one("h2").text
    )
    assert (
        "The verdict has stood since the plan was made public"
        == tree(strip("aidp-2025-core", date(2017, 12, 31))).one("h2").text
    )


def test_every_step_is_an_item_whose_day_sets_the_known_on_day(strip, tree, records):
    past = history(records, records.targets["aidp-2025-core"], TODAY)
    page = tree(strip())
    steps = page.all("div", cls="mp-step")
    days = [one.one("p", cls="mp-step-day").one("a").attrs["href"] for one in steps]
    assert [f"known_on={step.day}" for step in past.steps] == [
        next(part for part in href.replace("?", "&").split("&") if part.startswith("known_on"))
        for href in days
    ]
    assert all("target=aidp-2025-core" in href for href in days)


def test_step_names_its_publication_with_a_link_to_the_source(strip, tree):
    last = tree(strip("aidp-2020-core")).all("div", cls="mp-step")[-1]
    why = last.one("div", cls="mp-step-why")
    assert "Shi Yong, counsellor: RMB 160.7 bn in 2020." in why.text.replace("\xa0", " ")
    assert "source=shiyong-2021-11-14" in why.one("a").attrs["href"]
    assert "Met on 2 of 3" in last.one("p", cls="mp-step-said").text


def test_band_is_decoration_and_covers_the_whole_time(strip, tree):
    band = tree(strip()).one("div", cls="mp-band")
    assert "true" == band.attrs["aria-hidden"]
    spans = [one.style for one in band.all("span", cls="mp-band-span")]
    starts, ends = ([float(one[name].rstrip("%")) for one in spans] for name in ("--a", "--b"))
    assert 0 == starts[0]
    assert starts[1:] == ends[:-1]
    assert 100 == ends[-1]


def test_steps_of_counts_alone_are_folded_under_their_verdict(strip, tree, records):
    past = history(records, records.targets["aidp-2025-core"], TODAY)
    lists = tree(strip()).all("ol", cls="mp-steps")
    verdicts = [one for some in lists for one in some.children if getattr(one, "tag", "") == "li"]
    assert len(past.flips) + 1 == len(verdicts)
    folded = sum(len(fold.all("li")) for one in verdicts for fold in one.all("details"))
    assert len(past.steps) - len(past.flips) - 1 == folded


def test_of_many_verdicts_the_earlier_ones_are_folded(strip, tree, records):
    flips = len(history(records, records.targets["aidp-2030-core"], TODAY).flips)
    page = tree(strip("aidp-2030-core"))
    earlier, latest = page.all("ol", cls="mp-steps")
    assert f"{flips + 1 - LATEST} earlier verdicts" == page.all("summary")[0].text
    assert LATEST == sum(getattr(one, "tag", "") == "li" for one in latest.children)
    assert flips + 1 - LATEST == sum(getattr(one, "tag", "") == "li" for one in earlier.children)


@pytest.mark.parametrize("name", ["aidp-2020-core", "aidp-2025-core", "aidp-2030-core", "most-2023-zones"])
@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2021, 1, 15), date(2024, 2, 1), TODAY])
def test_labels_of_the_axis_never_touch_on_any_width(records, words, name, day):
    past = history(records, records.targets[name], day)
    first, days = past.steps[0].day, (day - past.steps[0].day).days
    labels = _labels(past, records, words, lambda one: 100 * (one - first).days / days)
    for width in (*WIDTHS, 360, 555, 1855):
        shown = sorted(
            _reach(one, width) for one in labels if one.fits_from != NEVER and one.fits_from <= width
        )
        assert all(right < left for (_, right), (left, _) in pairwise(shown))
        assert all(start >= -1 and end <= width + 1 for start, end in shown)


def test_due_date_stands_on_the_axis_once_it_is_past(records, words):
    past = history(records, records.targets["aidp-2025-core"], TODAY)
    days = (TODAY - past.steps[0].day).days
    labels = _labels(past, records, words, lambda one: 100 * (one - past.steps[0].day).days / days)
    (due,) = [one for one in labels if one.kind == "due"]
    assert "due 31 Dec 2025" == due.text
    assert due.fits_from in WIDTHS


def test_nothing_later_than_the_last_day_is_told(strip):
    html = strip("aidp-2025-core", date(2020, 12, 31))
    assert "2021" not in html
    assert "caict" not in html.lower()


def test_first_day_of_a_plan_has_a_band_of_one_verdict(strip, tree):
    page = tree(strip("aidp-2025-core", date(2017, 7, 20)))
    (span,) = page.all("span", cls="mp-band-span")
    assert {"--a": "0.0%", "--b": "100.0%"} == span.style


@pytest.mark.parametrize("language", ["en", "zh"])
def test_verdict_of_the_known_on_day_has_its_label_on_every_band(records, language):
    spoken = words_for(language)
    for past in histories(records, TODAY).values():
        if past.last == past.steps[0].day:
            continue
        labels = _labels(past, records, spoken, lambda one, p=past: _share(one, p))
        (known,) = [one for one in labels if one.kind == "known"]
        assert spoken.verdict_inside(past.steps[-1].status.headline.verdict) in known.text
        assert WIDTHS[0] == known.fits_from


def _share(day, past):
    first = past.steps[0].day
    return 100 * (day - first).days / max((past.last - first).days, 1)
