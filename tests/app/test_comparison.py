"""Two plans compared on the page of an indicator: the line, the choice, the chart, the table, known on."""

import re
from datetime import date
from html import unescape

import pytest

from metrics.figures.indicator.comparison import comparison_chart
from metrics.figures.palette import LIGHT
from metrics.figures.picture import SIZES
from metrics.progress import as_known_on, assess
from metrics.progress.comparison import compared, planned
from metrics.records import load
from metrics.words import languages, words_for
from tests.app.test_pages import run, text
from tests.figures.written import texts
from tests.later import DAYS
from tests.plots import plots

HELD = load()
TODAY = date(2026, 11, 28)
SHARE = {"indicator": "digital_core_share_gdp", "known_on": TODAY.isoformat()}
BOTH = {"compare": "digital-economy-14fyp,fyp15-2026"}


def pairs(day):
    """Every pair of plans with a target for one indicator on a day."""
    known = as_known_on(HELD, day)
    progress = assess(known, day)
    for indicator, plans in planned(progress.statuses.values()).items():
        for n, one in enumerate(plans):
            for other in plans[n + 1 :]:
                yield known, progress, indicator, (one, other)


def said(chart):
    written = [text for trace in chart["data"] for text in trace.get("text", ())]
    return " ".join(re.sub("<[^>]*>", "", text) for text in written)


def test_shipped_plans_share_three_indicators():
    found = {indicator: pair for _, _, indicator, pair in pairs(TODAY)}
    assert {
        "core_ai_industry_size": ("aidp-2017", "internet-plus-ai-2016"),
        "related_industry_size": ("aidp-2017", "fyp15-2026"),
        "digital_core_share_gdp": ("digital-economy-14fyp", "fyp15-2026"),
    } == found


def test_page_names_the_plans_and_leads_to_their_comparison():
    app = run("indicators", **SHARE)
    html = unescape(text(app))
    assert "Plans with a target for this: Digital economy plan and 15th Five-Year Plan." in html
    assert "compare=digital-economy-14fyp%2Cfyp15-2026" in html
    assert len(plots(app)) == 1


def test_comparison_has_its_finding_its_table_and_both_plans_in_the_chart():
    app = run("indicators", **SHARE, **BOTH)
    html = unescape(text(app)).replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "15th Five-Year Plan asks for 2.5 percentage points more than Digital economy plan, due five years later"
        in html
    )
    assert "Linear: +0.44 percentage points a year" in html
    assert "Linear: +0.4 percentage points a year" in html
    assert "A 2025: 10" in said(plots(app)[0])
    assert "B 2030: 12.5" in said(plots(app)[0])


def test_order_in_the_address_is_the_order_on_the_page():
    app = run("indicators", **SHARE, compare="fyp15-2026,digital-economy-14fyp")
    assert "A 2030: 12.5" in said(plots(app)[0])
    assert "Digital economy plan asks for 2.5 percentage points less" in text(app).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_plan_chosen_on_both_sides_changes_places():
    app = run("indicators", **SHARE, **BOTH)
    app.selectbox(key="mp-compare-first").set_value("fyp15-2026").run()
    assert "fyp15-2026,digital-economy-14fyp" == app.query_params["compare"]


def test_bad_plan_gets_a_note_and_another_takes_its_place():
    app = run("indicators", **SHARE, compare="fyp15-2026,<b>")
    assert "compare = “&lt;b&gt;”" in text(app)
    assert "A 2030: 12.5" in said(plots(app)[0])


def test_plan_published_later_is_not_compared():
    app = run("indicators", **{**SHARE, "known_on": "2024-12-31"}, **BOTH)
    assert [] == list(app.exception)
    assert "15th Five-Year Plan" not in text(app)
    assert "Close the comparison" not in text(app)


def test_target_leads_to_the_other_plans_of_its_indicator():
    html = unescape(text(run("target", target="fyp15-2030-related", known_on=TODAY.isoformat())))
    assert 'compare=fyp15-2026%2Caidp-2017">AI development plan' in html
    alone = text(run("target", target="moe-2020-centres", known_on=TODAY.isoformat()))
    assert "also targeted by" not in alone


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("day", [*DAYS, TODAY])
def test_every_pair_is_drawn_and_told_in_every_size_on_every_day(language, day):
    words = words_for(language)
    for known, progress, indicator, plans in pairs(day):
        held = words.in_own_units(known)
        found = compared(assess(held, day, progress.path), held, indicator, plans)
        for size in SIZES.values():
            chart = comparison_chart(found, held, words, "light", size.width, size.height, known_on=day)
            letters = [text[:1] for text in texts(chart.plot)]
            drawn = [one for one in chart.plot.strokes if one.role == "target"]
            assert len(drawn) == len(chart.table.rows)
            assert {"A", "B"} <= set(letters)
        assert chart.title in chart.alt


def test_equal_targets_stand_side_by_side_and_are_told_apart_without_colour():
    known, progress, indicator, plans = next(one for one in pairs(TODAY) if one[2] == "related_industry_size")
    found = compared(progress, known, indicator, plans)
    chart = comparison_chart(found, known, words_for("en"), "light", known_on=TODAY)
    bars = [one for one in chart.plot.strokes if one.role in ("target", "hollow") and one.x.year == 2030]
    filled, edge, inside = bars
    assert filled.right + filled.stop < edge.right + edge.start
    assert (filled.colour, filled.colour, LIGHT.paper) == (edge.colour, filled.colour, inside.colour)
    assert edge.start < inside.start < inside.stop < edge.stop
