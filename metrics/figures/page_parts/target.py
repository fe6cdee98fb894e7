"""The parts of the page of one target."""

from collections.abc import Iterator

from metrics.figures.blocks import (
    claim_section,
    columns,
    edition_ledger,
    history_strip,
    needed_list,
    pace_table,
    quality_list,
    readings_table,
    target_basis,
    target_head,
    what_would_change,
)
from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH
from metrics.figures.page_parts.page import ChartPart, PageData, PagePart, Part
from metrics.figures.palette import Mode
from metrics.figures.target.chart import target_chart
from metrics.progress import alternatives
from metrics.progress.result import Status


def target_parts(page: PageData, status: Status, *, also: str = "", leads: bool = True) -> Iterator[Part]:
    """What was promised, where it stands by which rule, every reading behind it, and what is claimed of it.

    Args:
        page: what is known.
        status: of the target.
        also: HTML that stands above its readings: ways to the same indicator elsewhere.
        leads: whether the days of its history can be gone to.
    """
    known, words, link, colours = page.known, page.words, page.link, page.mode
    target = status.target
    past = page.histories.get(target.id)

    def head() -> str:
        siblings = [
            one
            for one in page.progress.statuses.values()
            if (one.target.plan, one.target.indicator) == (target.plan, target.indicator)
        ]
        step = past.turned if past else None
        return target_head(status, known, words, colours, link, siblings=siblings, step=step)

    def evidence() -> str:
        found = alternatives(known, status, page.progress.path, past=past)
        return "".join(
            (
                target_basis(status, known, words, link),
                edition_ledger(status, known, words, colours, link),
                also,
                readings_table(status, known, words, colours, link),
                needed_list(status, known, words, link, path=page.progress.path),
                pace_table(status, known, words, colours, link) or "",
                columns(
                    what_would_change(status, known, words, colours, link, found=found),
                    quality_list(status, known, words),
                    "argument",
                ),
                history_strip(past, known, words, colours, link, leads=leads) if past else "",
            )
        )

    def chart(mode: Mode, width: int, height: int | None) -> Chart:
        return target_chart(status, known, words, mode, width, height)

    yield PagePart("head", head)
    yield ChartPart(f"target-{target.id}", chart, WIDTH, words.say("paper.chart"))
    yield PagePart("evidence", evidence)
    yield PagePart("claims", lambda: claim_section(target.id, known, words, link, known_on=page.day))
