"""The slide of a deliverable: where it stands, and the evidence for each step or thing.

In: a subject and a delivery. Out: slides, several where the rows do not fit on one.
"""

from collections.abc import Iterator

from metrics.figures.slides.choice import SlideChoice
from metrics.figures.slides.lanes import evenly
from metrics.figures.slides.slide import Notes, Rows, Slide, SlideKind, Statement
from metrics.figures.slides.subject import Subject
from metrics.figures.slides.texts import ROWS, word_slide
from metrics.progress.deliveries import Delivery
from metrics.records.model import DeliveryReport

_COLUMNS = ("part", "state", "day", "independence", "source")


def deliverable_slides(subject: Subject, found: Delivery, _: SlideChoice) -> tuple[Slide, ...]:
    """What was promised and where it stands as the title, who says so below it, and the evidence."""
    words, promise = subject.words, found.deliverable
    said, who = words.delivery(found), words.delivery_by(found)
    nothing = words.say("block.delivery.nothing", day=subject.day)
    statement = words.text(promise.statement).rstrip(".。")
    cut = evenly([*_rows(subject, found, nothing)], ROWS) if who else [[]]
    header = tuple(words.say(f"block.delivery.column.{name}") for name in _COLUMNS)
    sources = [subject.known.sources[one.source] for one in _reports(found)]
    return tuple(
        word_slide(
            subject,
            promise.id,
            SlideKind.DELIVERABLE,
            kicker=subject.kicker(promise.plan),
            title=words.say("delivery.title", statement=statement, said=said),
            subtitle=who,
            body=Rows(header, tuple(some)) if some else Statement(((None, nothing),)),
            sources=subject.documents(sources or [subject.known.sources[promise.source]]),
            rule=words.say("block.deliverables.note"),
            address=subject.address("target", target=promise.id),
            notes=Notes(tuple(filter(None, (said, who))), (), ()),
            part=number,
            parts=len(cut),
        )
        for number, some in enumerate(cut, 1)
    )


def _reports(found: Delivery) -> Iterator[DeliveryReport]:
    for part in (*found.parts, found.whole):
        if part and part.report:
            yield part.report


def _rows(subject: Subject, found: Delivery, nothing: str) -> Iterator[tuple[str, ...]]:
    words = subject.words
    for part in (*found.parts, found.whole):
        if part is None or (part.name is None and part.report is None):
            continue
        name = words.text(part.name) if part.name else words.say("block.delivery.whole")
        if part.report is None:
            yield name, nothing, "", "", ""
            continue
        source = subject.known.sources[part.report.source]
        yield (
            name,
            words.delivery_state(part.report.state),
            words.period(part.report.date or part.report.published),
            words.independence(source.independence),
            words.text(source.publisher),
        )
