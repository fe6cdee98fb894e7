"""Phrases: the small parts of which every sentence is made, in one language.

In: numbers, days, periods, units and figures. Out: text. Sentences are whole templates of the
catalogue with placeholders; nothing here joins two halves of a sentence or assumes an order of words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from babel.dates import DateTimePattern, parse_pattern
from babel.numbers import get_currency_name

from metrics.records.model import Milestone, Observation, Promise, Target, Text, Unit
from metrics.records.period import Period
from metrics.words.catalogue import PLACEHOLDER, Catalogue
from metrics.words.mixed_text import MixedText, script, together, whole
from metrics.words.numbers import Numbers, fill

Param = str | float | date | Period | Text


@lru_cache(maxsize=32)
def _date_pattern(text: str) -> DateTimePattern:
    return parse_pattern(text)


def capitalised(text: str) -> str:
    """A text as it stands at the beginning of a sentence.

    >>> capitalised("met on 2 of 3 AI readings")
    'Met on 2 of 3 AI readings'
    """
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Phrases:
    """The formats of one language, and its texts by key."""

    catalogue: Catalogue

    @property
    def language(self) -> str:
        """The language, as in the address."""
        return self.catalogue.language

    @property
    def tag(self) -> str:
        """The language as HTML's ``lang`` has it: ``en``, ``zh-Hans``."""
        return self.catalogue.entry("language.locale")

    @property
    def name(self) -> str:
        """The name of the language, in the language."""
        return self.say("language.name")

    @property
    def short_name(self) -> str:
        """The same in two letters or so, for a switch: ``EN``."""
        return self.say("language.short")

    @cached_property
    def _numbers(self) -> Numbers:
        return Numbers(self.catalogue)

    def say(self, key: str, **params: Param) -> str:
        """A text of the catalogue with its placeholders filled in.

        Texts go in raw: whoever makes HTML or Markdown escapes. Numbers, days and periods are written as
        in sentences, ``{n:word}`` as a word. Plural forms follow ``n``.

        Raises:
            KeyError: there is no such text, or a placeholder has no value.
            TypeError: a word was asked for where there is no whole number.
        """
        n = params.get("n")
        template = self.catalogue.entry(key, n if isinstance(n, (int, float)) else None)
        pieces = list(self._pieces(key, template, params))
        for at in range(1, len(pieces), 2):
            self._meet(pieces, at)
        foreign = any(isinstance(value, (Text, MixedText)) for value in params.values())
        return together(pieces) if foreign else "".join(pieces)

    def _pieces(self, key: str, template: str, params: dict[str, Param]) -> Iterator[str]:
        """A text of the catalogue in pieces, so that what stands in another language is still known."""
        at = 0
        for found in PLACEHOLDER.finditer(template):
            yield template[at : found.start()]
            yield self._param(key, found[1], found[2], params)
            at = found.end()
        yield template[at:]

    @cached_property
    def _meetings(self) -> tuple[tuple[str, str], ...]:
        """What a language writes where two words meet, by the two together: 超过 for 为超过."""
        start = "meeting."
        found = [key for key in self.catalogue.entries if key.startswith(start)]
        return tuple((key.removeprefix(start), self.catalogue.entry(key)) for key in found)

    def _meet(self, pieces: list[str], at: int) -> None:
        """Write a value of a sentence as it is written after the word before it."""
        before, value = pieces[at - 1], pieces[at]
        if isinstance(value, MixedText):
            return
        for met, written in self._meetings:
            for cut in range(1, len(met)):
                if before.endswith(met[:cut]) and value.startswith(met[cut:]):
                    pieces[at - 1], pieces[at] = before[:-cut] + written, value[len(met) - cut :]
                    return

    def _param(self, key: str, name: str, form: str | None, params: dict[str, Param]) -> str:
        if name not in params:
            raise KeyError(f"{key}: no value for {{{name}}}")
        value = params[name]
        if form:
            if not isinstance(value, int):
                raise TypeError(f"{key}: {{{name}}} is not a whole number")
            word = self._numbers.word(value)
            return capitalised(word) if form == "Word" else word
        if isinstance(value, str):
            return value
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, date):
            return self.day(value)
        return self.period(value) if isinstance(value, Period) else self.number(value)

    def text(self, text: Text | None) -> str:
        """A text of the records in this language, or else in the one that it has; nothing for none."""
        if text is None:
            return ""
        language, found = text.best(self.language)
        return found if language == self.language else whole(found, language)

    def named(self, name: str | None) -> str:
        """A title, an author or a licence, which stands in its own language and no other; nothing for none."""
        if not name:
            return ""
        language = script(name)
        return name if language in ("", self.language) else whole(name, language)

    # Numbers

    def number(self, value: float) -> str:
        """``1,200``; at most one decimal from 100 on, two from 1, three significant digits below."""
        return self._numbers.number(value)

    def numbers(self, low: float, high: float) -> str:
        """A range of numbers: ``3–5``."""
        return self._numbers.spread(low, high)

    def percent(self, share: float) -> str:
        """``21.7%`` for 0.217."""
        return self._numbers.percent(share)

    def listing(self, items: Iterable[str]) -> str:
        """``a, b and c``."""
        return self._join(tuple(items), "list.more", "list.last")

    def series(self, items: Iterable[str]) -> str:
        """``a, b, c``."""
        return self._join(tuple(items), "list.more", "list.more")

    def clauses(self, parts: Iterable[str]) -> str:
        """``a, b and c`` of parts of a sentence, which some languages join otherwise than words."""
        return self._join(tuple(parts), "overview.clause.more", "overview.clause.last")

    def paragraph(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other."""
        return self._join(tuple(sentences), "list.sentences", "list.sentences")

    def _join(self, items: Sequence[str], more: str, last: str) -> str:
        if not items:
            return ""
        joined = items[0]
        for item in items[1:-1]:
            joined = self.say(more, a=joined, b=item)
        return self.say(last, a=joined, b=items[-1]) if len(items) > 1 else joined

    # Days and periods

    def _date(self, day: date, key: str) -> str:
        return _date_pattern(self.catalogue.entry(key)).apply(day, self.catalogue.locale)

    def day(self, day: date) -> str:
        """``22 Nov 2026``."""
        return self._date(day, "date.day")

    def day_long(self, day: date) -> str:
        """``22 November 2026``, for prose."""
        return self._date(day, "date.day_long")

    def period(self, period: Period) -> str:
        """``2025``, ``Apr 2025``, ``first half of 2020``, ``12 months to Jun 2025``, ``2022 to 2025``."""
        year = str(period.start.year)
        if period.form == "months":
            end = Period.parse(period.text.partition(" to ")[2])
            key = "period.months_the" if end.form in ("half", "quarter") else "period.months"
            return self.say(key, n=str(period.months), end=self.period(end))
        if period.form in ("fiscal", "school"):
            last = str(period.end.year)
            return self.say(
                f"period.{period.form}", first=year, last=last if last[-2:] == "00" else last[-2:]
            )
        if period.form in ("mid", "decade"):
            return self.say(f"period.{period.form}", year=year)
        if period.form == "span":
            return self.say("period.span", first=year, last=str(period.end.year))
        if period.form == "year":
            return self.say("period.year", year=year)
        if period.form == "half":
            return self.say(f"period.half.{(period.start.month + 5) // 6}", year=year)
        if period.form == "quarter":
            return self.say(f"period.quarter.{(period.start.month + 2) // 3}", year=year)
        return self._date(period.start, "date.month" if period.form == "month" else "date.day")

    def when(self, period: Period) -> str:
        """A period inside a sentence: ``in 2025``, ``in the first half of 2020``, ``on 23 Dec 2020``."""
        return self.say(f"when.{period.form}", period=period)

    def published(self, observation: Observation) -> str:
        """``published 5 Mar 2026``, ``published in Jul 2024``, or that it was on the day it is about."""
        day = observation.published
        if day.form == "day" and day == observation.period:
            return self.say("published.same_day")
        return self.say(f"published.{day.form}", period=day)

    def due(self, promise: Promise | Milestone) -> str:
        """``by the end of 2025``, ``by the second quarter of 2027``, ``in every year from 2021 to 2025``."""
        if isinstance(promise, Target) and promise.holds_from is not None:
            first, last = promise.holds_from.end.year, promise.due.year
            return self.say("due.throughout", first=str(first), last=str(last))
        period = promise.due_period
        if period is None or period.form in ("year", "month"):
            return self.by(promise.due)
        return self.say(f"due.{period.form}", period=period)

    def by(self, day: date) -> str:
        """A deadline: the end of a year, the end of a month, or a day."""
        if (day.month, day.day) == (12, 31):
            return self.say("due.year", year=str(day.year))
        if (day + timedelta(days=1)).day == 1:
            return self.say("due.month", month=self._date(day, "date.month"))
        return self.say("due.day", day=day)

    # Amounts

    def amount(self, value: float, unit: Unit) -> str:
        """A value with its unit: ``RMB 1,200 bn``, ``50 institutions``, ``97%``."""
        smaller = f"amount.smaller.{unit.id}"
        if 0 < abs(value) < 1 and smaller in self.catalogue:
            times = float(self.catalogue.entry(f"amount.smaller_times.{unit.id}"))
            return self.say(smaller, number=self.number(value * times))
        return self._with_unit(self.number(value), value, unit)

    def step(self, size: float, unit: Unit) -> str:
        """A change of a value: percentage points where the unit is a share, else an amount."""
        return self.amount(size, self.points if unit.is_share else unit)

    @cached_property
    def points(self) -> Unit:
        """The unit of what lies between two percentages."""
        one, other = (Text.model_validate({self.language: self.say("amount.points", n=n)}) for n in (1, 2))
        return Unit(id="percentage_points", label=other, one=one)

    def is_counted(self, unit: Unit) -> bool:
        """Whether a unit is one of single things, of which there are fewer and not less."""
        return unit.one is not None or f"amount.one.{unit.id}" in self.catalogue

    def amounts(self, low: float, high: float, unit: Unit) -> str:
        """A range with its unit: ``RMB 570–600 bn``, ``3–5 models``."""
        if self._rescaled(high, unit):
            return fill(
                self.catalogue.entry("number.range"),
                {"low": self.amount(low, unit), "high": self.amount(high, unit)},
            )
        return self._with_unit(self._numbers.spread(low, high), high, unit)

    def _with_unit(self, number: str, value: float, unit: Unit) -> str:
        if unit.written is not None:
            return fill(self.text(unit.written), {"number": number})
        if unit.currency is None:
            label = self.text(unit.label)
            if f"amount.written.{unit.id}" in self.catalogue:
                return self.say(f"amount.written.{unit.id}", number=number)
            one = getattr(unit.one, self.language, None) if value == 1 and unit.one else None
            if one:
                return self.say("amount.count", number=number, label=one)
            if value == 1 and f"amount.one.{unit.id}" in self.catalogue:
                return self.say(f"amount.one.{unit.id}", number=number)
            return self.say(
                "amount.count" if label[0].isalnum() else "amount.sign", number=number, label=label
            )
        scale = self._rescaled(value, unit)
        if scale:
            number = self.number(value * unit.scale / scale)
        amount = self.say(
            f"amount.scale.{scale or unit.scale:.0f}",
            number=number,
            currency=self.currency(unit.currency),
        )
        if unit.prices is None or unit.prices == "nominal":
            return amount
        return self.say("amount.constant", amount=amount, year=unit.prices)

    def currency(self, code: str) -> str:
        """A currency as it stands in amounts: ``RMB``, and ``EUR`` or, where the language writes its name, 欧元."""
        own, other = (f"amount.currency.{one}" for one in (code, "other"))
        if own in self.catalogue:
            return self.say(own)
        if other not in self.catalogue:
            return code
        return self.say(other, name=get_currency_name(code, count=2, locale=self.catalogue.locale))

    def _rescaled(self, value: float, unit: Unit) -> float | None:
        """The scale in which an amount of money is written where it is not that of its unit."""
        if unit.currency is None or unit.written is not None:
            return None
        if unit.scale in self._scales and not self.scales_amounts:
            return None
        size = abs(value) * unit.scale
        scale = max((scale for scale in self._scales if scale <= size), default=min(self._scales))
        return None if scale == unit.scale else scale

    @cached_property
    def _scales(self) -> tuple[float, ...]:
        start = "amount.scale."
        return tuple(
            float(key.removeprefix(start)) for key in self.catalogue.entries if key.startswith(start)
        )

    @property
    def scales_amounts(self) -> bool:
        """Whether amounts of money are written in the scale that fits them, 1.2万亿元, so that no bare number stands for one."""
        return self.catalogue.entry("amount.keep_scale") != "yes"

    def own_units(self, units: Iterable[Unit]) -> dict[str, Unit]:
        """For each unit that this language counts in another size, the one that takes its place, by its id."""
        found = {}
        for unit in units:
            scale, label = f"amount.shown_scale.{unit.id}", f"amount.shown_label.{unit.id}"
            if scale in self.catalogue:
                size = self.say(scale)
                text = unit.label.in_language(self.language, self.say(label))
                found[unit.id] = unit.model_copy(
                    update={"id": f"{unit.id}_in_{size}", "label": text, "scale": float(size)}
                )
        return found

    # Figures

    def figure(self, observation: Observation) -> str:
        """A figure as in charts, without its unit: ``> 1,200``, ``≈ 600``, ``269.7``."""
        return self.say(f"figure.{observation.bound}", figure=self.number(observation.value))

    def figure_long(self, observation: Observation, unit: Unit) -> str:
        """A figure as in sentences: ``more than RMB 1,200 bn``, ``about RMB 600 bn``."""
        amount = self.amount(observation.value, unit)
        return self.say(f"figure_long.{observation.bound}", figure=amount)

    def dated_figure(self, observation: Observation) -> str:
        """A figure and its period in the fewest words, without a unit: ``269.7 in 2024``."""
        figure = self.say(f"figure_long.{observation.bound}", figure=self.number(observation.value))
        return self.say("said", figure=figure, when=self.when(observation.period))
