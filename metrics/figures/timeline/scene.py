"""The scene of the timeline: which plans, figures and events it shows, packed into lanes.

In: the records of a day and what was chosen. Out: lanes with their heads in px, the key and the frame.
Figures are those that are judged, at the day of their publication, every vintage; parts of a year and
forecasts are left to other charts.
"""

from datetime import date, timedelta

from metrics.figures import key as keys
from metrics.figures.frame import Frame, steps
from metrics.figures.labels import Edges
from metrics.figures.lettering import NOTE, plain, shortened, span, text_width, wrapped
from metrics.figures.marks import Mark, lettered
from metrics.figures.naming import HOVER, hover, who
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.points import OPEN_ABOVE, OPEN_BELOW, part_of_a_year
from metrics.figures.timeline.lanes import DueBar, EventLane, EventMark, FigureLane, Lane, PlanBar, PlanLane
from metrics.figures.timeline.packing import Bar, Pin, pack_bars, pack_pins
from metrics.records.model import Event, Observation, Plan, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Independence
from metrics.words import Words

GUTTER, GUTTER_NARROW = 128, 92  # px for the names of the lanes
GUTTER_AIR = 14  # px
YEARS = 26  # px above the plot for the years
NARROW = 900  # px
LONGEST = 340  # px, a title beside an event; the whole stands in the hover box and the table
AFTER = timedelta(days=20)  # so that a tick on the last day is drawn whole
BAR = 26  # px, the bar of an open end


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
        today: date | None = None,
    ) -> None:
        self.records, self.words, self.mode, self.known_on = records, words, mode, known_on
        self.palette, self.width = PALETTES[mode], width
        self.today = today if today != known_on else None
        self.indicator = records.indicators[indicator]
        shown = (records.plans[p] for p in plans if p in records.plans)
        self.plans = tuple(sorted(shown, key=lambda p: (p.published.end, p.id)))
        self.places = {p.place for p in self.plans} or {p.place for p in records.plans.values()}
        #: Those of the plans tracked here count in the title and set the years in bold; without one, all.
        self.tracked = tuple(p for p in self.plans if p.id in records.glance.plans) or self.plans
        self.targets = tuple(
            t for p in self.plans for m in p.milestones for t in m.targets if t.indicator == indicator
        )
        self.dues = tuple(sorted({t.due for p in self.plans for m in p.milestones for t in m.targets}))
        self.main_years = {t.due.year for p in self.tracked for m in p.milestones for t in m.targets}
        self.figures = self._figures()
        self.events = {
            c: tuple(
                sorted((e for e in records.events.values() if e.category == c), key=lambda e: e.date.end)
            )
            for c in records.categories
            if c in categories
        }
        self.key = keys.rows(self._entries(), width)
        self.frame = self._frame(100)
        packed = self._lanes()
        self.frame = self._frame(round(sum(lane.height for lane in packed)))
        heads = [sum(lane.height for lane in packed[:i]) for i in range(len(packed))]
        self.lanes: tuple[tuple[Lane, float], ...] = tuple(zip(packed, heads, strict=True))

    def _figures(self) -> tuple[Observation, ...]:
        """The figures of the indicator that are judged, by the day they came out."""
        found = [
            o
            for s in self.indicator.series
            for o in self.records.observations_of(s.id)
            if o.judged and o.geography in self.places and not part_of_a_year(o, self.indicator.measure)
        ]
        unit = self.indicator.unit
        return tuple(sorted((o for o in found if o.unit == unit), key=lambda o: (o.known, o.id)))

    def _frame(self, plot_height: int) -> Frame:
        """Whole years, from the first thing shown to the last target's due date, with room for titles."""
        days = [p.published.end for p in self.plans] + [o.known for o in self.figures]
        days += [e.date.end for events in self.events.values() for e in events]
        first = min([*days, self.known_on])
        last = max([*self.dues, *days, self.known_on, self.today or self.known_on])
        top = keys.ROW * len(self.key) + 8 + YEARS
        return Frame(
            width=self.width,
            height=top + plot_height + 6,
            top=top,
            bottom=6,
            left=GUTTER if self.width >= NARROW else GUTTER_NARROW,
            right=4,
            first=date(first.year, 1, 1),
            last=date(last.year, 12, 31) + AFTER,
            low=0,
            high=plot_height,
        )

    @property
    def longest(self) -> float:
        """How long a title may be in px: it must find room on one side of its mark, wherever that stands."""
        return min(LONGEST, 0.45 * self.frame.widths[0])

    def _lanes(self) -> list[Lane]:
        say = self.words.say
        lanes: list[Lane] = []
        if self.plans:
            lanes.append(
                PlanLane(say("chart.timeline.plans"), (say("chart.timeline.plans_note"),), self._bars())
            )
        lanes.append(self._figure_lane())
        lanes += [self._event_lane(category, events) for category, events in self.events.items()]
        return lanes

    def _bars(self) -> tuple[PlanBar, ...]:
        frame, words = self.frame, self.words
        made = []
        for plan in self.plans:
            dues = tuple(m.due for m in plan.milestones)
            end = min(max(dues, default=plan.published.end), frame.last)
            main = plan.id in self.records.glance.plans
            label = words.text(plan.label)
            made.append((plan, dues, end, main, label))
        rows = pack_bars(
            [
                Bar(frame.across(plan.published.end), frame.across(end), lettered(label, 600, NOTE) + 10)
                for plan, _, end, _, label in made
            ],
            frame.widths,
        )
        return tuple(
            PlanBar(plan.id, plan.published.end, end, dues, label, main, row, self._plan_hover(plan, dues))
            for (plan, dues, end, main, label), row in zip(made, rows, strict=True)
        )

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
            independent = series.independence is Independence.INDEPENDENT
            colour = self.palette.series(series.independence)
            marks.append(
                Mark(
                    id=point.id,
                    day=point.known,
                    value=point.value,
                    colour=colour,
                    hover=hover(point, self.records, words),
                    symbol="diamond" if independent else "circle",
                    size=10,
                    provisional=point.provisional,
                    about=point.bound is Bound.ABOUT,
                    opening="up"
                    if point.bound in OPEN_ABOVE
                    else "down"
                    if point.bound in OPEN_BELOW
                    else None,
                    bar=BAR,
                )
            )
            names.append((who(words.text(series.short)), words.figure(point), colour))
        values = [m.value for m in marks] + [t.value_high or t.value for t in self.targets]
        ticks = steps(max(values, default=0), 3)
        return FigureLane(
            words.say("chart.timeline.figures"),
            (words.say("chart.timeline.figures_note", unit=words.text(unit.label)),),
            max(lettered(words.number(t), size=NOTE) for t in ticks) + 6,
            tuple(marks),
            tuple(names),
            tuple(self._due_bar(t) for t in self.targets),
            ticks,
            tuple(words.number(t) for t in ticks),
            "" if marks else words.say("chart.no_figure", day=words.day(self.known_on)),
        )

    def _due_bar(self, target: Target) -> DueBar:
        text = self.words.say("chart.timeline.due", value=self.words.number(target.value))
        return DueBar(target.due, target.value, text)

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
        seats = pack_pins(pins, edges, frame.widths)
        label = words.text(self.records.categories[category].label)
        return EventLane(label, (), tuple(marks), tuple(pins), seats)

    def _entries(self) -> list[keys.Entry]:
        """The key: each mark that occurs."""
        series = [self.records.series[o.series] for o in self.figures]
        independent = [s.independence is Independence.INDEPENDENT for s in series]
        say = self.words.say
        occurring: dict[keys.Sign, bool] = {
            "plan": any(p.id in self.records.glance.plans for p in self.plans),
            "due": bool(self.plans),
            "target": bool(self.targets),
            "state": not all(independent) if independent else False,
            "independent": any(independent),
            "more_than": any(o.bound in OPEN_ABOVE for o in self.figures),
            "about": any(o.bound is Bound.ABOUT for o in self.figures),
            "provisional": any(o.provisional for o in self.figures),
            "event": any(self.events.values()),
        }
        entries = [keys.Entry(s, say(f"chart.key.{s}")) for s, there in occurring.items() if there]
        day = self.words.day(self.known_on)
        entries.append(keys.Entry("known_on", say("chart.key.known_on", day=day)))
        if self.today:
            entries.append(keys.Entry("today", say("chart.key.today", day=self.words.day(self.today))))
        return entries
