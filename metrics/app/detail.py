"""The card of one chosen thing on the timeline: what it is, its source, and its day as a link."""

from html import escape

from metrics.figures.blocks.environment import Link
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.words import Words


def detail_card(item: str, held: Records, words: Words, link: Link) -> str:
    """HTML for the event, the figure or the plan with the id ``item``.

    Raises:
        KeyError: nothing known on the day has this id.
    """
    if item in held.events:
        event = held.events[item]
        title, when, source, note = words.text(event.title), event.date, event.source, event.note
    elif item in held.plans:
        plan = held.plans[item]
        title, when, source, note = words.text(plan.title), plan.published, plan.source, plan.note
    else:
        figure = held.observations[item]
        series = held.series[figure.series]
        title = words.say(
            "page.timeline.figure",
            series=words.text(series.label),
            figure=words.figure_long(figure, held.units[figure.unit]),
            period=words.period(figure.period),
        )
        when, source, note = figure.published, figure.source, figure.note
    rest = f"<p>{escape(note)}</p>" if note else ""
    return (
        f'<aside class="mp-card" aria-label="{escape(words.say("page.timeline.card"))}">'
        f'<p class="mp-note">{escape(words.period(when))}</p><h2>{escape(title)}</h2>{rest}'
        f'<p><a href="{escape(link("sources", source=source))}">{escape(words.say("page.timeline.source"))}</a> '
        f"{_day_link(when, words, link)} "
        f'<a href="{escape(link("timeline", item=None))}">{escape(words.say("page.timeline.close"))}</a></p></aside>'
    )


def _day_link(when: Period, words: Words, link: Link) -> str:
    label = words.say("page.timeline.set_day", day=words.day(when.end))
    return f'<a href="{escape(link("timeline", known_on=when.end.isoformat()))}">{escape(label)}</a>'
