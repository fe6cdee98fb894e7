"""The days that the known-on control offers: labelled groups, and nothing that became known later."""

from datetime import date

import pytest

from metrics.app.address import Address, view_of
from metrics.app.day_picks import MOST_FLIPS, day_groups
from metrics.app.markdown import plain_label
from metrics.progress import histories
from metrics.progress.history import flips_by_day
from metrics.records import load
from metrics.words import words_for

HELD = load()
TODAY = date(2026, 11, 28)
WORDS = words_for("en")


def groups(**parameters):
    view = view_of(Address(parameters, WORDS), HELD, TODAY)
    past = histories(HELD, view.known_on).values()
    found = day_groups(HELD, past, view, WORDS, date.isoformat)
    return dict(zip(("due", "articles", "flips"), found, strict=False))


def offered(group):
    """The days that a group leads to."""
    return [date.fromisoformat(one.href) for one in group.options if one.href[0] == "2"]


def test_due_dates_and_today_are_offered_on_every_day():
    for day in ("2016-06-01", "2020-12-31"):
        due = groups(**{"known-on": day})["due"]
        assert [date(2020, 12, 31), date(2025, 12, 31), TODAY] == offered(due)
        assert "Today" == due.options[-1].text
        assert (day == "2020-12-31") == due.options[0].here


def test_chosen_plan_offers_its_own_due_dates():
    assert [date(2023, 12, 31), TODAY] == offered(groups(plan="most-pilot-zones-2019")["due"])


def test_five_articles_are_offered_with_their_publishers_by_day():
    articles = groups()["articles"]
    assert ["26 Mar 2018: MIT Technology Review", "12 Jan 2021: Chatham House"] == [
        articles.options[0].text,
        articles.options[-1].text,
    ]
    assert 5 == len(articles.options)
    assert sorted(offered(articles)) == offered(articles)


@pytest.mark.parametrize("day", ["2018-12-31", "2019-12-30", "2021-11-13"])
def test_article_or_flip_of_a_later_day_is_not_offered(day):
    found = groups(**{"known-on": day})
    assert max(offered(found["articles"]) + offered(found["flips"])) <= date.fromisoformat(day)


def test_newest_flips_are_offered_with_what_flipped_and_a_way_to_all():
    found = groups()["flips"]
    assert [
        "31 Dec 2025: 2 verdicts",
        "16 Oct 2023: Core AI industry 2030, inconclusive",
    ] == [one.text for one in found.options[:2]]
    every = groups(plan="all")["flips"]
    assert MOST_FLIPS == len(offered(every))
    days = flips_by_day(histories(HELD, TODAY).values())
    assert f"All {len(days)} days" in every.options[-1].text
    assert "timeline?plan=all&part=changes" == every.options[-1].href
    assert f"31 Dec 2025: {len(dict(days)[date(2025, 12, 31)])} verdicts" in [
        one.text for one in every.options
    ]


def test_label_of_the_data_is_never_markdown():
    assert r"\[x\]\(http\://a\) \*\*b\*\* \:red\[c\] \$d\$ \<i\>" == plain_label(
        "[x](http://a) **b** :red[c] $d$ <i>"
    )
