"""What made a headline change, in words; and that the texts about changes are all asked for."""

import re
from datetime import date
from pathlib import Path as File

import pytest
import yaml

from metrics.progress import history
from metrics.progress.history import Cause, Publication
from metrics.records import load
from metrics.words import words_for
from metrics.words.catalogue import FOLDER, read_catalogue
from tests.progress.build import figure, records, series

METRICS = File(__file__).parents[2] / "metrics"
WORDS = words_for("en")
SHIPPED = load()

#: Sections that the code completes with a word of its own.
COMPLETED = {
    "changes.counted",
    "changes.default",
    "changes.address",
    "changes.revisions.column",
    "changes.public.promises",
}
LABELS = {"changes.since.label", "changes.known_on.label"}


@pytest.mark.parametrize("name", ["history", "changes", "days"])
def test_every_text_of_the_file_is_asked_for(name):
    tops = yaml.safe_load((FOLDER / "en" / f"{name}.yaml").read_text("utf-8"))
    code = "\n".join(
        path.read_text("utf-8") for path in METRICS.rglob("*") if path.suffix in {".py", ".html"}
    )
    asked = LABELS | set(re.findall(rf"""["']((?:{"|".join(tops)})\.[a-z_.]+)["']""", code))
    keys = [key for key in read_catalogue(FOLDER / "en").entries if key.split(".")[0] in tops]
    assert [] == [key for key in keys if key not in asked and key.rpartition(".")[0] not in COMPLETED]


def lines(cause, *rows, **more):
    return [one.text for one in WORDS.causes(cause, records(*rows, **more))]


def test_one_figure_is_named_with_its_series_and_source():
    row = figure("2025", 500, "more_than", source="minister")
    (line,) = WORDS.causes(Cause(publications=(Publication("minister", (row,)),)), records(row))
    assert ("A new figure made it. count: more than RMB 500 bn in 2025.", "minister") == line


def test_figures_are_gathered_by_series_and_counted_where_there_are_many():
    rows = [figure(str(year), 100 + year - 2015) for year in range(2015, 2020)]
    rows.append(figure("2019", 7, series="other"))
    cause = Cause(publications=(Publication("paper", tuple(rows)),))
    (line,) = lines(cause, *rows, series=[series("count"), series("other")])
    assert (
        "New figures made it. count: RMB 100 bn in 2015, RMB 101 bn in 2016, RMB 102 bn in 2017 and 2 more; "
        "other: RMB 7 bn in 2019."
    ) == line


def test_publication_beside_the_calendar_had_its_part():
    row = figure("2025", 500)
    cause = Cause(publications=(Publication("paper", (row,)),), due=True)
    assert [
        "A new figure had its part. count: RMB 500 bn in 2025.",
        "The target fell due.",
    ] == lines(cause, row)


def test_publications_of_which_each_would_do_say_so():
    row = figure("2025", 500)
    both = (Publication("a", (row,)), Publication("b", (row,)))
    assert (
        "Each of these would have made it alone." == lines(Cause(publications=both, together=True), row)[-1]
    )


def test_calendar_says_what_fell_due_and_who_fell_silent():
    old = [figure("2020", 100), figure("2020", 5, series="other")]
    counted = [series("count"), series("other")]
    assert [
        "The target fell due.",
        "count fell silent: its last figure, RMB 100 bn in 2020, left the 24 months that count.",
    ] == lines(Cause(due=True, lapsed=(old[0],)), *old, series=counted)
    assert [
        "Two series fell silent: count and other. Their last figures left the 24 months that count."
    ] == lines(Cause(lapsed=tuple(old)), *old, series=counted)
    assert ["The plan was made public."] == lines(Cause(made_public=True))


def test_every_step_of_the_shipped_data_has_its_cause_in_words():
    for one in SHIPPED.targets.values():
        for step in history(SHIPPED, one, date(2026, 11, 28)).steps:
            causes = WORDS.causes(step.cause, SHIPPED)
            assert causes, (one.id, step.day)
            assert not set("{}") & set("".join(line.text for line in causes))
