"""Beside a headline: since when its verdict stands, and whose figure turned it."""

from datetime import date

import pytest

from metrics.progress import histories
from metrics.progress.history import flips_by_day
from metrics.records import load
from metrics.words import words_for
from metrics.words.cautions import marked

DAY = date(2026, 11, 29)
SHIPPED = load()
TURNED = {name: one.turned for name, one in histories(SHIPPED, DAY).items()}
ENGLISH, CHINESE = words_for("en"), words_for("zh")
IN_CHINESE = CHINESE.in_own_units(SHIPPED)
TURNED_IN_CHINESE = {name: one.turned for name, one in histories(IN_CHINESE, DAY).items()}


@pytest.mark.parametrize(
    ("target", "english", "chinese"),
    [
        (
            "aidp-2020-core",
            "since 14 Nov 2021, by RMB 160.7 bn from Shi Yong, counsellor",
            "自2021年11月14日起，因石勇（国务院参事）的1606.9亿元",
        ),
        ("aidp-2025-core", "since 31 Dec 2025, when it fell due", "自2025年12月31日起，因到期"),
    ],
)
def test_the_day_and_the_figure_are_named(target, english, chinese):
    assert english == ENGLISH.turned(TURNED[target], SHIPPED)
    assert chinese == CHINESE.turned(TURNED_IN_CHINESE[target], IN_CHINESE)


def test_without_its_unit_a_figure_keeps_its_bound():
    assert "since 14 Nov 2021, by 160.7 from Shi Yong, counsellor" == ENGLISH.turned(
        TURNED["aidp-2020-core"], SHIPPED, unit=False
    )


def test_of_several_figures_the_first_is_named_and_the_rest_are_counted():
    sentence = ENGLISH.turned(TURNED["moe-2020-centres"], SHIPPED)
    assert sentence.startswith("since 30 Apr 2019, by 31 ")
    assert sentence.endswith(" and 1 more")


def test_where_nothing_was_ever_reported_nothing_turned():
    assert "" == ENGLISH.turned(TURNED["moe-2020-textbooks"], SHIPPED)
    assert "" == ENGLISH.turned_short(TURNED["moe-2020-textbooks"])


def test_every_verdict_but_no_data_says_since_when():
    silent = [name for name, step in TURNED.items() if not ENGLISH.turned_short(step)]
    assert {"no_data"} == {TURNED[name].status.headline.verdict.value for name in silent}
    assert [] == [
        name for name, step in TURNED.items() if name not in silent and not ENGLISH.turned(step, SHIPPED)
    ]


def test_the_step_that_is_told_began_the_verdict_that_stands_now():
    for name, one in histories(SHIPPED, DAY).items():
        before = [step for step in one.steps if step.day < one.turned.day]
        assert one.steps[-1].status.headline.verdict == one.turned.status.headline.verdict, name
        assert not before or before[-1].status.headline.verdict != one.turned.status.headline.verdict, name


def test_a_day_before_the_document_of_its_figure_carries_a_mark():
    early = SHIPPED.observations["caict_2020_map-chn-2020-v2021-07-10"]
    expected = "x (in an earlier copy; the document cited is of 27 Jul 2022)"
    assert expected == marked(ENGLISH, "x", early, SHIPPED)
    assert "x（见于较早的文本，所引文件发布于2022年7月27日）" == marked(CHINESE, "x", early, SHIPPED)
    (step,) = [
        one
        for one in histories(SHIPPED, DAY)["aidp-2020-core"].steps
        if any(early in publication.figures for publication in one.cause.publications)
    ]
    assert any(
        "the document cited is of 27 Jul 2022" in line.text for line in ENGLISH.causes(step.cause, SHIPPED)
    )


def test_what_turned_on_a_day_is_told_in_one_line():
    step = TURNED["aidp-2020-core"]
    assert (
        "14 Nov 2021: Core AI industry 2020 turned from inconclusive to met, "
        "by RMB 160.7 bn from Shi Yong, counsellor"
    ) == ENGLISH.flipped(step.day, [step], SHIPPED)
    step = TURNED_IN_CHINESE["aidp-2020-core"]
    assert (
        "2021年11月14日：核心产业规模2020年目标由“尚无定论”变为“已达成”，因石勇（国务院参事）的1606.9亿元"
    ) == CHINESE.flipped(step.day, [step], IN_CHINESE)


def test_of_several_verdicts_that_turned_the_first_is_told_and_the_rest_are_counted():
    for day, steps in flips_by_day(histories(SHIPPED, DAY).values()):
        sentence = ENGLISH.flipped(day, steps, SHIPPED)
        assert sentence.startswith(ENGLISH.day(day) + ": ")
        others = {1: "", 2: "; one more verdict changed"}.get(
            len(steps), f"; {len(steps) - 1} more verdicts changed"
        )
        assert sentence.endswith(others)
        assert ("more verdict" in sentence) == (len(steps) > 1)
