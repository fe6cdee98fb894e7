"""The scene of the timeline: which plans, figures and events it shows, packed into lanes.

In: the records of a day and what was chosen. Out: lanes with their heads in px, the key and the frame.
Figures are those that are judged, at the day of their publication, every vintage; parts of a year and
forecasts are left to other charts. The years that can be shown end with what is known on the day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from metrics.figures import key as keys
from metrics.figures.frame import Frame, steps
from metrics.figures.labels import Edges
from metrics.figures.marks import Mark, label_width
from metrics.figures.naming import HOVER, hover, who
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.points import plotted
from metrics.figures.timeline.lanes import (
    INDENT,
    DueMark,
    EventLane,
    EventMark,
    FigureLane,
    FoldedLane,
    PlanBar,
    PlanLane,
    TimelineLane,
)
from metrics.figures.timeline.packing import Bar, Pin, pack_bars, pack_pins
from metrics.figures.timeline.promised import figures_of
from metrics.figures.typesetting import NOTE, plain, shortened, span, text_width, wrapped
from metrics.progress.about import indicators_about
from metrics.progress.editions import PromiseChange, moved_from, plan_changes
from metrics.records.model import Event, Milestone, Observation, Plan, Target
from metrics.records.store import Records
from metrics.words import Words

GUTTER, GUTTER_NARROW = 128, 92  # px for the names of the lanes
GUTTER_AIR = 14  # px
HEAD, LINE = 5, 1.3 * NOTE  # px over the name of a lane, and of a line in the gutter
YEARS = 30  # px above the plot for the years
NARROW = 900  # px
SCROLLS = 1240  # px; on a narrower screen the timeline keeps this width and scrolls in its box, as the style sheets say
LONGEST = 440  # px, a title beside an event; the whole stands in the hover box and the table
AFTER = timedelta(days=20)  # so that a tick on the last day is drawn whole
BAR = 26  # px, the bar of an open end
ONE_LINE = 4  # px: today's line nearer than that to the known-on day's would be the same line
PLANS, FIGURES = "plans", "figures"  # ids of the lanes; those of events have the ids of their categories


def milestone_id(plan: Plan, milestone: Milestone) -> str:
    """What stands in the address for a due date of a plan; no id of the records has a full stop."""
    return f"{plan.id}.{milestone.due}"


def edition_id(change: PromiseChange) -> str:
    """What stands in the address for a change of a promise."""
    return f"{change.after.id}.{change.edition.published}"


def within(asked: tuple[int, int], whole: tuple[int, int]) -> tuple[int, int]:
    """The years asked for, as far as there are any; in the right order.

    >>> within((2017, 2026), (2015, 2030)), within((2035, 2017), (2015, 2030)), within((1990, 1999), (2015, 2030))
    ((2017, 2026), (2017, 2030), (2015, 2015))
    """
    first, last = (min(max(year, whole[0]), whole[1]) for year in sorted(asked))
    return first, last


class TimelineScene:
    """What one timeline shows, and in which frame."""

    def __init__(
        self,
        records: Records,
        words: Words,
        mode: Mode,
        *,
        known_on: date,
        plans: tuple[str, ...],
        categories: tuple[str, ...],
        indicator: str,
        width: int,
        exact: bool = False,
        today: date | None = None,
        years: tuple[int, int] | None = None,
        folded: Iterable[str] = (),
        chosen: str | None = None,
    ) -> None:
        self.records, self.words, self.mode, self.known_on = records, words, mode, known_on
        self.palette, self.width, self.exact = PALETTES[mode], width, exact
        self.folded, self.chosen = frozenset(folded), chosen
        self.indicator = records.indicators[indicator]
        shown = (records.plans[p] for p in plans if p in records.plans)
        self.plans = tuple(sorted(shown, key=lambda p: (p.published.end, p.id)))
        self.places = {p.place for p in self.plans} or {p.place for p in records.plans.values()}
        self.figures = self._figures()
        self.events = {
            c: tuple(
                sorted((e for e in records.events.values() if e.category == c), key=lambda e: e.date.end)
            )
            for c in records.categories
            if c in categories
        }
        #: The first and the last year in which anything is known, and those that are shown.
        self.whole = self._years(today or known_on)
        self.years = within(years, self.whole) if years else self.whole
        self.first, self.last = date(self.years[0], 1, 1), date(self.years[1], 12, 31)
        self.until = min(known_on, self.last)
        #: Every plan and figure that was known by the end of the years shown: of these the finding speaks.
        self.past_plans = tuple(p for p in self.plans if p.published.end <= self.last)
        self.past_figures = tuple(o for o in self.figures if o.known <= self.last)
        #: What the table lists: the figures of everything that these plans are about.
        self.measured = tuple(
            dict.fromkeys((indicator, *indicators_about(records, [p.id for p in self.past_plans])))
        )
        every = figures_of(records, self.measured, self.places)
        self.listed = tuple(o for o in every if self.first <= o.known <= self.last)
        self.strip = self._strip()
        self._cut()
        self.targets = tuple(
            t for p in self.past_plans for m in p.milestones for t in m.targets if t.indicator == indicator
        )
        #: Years with a target of the plans of the first page are set in bold; without such a plan, of all.
        main = [p for p in self.past_plans if p.id in records.glance.plans] or self.past_plans
        self.main_years = {t.due.year for p in main for m in p.milestones for t in m.targets}
        self.today = today
        self.frame = self._frame(100)
        apart = abs((today - known_on).days) if today else 0
        if apart < self.frame.days(ONE_LINE) or not today or not self.frame.holds(today):
            self.today = None
        self.key = tuple(self._entries())
        packed = self._lanes()
        self.frame = self._frame(round(sum(lane.height for lane in packed)))
        heads = [sum(lane.height for lane in packed[:i]) for i in range(len(packed))]
        self.lanes: tuple[tuple[TimelineLane, float], ...] = tuple(zip(packed, heads, strict=True))

    def _figures(self) -> tuple[Observation, ...]:
        """The figures of the indicator that are judged, by the day they came out."""
        found = figures_of(self.records, (self.indicator.id,), self.places)
        return tuple(o for o in found if o.unit == self.indicator.unit)

    def _years(self, today: date) -> tuple[int, int]:
        """From the first thing known to the last due date."""
        days = [day for p in self.plans for day in (p.published.end, *(c.day for c in plan_changes(p)))]
        days += [o.known for o in self.figures]
        days += [e.date.end for events in self.events.values() for e in events]
        dues = [t.due for p in self.plans for m in p.milestones for t in m.targets]
        return min([*days, self.known_on]).year, max([*dues, *days, self.known_on, today]).year

    def _strip(self) -> tuple[tuple[date, str], ...]:
        """Every entry of all years: its day, and whether it is a plan, a due date, a figure or an event."""
        found = [(p.published.end, "plan") for p in self.plans]
        found += [(m.due, "due") for p in self.plans for m in p.milestones if m.due.year <= self.whole[1]]
        found += [(c.day, "plan") for p in self.plans for c in plan_changes(p)]
        found += [(o.known, "figure") for o in self.figures]
        found += [(e.date.end, "event") for events in self.events.values() for e in events]
        return tuple(sorted(set(found)))

    def _cut(self) -> None:
        """Leave out what does not lie in the years shown."""
        first, last = self.first, self.last
        self.plans = tuple(
            p
            for p in self.plans
            if p.published.end <= last and max([m.due for m in p.milestones] or [p.published.end]) >= first
        )
        self.figures = tuple(o for o in self.figures if first <= o.known <= last)
        self.events = {
            c: tuple(e for e in some if first <= e.date.end <= last) for c, some in self.events.items()
        }

    def _frame(self, plot_height: int) -> Frame:
        """Whole years, with room for titles."""
        top = 8 + YEARS
        return Frame(
            width=self.width,
            height=top + plot_height + 6,
            top=top,
            bottom=6,
            left=GUTTER if self.width >= NARROW else GUTTER_NARROW,
            right=4,
            first=self.first,
            last=self.last + AFTER,
            low=0,
            high=plot_height,
            exact=self.exact,
            scrolls=SCROLLS,
        )

    @property
    def longest(self) -> float:
        """How long a title may be in px: it must find room on one side of its mark, wherever that stands."""
        return min(LONGEST, 0.45 * self.frame.widths[0])

    def _lanes(self) -> list[TimelineLane]:
        say = self.words.say
        lanes: list[TimelineLane] = []
        if PLANS in self.folded and self.plans:
            lanes.append(self._folded(PLANS, say("chart.timeline.plans"), self._bars()))
        elif self.plans:
            note = say("chart.timeline.plans_note")
            lines = 1 + len(wrapped(note, self.frame.left - GUTTER_AIR, NOTE))
            least = LINE * (lines + 1)
            lanes.append(PlanLane(PLANS, say("chart.timeline.plans"), (note,), self._bars(), least))
        figures = self._figure_lane()
        lanes.append(
            self._folded(FIGURES, figures.name, figures.marks) if FIGURES in self.folded else figures
        )
        for category, events in self.events.items():
            lane = self._event_lane(category, events)
            lanes.append(self._folded(category, lane.name, lane.events) if category in self.folded else lane)
        return lanes

    def _folded(self, lane: str, name: str, entries: Iterable[PlanBar | Mark | EventMark]) -> FoldedLane:
        kept = tuple(
            entry
            if isinstance(entry, EventMark)
            else EventMark(
                entry.id, entry.start if isinstance(entry, PlanBar) else entry.day, "", entry.hover
            )
            for entry in entries
        )
        return FoldedLane(lane, name, kept, (self.words.number(len(kept)),), self.known_on)

    def _bars(self) -> tuple[PlanBar, ...]:
        frame, words = self.frame, self.words
        bars, places = [], []
        for plan in self.plans:
            start = max(plan.published.end, frame.first)
            end = min(max((m.due for m in plan.milestones), default=start), frame.last)
            label = words.text(plan.label)
            size = label_width(label, 600, NOTE) + INDENT + 3
            room = (1 - frame.across(start)) * frame.widths[0] >= size
            bars.append(
                PlanBar(
                    id=plan.id,
                    start=start,
                    end=max(start, end),
                    dues=tuple(self._due(plan, m) for m in plan.milestones if frame.holds(m.due)),
                    editions=tuple(
                        self._edition(plan, one) for one in plan_changes(plan) if frame.holds(one.day)
                    ),
                    label=label,
                    side="right" if room else "left",
                    main=plan.id in self.records.glance.plans,
                    row=0,
                    hover=self._plan_hover(plan, tuple(m.due for m in plan.milestones)),
                )
            )
            left = frame.across(start) - (0 if room else size / frame.widths[0])
            places.append(Bar(left, frame.across(max(start, end)), size if room else 0))
        rows = pack_bars(places, frame.widths)
        return tuple(replace(bar, row=row) for bar, row in zip(bars, rows, strict=True))

    def _due(self, plan: Plan, milestone: Milestone) -> DueMark:
        """A due date of a plan: its hover box counts what was promised for it."""
        say, words = self.words.say, self.words
        title = say("timeline.due.title", plan=words.text(plan.label), day=words.day(milestone.due))
        promised = [say("timeline.due.targets", n=len(milestone.targets))] if milestone.targets else []
        promised += [say("timeline.due.goals", n=len(milestone.goals))] if milestone.goals else []
        if milestone.deliverables:
            promised.append(say("timeline.due.deliverables", n=len(milestone.deliverables)))
        if moved := moved_from(plan, milestone.due):
            promised.append(say("timeline.due.moved", n=len(moved)))
        lines = [span(title, weight=600), *([plain(words.listing(promised))] if promised else [])]
        return DueMark(milestone_id(plan, milestone), milestone.due, "<br>".join(lines))

    def _edition(self, plan: Plan, change: PromiseChange) -> DueMark:
        """A change of a promise: its hover box says what was changed."""
        title = self.words.period(change.edition.published)
        lines = wrapped(self.words.edition_entry(plan, change, self.records), HOVER, 14)
        text = "<br>".join([span(title, weight=600), *map(plain, lines)])
        return DueMark(edition_id(change), change.day, text)

    def _plan_hover(self, plan: Plan, dues: tuple[date, ...]) -> str:
        words = self.words
        published = words.say(
            "chart.hover.plan", issuer=words.text(plan.issuer), day=words.period(plan.published)
        )
        due = words.say("chart.hover.due", days=words.listing(words.day(d) for d in dues))
        lines = wrapped(words.text(plan.title), HOVER, 14, 600)
        return "<br>".join([*(span(line, weight=600) for line in lines), plain(published), plain(due)])

    def _figure_lane(self) -> FigureLane:
        words, unit = self.words, self.records.units[self.indicator.unit]
        marks, names = [], []
        for point in self.figures:
            series = self.records.series[point.series]
            look = plotted(point, series.independence, self.indicator.measure)
            colour = self.palette.series(series.independence)
            marks.append(
                Mark(
                    id=point.id,
                    day=point.known,
                    value=point.value,
                    colour=colour,
                    hover=hover(point, self.records, words),
                    symbol=look.symbol,
                    size=10,
                    provisional=look.provisional,
                    about=look.about,
                    opening=look.opening,
                    bar=BAR,
                )
            )
            names.append((who(words.text(series.short)), words.figure(point), colour))
        targets = [t for t in self.targets if self.frame.holds(t.due)]
        values = [m.value for m in marks] + [t.value_high or t.value for t in targets]
        ticks = steps(max(values, default=0), 3)
        return FigureLane(
            FIGURES,
            words.say("chart.timeline.figures"),
            (words.say("chart.timeline.figures_note", unit=words.text(unit.label)),),
            max(label_width(words.number(t), size=NOTE) for t in ticks) + 6,
            tuple(marks),
            tuple(names),
            tuple(self._due_bar(t) for t in targets),
            ticks,
            tuple(words.number(t) for t in ticks),
            "" if marks else self._no_figure(),
            self.known_on,
        )

    def _no_figure(self) -> str:
        words = self.words
        if self.past_figures or self.known_on > self.last:
            return words.say("timeline.no_figure", first=str(self.years[0]), last=str(self.years[1]))
        return words.say("chart.no_figure", day=words.day(self.known_on))

    def _due_bar(self, target: Target) -> DueMark:
        words = self.words
        asked = words.demand_long(target, self.records)
        plan = words.text(self.records.plans[target.plan].label)
        due = words.say("timeline.due.title", plan=plan, day=words.day(target.due))
        text = words.say("chart.timeline.due", value=words.number(target.value))
        return DueMark(
            target.id, target.due, f"{span(asked, weight=600)}<br>{plain(due)}", target.value, text
        )

    def _event_lane(self, category: str, events: tuple[Event, ...]) -> EventLane:
        words, frame = self.words, self.frame
        marks, pins = [], []
        for event in events:
            title = words.text(event.title)
            text = shortened(title, self.longest, NOTE)
            day = event.date.end
            lines = [span(line, weight=600) for line in wrapped(title, HOVER, 14, 600)]
            lines.append(plain(words.period(event.date)))
            marks.append(EventMark(event.id, day, text, "<br>".join(lines)))
            pins.append(Pin(frame.across(day), text_width(text, NOTE) + 3))
        edges = Edges(0, frame.right, -1, 1_000)
        line = frame.across(self.known_on) if frame.holds(self.known_on) else None
        seats = pack_pins(pins, edges, frame.widths, line)
        label = words.text(self.records.categories[category].label)
        return EventLane(category, label, (), tuple(marks), tuple(pins), seats)

    def _entries(self) -> list[keys.KeyEntry]:
        """The key: each mark that occurs."""
        marks = keys.key_marks(
            plotted(one, self.records.series[one.series].independence, self.indicator.measure)
            for one in self.figures
        )
        say = self.words.say
        occurring: dict[keys.Sign, bool] = {
            "plan": any(p.id in self.records.glance.plans for p in self.plans),
            "due": bool(self.plans),
            "edition": any(self.frame.holds(c.day) for p in self.plans for c in plan_changes(p)),
            "target": any(self.frame.holds(t.due) for t in self.targets),
            **{one: is_shown for one, is_shown in marks.items() if one not in ("range", "hollow")},
            "event": any(self.events.values()),
        }
        entries = [keys.KeyEntry(s, say(f"chart.key.{s}")) for s, there in occurring.items() if there]
        day = self.words.day(self.known_on)
        if self.frame.holds(self.known_on):
            entries.append(keys.KeyEntry("known_on", say("chart.key.known_on", day=day)))
        if self.today:
            entries.append(keys.KeyEntry("today", say("chart.key.today", day=self.words.day(self.today))))
        return entries
