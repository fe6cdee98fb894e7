"""The page "What changed": two days side by side, each in the address, and what made the difference."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.progress import as_known_on, histories
from metrics.progress.since import Why, default_since, eve_of_last_flip, milestone_days
from metrics.records import load

PAGE = Path(__file__).resolve().parents[2] / "metrics" / "app" / "pages" / "changes.py"
HELD = load()
EARLIEST = date(2016, 1, 1)
TODAY = date(2026, 11, 28)


def run(**parameters):
    app = AppTest.from_file(str(PAGE), default_timeout=20)
    for name, value in parameters.items():
        app.query_params[name.replace("_", "-")] = value
    app.run()
    assert [] == list(app.exception)
    return app


def text(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def test_title_counts_the_headlines_that_changed():
    html = text(run(since="2026-02-04", known_on="2026-02-05", plan="all"))
    assert "Between 4 Feb 2026 and 5 Feb 2026, one of 43 headlines changed" in html
    assert "One verdict changed" in html
    assert "target=de-2025-core-share" in html


def test_day_that_was_not_chosen_is_the_eve_of_the_last_milestone_year_and_says_so():
    html = text(run(known_on="2026-11-28"))
    assert "Between 31 Dec 2024 and 28 Nov 2026" in html
    assert "No day was chosen to compare with" in html
    assert "before the last milestone year, 2025" in html
    assert "No day was chosen" not in text(run(known_on="2026-11-28", since="2024-12-31"))


def test_nothing_that_changed_is_a_view_of_its_own():
    html = text(run(since="2026-11-20", known_on="2026-11-21"))
    assert "Nothing changed between 20 Nov 2026 and 21 Nov 2026" in html
    assert "No verdict changed" not in html
    assert "Every day on which a verdict changed" in html
    assert "Both days are the same" in text(run(since="2026-11-21", known_on="2026-11-21"))


@pytest.mark.parametrize(
    ("since", "note"),
    [
        ("2021-01-01", "is later than the known-on day. Compared with 31 Dec 2019."),
        ("2019-02-30", "is not a day like 2020-12-31. Compared with 31 Dec 2019."),
        ("1999-01-01", "before the first plan here. Compared with 1 Jan 2016."),
    ],
)
def test_day_that_cannot_be_compared_with_gets_a_note_and_another_day(since, note):
    html = text(run(since=since, known_on="2020-12-31"))
    assert 1 == html.count('role="status"')
    assert note in html


def test_before_the_first_plan_there_is_nothing_to_compare():
    html = text(run(known_on="2016-03-01"))
    assert "there was no target yet" in html or "Nothing changed" in html


def test_chosen_plan_narrows_headlines_figures_and_plans():
    every = text(run(since="2017-01-01", known_on="2026-11-28", plan="all"))
    one = text(run(since="2017-01-01", known_on="2026-11-28", plan="moe-ai-2018"))
    assert "de-2025-software" in every
    assert "de-2025-software" not in one
    assert "ai_private_investment" not in one
    assert "belong to no plan" in one
    assert "belong to no plan" not in every


def test_figure_that_flipped_a_headline_leads_to_its_source():
    html = text(run(since="2021-11-13", known_on="2021-11-14"))
    assert "A new figure made it. Shi Yong, counsellor: RMB 160.7 bn in 2020." in html.replace("\xa0", " ")
    assert "source=shiyong-2021-11-14" in html


def test_revision_says_before_after_difference_and_by_whom():
    html = text(run(since="2025-01-01", known_on="2026-11-28", plan="all")).replace("\xa0", " ")
    assert "about US$ 22.8 bn" in html
    assert "about US$ 25.9 bn" in html or "about US$ 25.89 bn" in html
    assert "+3.09" in html
    assert "1 figure was printed again unchanged." in html


def test_day_in_the_log_leads_to_what_changed_on_it():
    assert "timeline?known-on=2025-12-31&amp;part=changes&amp;since=2025-12-30" in text(
        run(known_on="2026-11-28")
    )


def test_both_days_stand_in_the_controls_and_a_choice_goes_into_the_address():
    app = run(since="2020-12-31", known_on="2025-12-31")
    assert [date(2020, 12, 31), date(2025, 12, 31)] == [one.value for one in app.date_input]
    app.date_input[0].set_value(date(2019, 6, 1)).run()
    assert "2019-06-01" == app.query_params["since"]
    assert "Between 1 Jun 2019 and 31 Dec 2025" in text(app)


def test_default_day_is_before_the_last_milestone_year_else_when_the_first_plan_came():
    def of(day, plans=()):
        return default_since(as_known_on(HELD, day), plans, day, EARLIEST)

    assert (date(2024, 12, 31), Why.MILESTONE_YEAR) == of(TODAY)
    assert (date(2019, 12, 31), Why.MILESTONE_YEAR) == of(date(2020, 12, 31))
    assert (date(2016, 5, 23), Why.FIRST_PLAN) == of(date(2018, 6, 1))
    assert (date(2017, 7, 20), Why.FIRST_PLAN) == of(date(2018, 6, 1), ("aidp-2017",))
    assert (EARLIEST, Why.EARLIEST) == of(date(2016, 5, 23))


def test_offered_days_lie_before_the_known_on_day():
    held = as_known_on(HELD, date(2021, 1, 1))
    assert [date(2018, 12, 31), date(2020, 12, 31)] == milestone_days(held, (), date(2021, 1, 1))
    past = histories(HELD, date(2021, 1, 1)).values()
    assert date(2020, 12, 30) == eve_of_last_flip(past, EARLIEST)
    assert None is eve_of_last_flip((), EARLIEST)
