"""What one series said of one period, edition after edition."""

from metrics.progress.vintages import change, revisions
from metrics.records import load
from tests.progress.build import figure

HELD = load()


def test_a_period_told_once_has_no_trail():
    assert () == revisions([figure("2020", 10), figure("2021", 20)])


def test_a_trail_begins_with_the_first_publication():
    late, early = figure("2020", 12, published="2022"), figure("2020", 10, published="2021")
    (revision,) = revisions([late, early])
    assert ((early, late), late) == (revision.vintages, revision.shown)
    assert ((early, late),) == revision.revisions


def test_a_derived_value_never_takes_the_place_of_a_judged_one():
    told = figure("2020", 10, published="2021")
    (revision,) = revisions([told, figure("2020", 12, published="2022", kind="derived")])
    assert told is revision.shown


def test_a_revision_is_told_as_a_share():
    assert 0.5 == change(figure("2020", 10), figure("2020", 15))


def test_an_open_end_against_a_closed_figure_has_no_share():
    assert change(figure("2020", 400, "more_than"), figure("2020", 430)) is None
    assert change(figure("2020", 0), figure("2020", 430)) is None


def test_shipped_past_moves():
    rows = [o for o in HELD.observations_of("quid_nominal") if o.geography == "CHN"]
    (revision,) = [one for one in revisions(rows) if one.shown.period.text == "2021"]
    assert [17.21, 22.8, 25.891] == [one.value for one in revision.vintages]
    assert 17.21 == revision.shown.value
