"""The frame around every page: style sheet, page script, header and controls.

The router opens the frame and runs the page inside it. Pages ask :func:`here` for what they need.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from html import escape
from importlib.resources import files
from typing import Any, TypeVar

import streamlit as st

from metrics.app import broken_files, controls, data, open_pages, own_plan, plan_choice, take_away
from metrics.app import draft as drafts
from metrics.app.address import (
    DATA,
    LANGUAGE,
    OWN,
    PLAN,
    Address,
    Scope,
    View,
    href_of,
    language_of,
    view_of,
)
from metrics.app.box import OptionGroup
from metrics.app.day_picks import day_groups
from metrics.app.form import PRINT, YES, Form, form_of
from metrics.app.snapshot import Snapshot
from metrics.figures.blocks import of_plans, paper, print_bar, style_sheet
from metrics.figures.blocks.environment import render
from metrics.figures.brand import brand
from metrics.figures.page_parts import PageData
from metrics.figures.palette import Mode
from metrics.figures.picture import address_of
from metrics.figures.slides.texts import UNKNOWN
from metrics.progress.history import History, flips_by_day
from metrics.progress.result import Progress
from metrics.records.store import Records
from metrics.words import Words, words_for

T = TypeVar("T")

#: Pages that do not name under their controls the plans that they are cut to: the first one says it above its sentence,
#: a plan that is checked is cut to none.
NOT_NAMING_PLANS = ("glance", "check", "bring")

#: The page of the slides, which fills the window.
PRESENT = "present"


@dataclass(frozen=True)
class Here:
    """What a page works with."""

    view: View
    address: Address
    shown: Snapshot  # what could be known on the day, in the sizes of units of the language
    words: Words
    mode: Mode
    data_name: str | None  # what the data are called, where they are not those that come with Milepost
    flip_days: Callable[[], Sequence[date]]  # days until today on which a verdict changes; not what changes
    published: Callable[[], Snapshot]  # the same in the units of the sources, for what is taken away
    form: Form = Form.SCREEN

    @property
    def known(self) -> Records:
        """What could be known on the day."""
        return self.shown.known

    @property
    def progress(self) -> Progress:
        """Where every target stands on the day."""
        return self.shown.progress

    @property
    def page(self) -> PageData:
        """What the parts of a page are made from."""
        view = self.view
        return PageData(
            self.known, self.progress, self.histories, view.plans, self.words, self.mode, view.href
        )

    def of_plans(self, title: str) -> str:
        """A finding with the plans that it counts."""
        return of_plans(title, self.view.plans, self.known, self.words)

    def address_on_pictures(self, page: str) -> str:
        """Where a picture can be seen again, as it stands in the picture; a plan of this session alone has no address."""
        if self.view.data == OWN:
            return self.words.say("check.private")
        return address_of(page, self.address.given, self.view.known_on)

    @property
    def histories(self) -> Mapping[str, History]:
        """The history of every target up to the known-on day."""
        return self.shown.histories_until(self.view.known_on)

    def keep(self, make: Callable[[], T], *parts: object) -> T:
        """What ``make`` returns, made once for this view; ``parts`` tell apart what a page makes."""
        view = self.view
        shared = tuple(view.shared.items())
        return data.kept(
            (self.known.digest, view.known_on, view.today, shared, self.mode, self.form, *parts), make
        )


@lru_cache
def _asset(name: str) -> str:
    return files("metrics.app").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _page_script() -> Any:
    return st.components.v2.component("milepost_page", html="<span></span>\n", js=_asset("page.js"))


def mode() -> Mode:
    """Light or dark, as the reader's browser shows it."""
    seen = st.session_state.get("mp-page", {}).get("mode")
    if seen in ("light", "dark"):
        return "dark" if seen == "dark" else "light"
    return "dark" if st.context.theme.type == "dark" else "light"


def form() -> Form:
    """Whether the page is shown on the screen, on paper, or alone in a frame."""
    return form_of(st.query_params.to_dict(), framed=bool(st.context.is_embedded))


def _drawn_in(shown: Form) -> Mode:
    """The colours of what is drawn: paper is always light."""
    return "light" if shown is Form.PAPER else mode()


def spoken() -> Words:
    """The words of the language that the address asks for."""
    return words_for(language_of(st.query_params.to_dict()))


def here() -> Here:
    """The view, the records and the words of this run.

    Raises:
        RecordsError: the data files have problems.
    """
    words, records = spoken(), data.records()
    address = Address(st.query_params.to_dict(), words)
    view = view_of(address, records, date.today(), data.offered())
    address.choice(PRINT, (YES,))
    shown = form()

    def snapshot(of: Words | None) -> Snapshot:
        return data.snapshot(records, view.known_on, view.today, view.path, of)

    def flip_days() -> list[date]:
        every = data.histories(records, view.today, view.today, view.path).values()
        return [day for day, _ in flips_by_day(one for one in every if one.target.plan in view.plans)]

    return Here(
        view=view,
        address=address,
        shown=snapshot(words),
        words=words,
        mode=_drawn_in(shown),
        data_name=plan_choice.shown_name(view.data, records, words),
        flip_days=flip_days,
        published=lambda: snapshot(None),
        form=shown,
    )


def announcement(words: Words) -> str:
    """What is said aloud about the files of the data; empty where they are in order."""
    return broken_files.spoken(data.shown(), words)


def open_frame(current: str) -> None:
    """Style sheet, page script, header and controls; slides, paper and a frame have neither of the last two.

    Raises:
        RecordsError: the data files have problems; the style sheet is there already.
    """
    words = spoken()
    shown = form()
    state = data.shown()
    open_pages.follow(data.shown_folder(), state, date.today())
    sheet = style_sheet(_drawn_in(shown), words.language, on_screen=shown is Form.PAPER)
    own = "" if current == PRESENT else _form_styles(shown)  # slides have a print of their own
    st.html(f"{sheet}<style>{_asset('style.css')}\n{own}</style>")
    heard = announcement(words) if shown is Form.SCREEN and current != PRESENT else ""
    _mount_script(words, shown, heard)
    if current == PRESENT:
        return
    given = st.query_params.to_dict()
    if state.records is None and shown is Form.SCREEN:
        kept = {name: given[name] for name in (DATA, LANGUAGE) if name in given}
        st.html(controls.header(current, kept, given, words))
    now = here()
    taken = take_away.CurrentView(current, given, now.view, *_published(now), words, now.data_name)
    if shown is Form.FRAME:
        return
    if shown is Form.PAPER:
        st.html(_paper(now, taken))
        return
    slides = href_of(_slides_of(taken), PRESENT)
    house = of.html(now.mode) if (of := brand(now.known, words)) else None
    head = controls.header(current, now.view.shared, given, words, slides=slides, house=house)
    st.html(head + _past(now, current) + _paper(now, taken) + _own(now))
    choice = plan_choice.PlanChoice(current, now.view, data.records(), given, words)
    _controls(now, choice, taken)
    below = broken_files.banner(state, words) if state.problems else ""
    if current not in NOT_NAMING_PLANS:
        below += choice.line(now.known)
    if below:
        st.html(below)


@st.fragment
def _controls(now: Here, choice: plan_choice.PlanChoice, taken: take_away.CurrentView) -> None:
    """The row of controls. A fragment: when one is opened, what it offers is made, and the page stays as it is."""
    words, view, page = now.words, now.view, taken.page
    link = partial(href_of, now.address.given, page)

    def days() -> tuple[OptionGroup, ...]:
        def on_day(day: date) -> str:
            return link(known_on=controls.day_text(day, view.today))

        return day_groups(choice.held, now.histories.values(), view, words, on_day)

    money = any(unit.currency for unit in now.known.units.values())
    with st.container(key="mp-controls", horizontal=True, gap="small"):
        controls.known_on(view, days, words)
        choice.control()
        controls.path_and_currency(page, view, link, words, money=money)
        take_away.buttons(taken)


def _past(now: Here, current: str) -> str:
    """Above every page that shows an earlier day: which one, and the way back to today."""
    words, view = now.words, now.view
    if view.known_on == view.today:
        return ""
    return render(
        "past_band",
        said=words.say("page.past.said", day=words.day(view.known_on)),
        today=href_of(now.address.given, current, known_on=None),
        back=words.say("page.past.back"),
    )


def _own(now: Here) -> str:
    """Above every page of a reader's own plan: whose it is, and the ways back."""
    own = own_plan.held()
    if now.view.data != OWN or not own:
        return ""
    words, view = now.words, now.view
    key = "check.own_behind" if drafts.is_behind() else "check.own"
    return render(
        "own_strip",
        said=words.say(key, name=own.name),
        back=view.href("check"),
        back_label=words.say("check.back"),
        leave=view.href("glance", data=None, plan=None, known_on=None),
        leave_label=words.say("check.leave"),
    )


def _slides_of(shown: take_away.CurrentView) -> dict[str, str]:
    """Where the slides open: with this view, at the target that is on the screen."""
    status = shown.progress.statuses.get(shown.promise or "")
    if status is None:
        return dict(shown.view.shared)
    plan = {} if status.target.plan in shown.view.plans else {PLAN: status.target.plan}
    return {**shown.view.shared, **plan, "slide": status.target.id if status.counted else UNKNOWN}


def _form_styles(shown: Form) -> str:
    """What makes a page fit for its form, and for paper in any."""
    fit, paper = _asset("fit.css"), _asset("paper.css")
    if shown is Form.PAPER:
        return f"{fit}\n{paper}\n{_asset('print_view.css')}"
    if shown is Form.FRAME:
        return f"{fit}\n{_asset('alone.css')}\n@media print{{{paper}}}"
    return f"@media print{{{fit}\n{paper}}}"


def _paper(now: Here, shown: take_away.CurrentView) -> str:
    """What stands on paper only: at the head of the first page where this comes from, at the foot of each the day."""
    words, view, held = now.words, now.view, now.known
    names = [words.text(held.plans[one].label) for one in view.plans if one in held.plans]
    if view.scope is not Scope.CHOSEN and shown.page != "glance" and now.data_name:
        names = [now.data_name]
    bar = print_bar(words, back=shown.href(view)) if now.form is Form.PAPER else ""
    return bar + paper(
        words,
        plans=names,
        known_on=view.known_on,
        version=now.known.as_of,
        address=words.say("check.private") if shown.is_private else shown.address(st.context.url),
        house=of.html("light") if (of := brand(held, words)) else None,
    )


def _published(now: Here) -> tuple[Records, Progress]:
    """The records and results of the view with every figure as published, for what is taken away."""
    published, own = now.published(), own_plan.held()
    known = published.known
    if now.view.data == OWN and own:  # what the files hold, not the word by which this session knows it
        known = replace(known, digest=own.digest)
    return known, published.progress


def notes(now: Here) -> None:
    """What in the address could not be used; called at the end of a page, shown below the controls."""
    if now.address.notes:
        items = "".join(f"<p>{escape(note)}</p>" for note in dict.fromkeys(now.address.notes))
        st.html(f'<div class="mp-notice" role="status">{items}</div>')


def _mount_script(words: Words, shown: Form, heard: str) -> None:
    """Mount the page script, which says what is ``heard`` and goes where a link leads without loading the whole app again."""
    _page_script()(
        key="mp-page",
        data={
            "mode": mode(),
            "lang": words.tag,
            "framed": shown is Form.FRAME,
            "sized": shown.width is not None,
            "heard": heard,
            "mended": words.say("live.mended"),
            "native": words.native,
        },
        on_mode_change=lambda: None,
    )
