"""Taking away: the two buttons of the bar by which a view is downloaded and cited.

In: the view, its records and results, and where in the browser it stands. Out: two popovers. Files are made on the
click; they are those of ``python -m metrics export``, byte for byte.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from metrics.app.address import KNOWN_ON, OWN, View, base_of, short_addresses
from metrics.app.box import box
from metrics.app.embed import charts_alone, embed_lines
from metrics.app.form import ONLY, PRINT, YES
from metrics.exports import files
from metrics.exports.citation import Citation, citation, with_figures
from metrics.exports.extract import Extract, extract
from metrics.exports.file_name import file_name
from metrics.figures.blocks.environment import render
from metrics.figures.indicator.first_choice import first_places, first_series
from metrics.figures.page_parts import PageData
from metrics.figures.slides.choice import WHOLE
from metrics.figures.slides.named import choice_of
from metrics.progress.result import Progress
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words import Words

#: What the box offers, in its order: the key of its label, the format and the table.
OFFERED = (
    ("readings", "csv", "readings"),
    ("observations", "csv", "observations"),
    ("workbook", "xlsx", ""),
    ("slides", "pptx", ""),
    ("handout", "handout", ""),
    ("sheets", "sheets", ""),
    ("offline", "html", ""),
    ("package", "package", ""),
)
#: The forms of a citation: the ending and the media type of its file, and what writes it.
CITED: Mapping[str, tuple[str, str, Callable[[Citation, Words], str]]] = {
    "plain": ("txt", "text/plain", Citation.plain),
    "bibtex": ("bib", "application/x-bibtex", Citation.bibliography),
    "csl": ("json", "application/vnd.citationstyles.csl+json", Citation.csl_json),
}


@dataclass(frozen=True, slots=True)
class CurrentView:
    """What is on the screen."""

    page: str  # id of the page
    given: Mapping[str, str]  # the parameters of its address
    view: View
    known: Records
    progress: Progress
    words: Words
    data: str | None = None  # what the data are called; None: those that come with Milepost

    @property
    def promise(self) -> str | None:
        """The target or goal that the page is about."""
        if self.page != "target":
            return None
        there = [*self.progress.statuses, *self.known.goals]
        asked = self.given.get("target")
        return asked if asked in there else next(iter(there), None)

    @property
    def about(self) -> str | None:
        """The target, the goal or the indicator that the page is about."""
        if self.page != "indicators":
            return self.promise
        first = None if self.given.get("family") else self.known.glance.indicator
        return self.given.get("indicator") or first

    @property
    def title(self) -> str:
        """What a citation calls it: the promise, the indicator, or the page and the plan that it is cut to."""
        held, words, named = self.known, self.words, self.data
        promise = held.targets.get(self.promise or "") or held.goals.get(self.promise or "")
        indicator = held.indicators.get(self.given.get("indicator", ""))
        if promise:
            title = words.text(promise.statement).rstrip(".。")
        elif self.page == "indicators" and indicator:
            title = words.text(indicator.label)
        else:
            title = words.say(f"page.{self.page}.title")
            plan = held.plans.get(self.view.plan or "")
            named = words.text(plan.label) if plan else named
        # Data that do not come with Milepost are named, so that they are not taken for what does.
        return words.say("take_away.title", page=title, plan=named) if named else title

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The figures that the view rests on: those that count for its target, or those drawn of its indicator."""
        held, about = self.known, self.about
        status = self.progress.statuses.get(about or "")
        if status is not None:
            read = (one.observation for one in status.counted)
            return tuple(one for one in read if one is not None)
        indicator = held.indicators.get(about or "") if self.page == "indicators" else None
        if indicator is None:
            return ()
        reported = [one for one in held.observations.values() if one.indicator == indicator.id]
        named = self.given.get("series", "").split(",")
        drawn = [one.id for one in indicator.series if one.id in named]
        series = drawn or first_series(indicator, reported, held, self.view.known_on)
        there = dict.fromkeys(one.geography for one in reported if one.series in series)
        asked = [one for one in self.given.get("places", "").split(",") if one in there]
        places = asked or first_places(tuple(there), held)
        return tuple(one for one in reported if one.series in series and one.geography in places)

    @property
    def parts(self) -> PageData:
        """What the parts of its page are made from."""
        view = self.view
        return PageData(self.known, self.progress, {}, view.plans, self.words, "light", view.href)

    def address(self, url: str | None) -> str | None:
        """Where it can be seen again: what the browser shows, with the day named even where it is today."""
        base = base_of(url, self.page)
        if base is None or self.is_private:
            return None
        place = "" if self.page == "glance" else self.page
        return f"{base}/{place}?{urlencode(self._kept | {KNOWN_ON: self.view.known_on.isoformat()})}"

    @property
    def is_private(self) -> bool:
        """Whether only this session can show it, so that no address leads anybody else there."""
        return self.view.data == OWN

    @property
    def _kept(self) -> dict[str, str]:
        """The choices of the address, without the form in which the page is shown."""
        return {name: value for name, value in self.given.items() if value and name not in (PRINT, ONLY)}

    def href(self, view: View, **more: str) -> str:
        """A link to the same view on the same page, in any other form."""
        return view.href(
            self.page, **{name.replace("-", "_"): value for name, value in (self._kept | more).items()}
        )

    @property
    def scope(self) -> str | None:
        """The promise or the plan to which its files are cut; None: all plans."""
        return self.promise or (self.view.plan if self.view.plan in self.known.plans else None)

    def taken(self, *, everything: bool = False, base: str | None = None) -> Extract:
        """What its files are made from."""
        plan = None if everything or self.promise else self.view.plan
        taken = extract(self.known, self.progress, self.words, plan, None if everything else self.promise)
        choice = WHOLE
        if self.page == "present":
            name = self.given.get("deck", "")
            deck = name if name in self.known.decks else None
            choice, _ = choice_of(self.given, deck, self.known, self.words)
        known = None if self.is_private else base
        return replace(taken, choice=choice, base=known, short=short_addresses(self.view, self.words, base))


def buttons(shown: CurrentView) -> None:
    """Download and Cite."""
    for key, icon, draw in (("download", "download", _downloads), ("cite", "format_quote", _cite)):
        label = shown.words.say(f"take_away.{key}")
        box(f"mp-{key}", label, partial(draw, shown), shown.words, f":material/{icon}:")


def _downloads(shown: CurrentView) -> None:
    say = shown.words.say
    with st.container(key="mp-take-view", gap=None):
        for key, kind, table in OFFERED:
            if key in ("readings", "package"):
                part, note = ("view", _scope(shown)) if key == "readings" else ("everything", None)
                note = note or say("take_away.everything_note")
                st.html(render("take_head", title=say(f"take_away.{part}"), note=note))
            _button(shown, say(f"take_away.{key}"), kind, table)
        href = shown.href(shown.view, **{PRINT: YES})
        st.html(render("take_print", title=say("paper.print"), link=say("paper.open"), href=href))
        address = shown.address(st.context.url)
        if address:
            charts = charts_alone(shown.about or "", shown.parts)
            st.html(embed_lines(address, shown.title, charts, shown.words))


def _scope(shown: CurrentView) -> str:
    words, plan = shown.words, shown.known.plans.get(shown.view.plan or "")
    what = shown.title if shown.promise else words.text(plan.label) if plan else shown.data
    return words.say(
        "take_away.scope", what=what or words.say("take_away.all_plans"), day=shown.view.known_on
    )


def _button(shown: CurrentView, label: str, kind: str, table: str) -> None:
    everything = kind == "package"
    base = base_of(st.context.url, shown.page)  # not on the click: the file is made without the session
    name = files.name(shown.view.known_on, kind, table, None if everything else shown.scope)
    _download(
        label,
        lambda: files.content(shown.taken(everything=everything, base=base), kind, table),
        (name, files.FORMATS[kind].type),
        f"mp-take-{table or kind}",
    )


def _download(label: str, data: Callable[[], bytes], file: tuple[str, str], key: str) -> None:
    name, mime = file
    st.download_button(label, data=data, file_name=name, mime=mime, key=key, on_click="ignore")


def _cite(shown: CurrentView) -> None:
    words, day = shown.words, shown.view.known_on
    cited = citation(shown.title, day, shown.known, shown.address(st.context.url))
    cited = with_figures(cited, shown.figures, shown.known, words)
    note = words.say("check.private_note" if shown.is_private else "take_away.cite_source")
    st.html(render("take_head", title=words.say("take_away.cite_view"), note=note))
    labels = [words.say(f"take_away.{form}") for form in CITED]
    for tab, label, (form, (ending, mime, write)) in zip(st.tabs(labels), labels, CITED.items(), strict=True):
        text = write(cited, words).rstrip()
        name = file_name(f"citation-{shown.promise or shown.page}", day, ending)
        with tab:
            st.html(render("citation", label=label, text=text))
            save = words.say("take_away.save", ending=ending)
            _download(save, f"{text}\n".encode, (name, mime), f"mp-cite-{form}")
