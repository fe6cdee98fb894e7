"""The parts of the first page, and the picture of who counts what on it."""

from collections.abc import Iterator

from metrics.figures.blocks import (
    bullet_rows,
    columns,
    family_rows,
    milestone_strip,
    under_headline,
    verdict_sentence,
)
from metrics.figures.bullet_picture import bullet_picture
from metrics.figures.page_parts.page import PageData, PagePart
from metrics.figures.picture import SizeName
from metrics.progress.families import family_views


def glance_parts(page: PageData) -> Iterator[PagePart]:
    """The one-sentence verdict; the families, the milestones and, where something was measured, who counts what."""
    known, words, day = page.known, page.words, page.day

    def sentence() -> str:
        return verdict_sentence(
            words.overview(page.statuses, known, known_on=day, plans=page.plans), page.link
        )

    def milestones() -> str:
        views = family_views(known, page.statuses, day, page.plans)
        families = family_rows(views, known, words, page.mode, page.link, turned=page.turned)
        strip = milestone_strip(
            page.statuses,
            known,
            words,
            page.mode,
            known_on=day,
            link=page.link,
            plans=page.plans,
            turned=page.turned,
        )
        if not page.beside:
            return families + strip
        bullets = bullet_rows(
            page.beside, known, words, page.mode, page.link, turned=page.turned, path=page.progress.path
        )
        return families + columns(strip, bullets, "glance")

    yield PagePart("sentence", sentence)
    yield PagePart("milestones", milestones)


def bullets_svg(page: PageData, size: SizeName, address: str, source: str | None = None) -> str:
    """The picture of who counts what.

    Args:
        page: there is something beside its strip.
        size: of the picture.
        address: where it can be seen again.
        source: its source line; None: the usual one.
    """
    path = page.progress.path
    under = {
        one.target.id: under_headline(one, page.known, page.words, page.turned[one.target.id], path)
        for one in page.beside
    }
    return bullet_picture(
        page.beside, page.known, page.words, page.mode, size, address, source=source, beside=under
    )
