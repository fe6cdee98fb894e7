"""The slides of words: the verdict as a whole, how to read it, what is not known, the rules, the sources.

In: a subject. Out: slides.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from metrics.figures.blocks.status import shown
from metrics.figures.chart import Column, Table
from metrics.figures.slides.findings import promise
from metrics.figures.slides.lanes import evenly
from metrics.figures.slides.notes import silence_notes
from metrics.figures.slides.slide import Notes, Rows, Slide, SlideKind, Statement
from metrics.figures.slides.speech import whole_speech
from metrics.figures.slides.subject import Subject
from metrics.progress.result import Reason, Status, Verdict
from metrics.records.model import Source
from metrics.records.vocabulary import Independence
from metrics.words import Words

TITLE, HOW, UNKNOWN, METHOD, SOURCES = "title", "how", "unknown", "method", "sources"
AGENDA = 8  # lines on the first slide and on those that go on with it
LINES = 7  # targets that are not known, on one slide
ROWS = 7  # documents on one slide


def title_slides(subject: Subject, occasion: str, presenter: str) -> tuple[Slide, ...]:
    """The one-sentence verdict, on whose figures it rests, and where every target stands that it counts.

    Above it stand the occasion and the presenter, where they are given, the day and the plan.

    Where not all fit, those of which a reading counts go on on the next slides, and each list ends with what it leaves
    out, so that it holds as many targets of each verdict as the sentence says. Targets of which no reading counts have
    slides of their own as well.
    """
    words = subject.words
    said = words.overview(subject.statuses, subject.known, subject.progress.known_on, subject.plans)
    unlisted = subject.unknown if subject.measured and len(subject.statuses) > AGENDA else ()
    rest = [*subject.measured] if unlisted else [*subject.measured, *subject.unknown]
    cut = _agenda(rest, has_last=bool(unlisted))
    first = [subject.known.sources[plan.source] for plan in subject.known_plans]
    return tuple(
        word_slide(
            subject,
            TITLE,
            SlideKind.TITLE,
            kicker=words.say("slide.between").join(
                one for one in (occasion, presenter, subject.day, subject.kicker()) if one
            ),
            title=said.sentence if number == 1 else words.say("slide.title.standing"),
            subtitle=said.dek if number == 1 else "",
            body=_standings(subject, some, cut[number:], unlisted),
            sources=subject.documents(first),
            rule=words.say("slide.rule.whole"),
            address=subject.address("glance"),
            notes=Notes(_standing_speech(subject, some, number), (), ()),
            part=number,
            parts=len(cut),
        )
        for number, some in enumerate(cut, 1)
    )


def _standing_speech(subject: Subject, some: Sequence[Status], number: int) -> tuple[str, ...]:
    words = subject.words
    if number > 1:
        return (words.say("slide.speech.here", tally=_tally(some, words)),)
    return whole_speech(subject.statuses, subject.known, words) if subject.statuses else ()


def _agenda(rest: Sequence[Status], *, has_last: bool) -> list[Sequence[Status]]:
    """The targets of each slide, of which the first is full and the others hold as many as each other.

    ``has_last``: a line at the end says what stands on none of them.
    """
    if len(rest) + has_last <= AGENDA:
        return [rest]
    return [rest[: AGENDA - 1], *evenly(rest[AGENDA - 1 :], AGENDA - 1)]


def _standings(
    subject: Subject, some: Sequence[Status], later: Sequence[Sequence[Status]], unlisted: Sequence[Status]
) -> Statement:
    """Some targets, and what stands on the slides after this one, slide by slide, or on none of them."""
    words = subject.words
    stood = [shown(one, words) for one in some]
    lines: list[tuple[Verdict | None, str]] = [
        (
            where.verdict,
            promise(
                one.target, subject.known, words, where.brief if one.counted else words.verdict(where.verdict)
            ),
        )
        for where, one in zip(stood, some, strict=True)
    ]
    left = [one for slide in later for one in slide] or unlisted
    key = (
        "slide.more_standing_on"
        if len(later) > 1
        else "slide.more_standing"
        if later
        else "slide.not_counted"
    )
    if left and some:
        lines.append((None, words.say(key, n=len(left), slides=len(later), tally=_tally(left, words))))
    hollow = frozenset(n for n, where in enumerate(stood) if where.hollow)
    return Statement(tuple(lines), hollow=hollow, targets=tuple(one.target.id for one in some))


def _tally(some: Sequence[Status], words: Words) -> str:
    """How many stand where, in the order of the verdicts."""
    found = Counter(one.headline.verdict for one in some)
    return words.series(
        words.say("slide.tally", n=found[verdict], verdict=words.verdict_inside(verdict))
        for verdict in Verdict
        if verdict in found
    )


def how_slide(subject: Subject) -> Slide:
    """What a reading is, when it counts, and how marks are read."""
    words = subject.words
    # A series of which nothing is published yet is nobody's reading: to count it would tell what came later.
    silent = Reason.NOTHING_PUBLISHED
    readings = [
        reading for one in subject.statuses for reading in one.readings if reading.reason is not silent
    ]
    counted = [reading for one in subject.statuses for reading in one.counted]
    independent = sum(r.series.independence is Independence.INDEPENDENT for r in counted)
    key = "slide.title.how" if counted else "slide.title.how_none"
    bodies = len({words.text(reading.series.reporter) for reading in counted})
    title = words.say(
        key,
        n=len(counted),
        bodies=bodies,
        independent=words.say("slide.independent.of_them", n=independent),
    )
    rules = (
        words.say("slide.how.reading"),
        words.say("slide.how.headline"),
        words.say("slide.how.floor"),
        words.say("slide.how.silence"),
        words.say("slide.how.known_on", day=subject.day),
    )
    return word_slide(
        subject,
        HOW,
        SlideKind.HOW,
        title=title,
        subtitle=words.say("slide.subtitle.how", n=len(counted), all=len(readings)),
        body=Statement(tuple((None, line) for line in rules)),
        sources=words.say("slide.no_source_needed"),
        rule=words.say("slide.rule.whole"),
        address=subject.address("method"),
        notes=Notes((words.headline_rule(),), (), ()),
    )


def unknown_slides(subject: Subject) -> tuple[Slide, ...]:
    """Targets of which no reading counts, each with its reason."""
    words, unknown = subject.words, subject.unknown
    cut = evenly(unknown, LINES)
    key = "slide.title.unknown" if subject.measured else "slide.title.unknown_all"
    title = words.say(key, n=len(unknown), all=len(subject.statuses))
    return tuple(
        word_slide(
            subject,
            UNKNOWN,
            SlideKind.UNKNOWN,
            title=title,
            subtitle=words.say("slide.subtitle.unknown"),
            body=Statement(
                tuple(
                    (one.headline.verdict, promise(one.target, subject.known, words, shown(one, words).brief))
                    for one in some
                ),
                targets=tuple(one.target.id for one in some),
            ),
            sources=subject.documents(_plan_documents(subject, some)),
            rule=words.say("slide.rule.silence"),
            address=subject.address("coverage"),
            notes=silence_notes(some, subject.known, words),
            part=number,
            parts=len(cut),
        )
        for number, some in enumerate(cut, 1)
    )


def method_slide(subject: Subject) -> Slide:
    """How readings become a headline, and how a pace is judged."""
    words = subject.words
    lines = [
        words.say(f"slide.method.{name}") for name in ("counts", "interval", "majority", "pace", "goals")
    ]
    return word_slide(
        subject,
        METHOD,
        SlideKind.METHOD,
        title=words.say("slide.title.method"),
        subtitle=words.say("slide.subtitle.method"),
        body=Statement(tuple((None, line) for line in lines)),
        sources=words.say("slide.eurostat"),
        rule=words.say("slide.rule.whole"),
        address=subject.address("method"),
        notes=Notes((words.counting_rule(),), (), ()),
    )


def source_slides(subject: Subject) -> tuple[Slide, ...]:
    """The documents behind the slides, the newest first."""
    words = subject.words
    found = sorted(_cited(subject), key=lambda one: (one.published.end, one.id), reverse=True)
    rows = [
        (
            words.text(one.publisher),
            words.document(one, subject.known),
            words.period(one.published),
            words.independence(one.independence),
        )
        for one in found
    ]
    header = tuple(words.say(f"slide.sources.{name}") for name in ("publisher", "name", "published", "who"))
    cut = evenly(rows, ROWS)
    days = evenly([words.spoken.period(one.published) for one in found], ROWS)
    key = "slide.subtitle.sources_unknown" if subject.unknown else "slide.subtitle.sources"
    subtitle = words.say(key, n=len(subject.unknown), all=len(subject.statuses))
    return tuple(
        word_slide(
            subject,
            SOURCES,
            SlideKind.SOURCES,
            title=words.say("slide.title.sources", n=len(rows)),
            subtitle=subtitle,
            body=Rows(header, tuple(some)),
            sources=words.say("slide.these_sources"),
            rule=words.say("slide.rule.sources"),
            address=subject.address("sources"),
            notes=Notes(
                (
                    words.say(
                        f"slide.speech.source{'s' if len(some) > 1 else ''}",
                        n=len(some),
                        last=when[0],
                        first=when[-1],
                    ),
                ),
                (),
                (),
            ),
            part=number,
            parts=len(cut),
        )
        for number, (some, when) in enumerate(zip(cut, days, strict=True), 1)
    )


def word_slide(
    subject: Subject,
    name: str,
    kind: SlideKind,
    *,
    title: str,
    subtitle: str,
    body: Statement | Rows,
    sources: str,
    rule: str,
    address: str,
    notes: Notes,
    kicker: str = "",
    part: int = 1,
    parts: int = 1,
) -> Slide:
    """A slide of words: what it holds is its table and its text alternative as well."""
    words = subject.words
    table = _table(body, words.say("slide.sources.title"))
    read = words.say("chart.gap").join(
        " ".join(row) if isinstance(body, Rows) else row[0] for row in _cells(body)
    )
    return Slide(
        id=name,
        kind=kind,
        kicker=kicker or subject.kicker(),
        title=title,
        subtitle=subtitle,
        stand=None,
        body=body,
        table=table,
        alt=words.say("slide.alt.words", title=title, subtitle=subtitle, lines=read),
        sources=sources,
        rule=rule,
        address=address,
        notes=notes,
        part=part,
        parts=parts,
    )


def _cells(body: Statement | Rows) -> Iterator[tuple[str, ...]]:
    if isinstance(body, Rows):
        yield from body.rows
    else:
        yield from ((text,) for _, text in body.lines)


def _table(body: Statement | Rows, label: str) -> Table:
    header = body.header if isinstance(body, Rows) else (label,)
    columns = tuple(Column(f"c{number}", name) for number, name in enumerate(header, 1))
    return Table(columns, tuple(_cells(body)))


def _plan_documents(subject: Subject, some: Sequence[Status]) -> Iterable[Source]:
    plans = dict.fromkeys(one.target.plan for one in some)
    return [subject.known.sources[subject.known.plans[plan].source] for plan in plans]


def _cited(subject: Subject) -> tuple[Source, ...]:
    """The documents of the plans and of every figure that counts."""
    names = [plan.source for plan in subject.known_plans]
    names += [r.observation.source for one in subject.measured for r in one.counted if r.observation]
    return tuple(subject.known.sources[name] for name in dict.fromkeys(names))
