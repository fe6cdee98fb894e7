"""The parts of the page Check a plan: three ways to begin, the text, and what is wrong with it beside it.

In: the :class:`~metrics.app.draft.Draft` of the session. Out: Streamlit elements. Which file is edited stands in the address;
the files themselves stand in the session.
"""

from collections.abc import Callable
from functools import partial
from importlib.resources import files

import streamlit as st

from metrics.app import data
from metrics.app import draft as drafts
from metrics.app.address import OWN
from metrics.app.controls import mirror, on_change, put
from metrics.app.draft import Draft
from metrics.app.frame import Here
from metrics.app.markdown import plain_label
from metrics.app.uploads import in_memory
from metrics.exports.starter.folder import FILES as STARTER
from metrics.figures.blocks import excerpt, excerpts, numbered, problem_head, problem_overview
from metrics.figures.blocks.environment import render
from metrics.figures.blocks.problem_list import NumberedProblem
from metrics.records.folder import PROMISED
from metrics.records.problem import Problem, RecordsError
from metrics.records.upload import LARGEST, MOST_FILES, MOST_LINES

FILE = "file"
HEIGHT = 560  # px of the text
MOST_BUTTONS = 30  # fixes with a button of their own; the browser draws each of them anew after every run
MOST_NAMES = 12  # of files that were left out

_COUNTS = ("plans", "targets", "goals", "indicators", "series", "observations", "sources")


def style() -> None:
    """What only this page wears."""
    sheet = files("metrics.app").joinpath("check.css").read_text(encoding="utf-8")
    st.html(f"<style>{sheet}</style>")


def begin(now: Here) -> None:
    """Three ways to begin: with a plan that is in order, with empty files, with what is sent."""
    words = now.words

    def head(way: str, **limits: str | float) -> None:
        note = words.say(f"check.{way}_note", **limits)
        st.html(render("way", title=words.say(f"check.{way}"), note=note))

    def button(name: str, action: Callable[[], None]) -> None:
        st.button(words.say(f"check.{name}"), key=f"mp-begin-{name}", on_click=action)

    one, two, three = st.columns(3, gap="large")
    with one:
        head("begin")
        with st.container(horizontal=True, gap="small"):
            button("example", lambda: drafts.begin(data.files_of(STARTER)))
            button("shown", lambda: drafts.begin(data.files_shown()))
    with two:
        head("paste")
        button("empty", lambda: drafts.begin(drafts.empty()))
    with three:
        head("send", mb=LARGEST, files=MOST_FILES, lines=words.number(MOST_LINES))
        _uploader(now)
    if drafts.current():
        button("anew", drafts.drop)


def _uploader(now: Here) -> None:
    """The box for files; it is empty again as soon as they are taken over, and holds nothing a second time."""
    in_memory()
    turn = st.session_state.setdefault("mp-send-turn", 0)
    key = f"mp-send-{turn}"

    def sent() -> None:
        found = st.session_state.get(key) or []
        drafts.take([(one.name, one.getvalue()) for one in found])
        if found:
            st.session_state["mp-send-turn"] = turn + 1

    st.file_uploader(
        now.words.say("check.send_label"),
        accept_multiple_files=True,
        key=key,
        on_change=sent,
        label_visibility="collapsed",
    )


def sent_notice(now: Here) -> None:
    """What was wrong with what was sent last, and what of it was left out."""
    words, refused, draft = now.words, drafts.refused(), drafts.current()
    if refused:
        lines = [words.problem_line(one) for one in refused[:50]]
        st.html(render("refused", title=words.say("check.refused"), problems=lines))
    elif draft and draft.left_out:
        names = [*draft.left_out[:MOST_NAMES]]
        if len(draft.left_out) > MOST_NAMES:
            names.append(words.say("check.left_out_more", n=len(draft.left_out) - MOST_NAMES))
        st.html(render("note", text=words.say("check.left_out", names=words.listing(names))))


def state(draft: Draft, now: Here) -> None:
    """In one line: how much is wrong, or that nothing is, what the plan holds, and the way to it."""
    words, problems = now.words, draft.problems
    records = draft.checked[0]
    links: list[tuple[str, str]] = []
    if records is None:
        count = RecordsError(problems)
        said = words.say("check.at_least" if count.at_least else "check.problems", n=count.count)
        note = words.say("check.earlier") if drafts.is_behind() else None
    else:
        said = words.say("check.clean")
        counts = {name: len(getattr(records, name)) for name in _COUNTS}
        told = words.listing(words.say(f"check.{name}", n=count) for name, count in counts.items() if count)
        note = words.say("check.holds", counts=told)
        own = partial(now.view.href, data=OWN, plan=None, known_on=None)
        links = [(words.say("check.see"), own("glance")), (words.say("check.present"), own("present"))]
    st.html(render("check_state", said=said, note=note, links=links, good=records is not None))


def editor(draft: Draft, now: Here) -> None:
    """The text of one file, and what can be done with it."""
    words, names = now.words, [*draft.files]
    wrong = {name: len(told) for name, told in numbered(draft.problems).items()}
    chosen = edited(draft, now)
    mirror("mp-file", chosen)

    def label(name: str) -> str:
        if wrong.get(name):
            return words.say("check.file_wrong", name=name, n=wrong[name])
        return words.say("check.file_clean", name=name)

    with st.container(key="mp-editor", gap="small"):
        st.selectbox(
            words.say("check.file"),
            names,
            format_func=label,
            key="mp-file",
            on_change=on_change(FILE, "mp-file", lambda one: one),
            label_visibility="collapsed",
        )
        _text(draft, chosen, now)
        with st.container(horizontal=True, gap="small"):
            st.button(
                words.say("check.again"), key="mp-check", type="primary", help=words.say("check.again_help")
            )
            st.button(
                words.say("check.undo"),
                key="mp-undo",
                disabled=not draft.earlier,
                on_click=lambda: drafts.keep(draft.undone()),
            )
            _more(draft, chosen, now)
            st.download_button(
                words.say("check.save"),
                data=draft.packed,
                file_name="plan.zip",
                mime="application/zip",
                key="mp-save",
                on_click="ignore",
            )


def edited(draft: Draft, now: Here) -> str:
    """The file that is edited: the one of the address, else the first one with a problem, else the promises."""
    names = [*draft.files]
    wrong = next((one.file for one in draft.problems if one.file in draft.files), None)
    first = wrong or (PROMISED if PROMISED in names else names[0])
    asked = now.address.given.get(FILE)
    return asked if asked in names else first


def _text(draft: Draft, name: str, now: Here) -> None:
    words = now.words
    if not draft.can_be_edited(name):
        key = "check.too_long" if name in draft.texts else "check.no_text"
        st.html(render("note", text=words.say(key)))
        return
    key = f"mp-text-{name}"
    mirror(key, draft.texts[name].replace("\r\n", "\n").replace("\r", "\n"))

    def changed() -> None:
        held = drafts.current()
        if held is not None:
            drafts.keep(held.with_text(name, st.session_state.get(key) or ""))
            put(FILE, name)

    st.text_area(
        plain_label(words.say("check.text", name=name)),
        key=key,
        height=HEIGHT,
        on_change=changed,
        label_visibility="collapsed",
    )


def _more(draft: Draft, name: str, now: Here) -> None:
    words = now.words
    with st.popover(words.say("check.add")), st.form("mp-add", border=False):
        wanted = st.text_input(
            words.say("check.add_label"), help=words.say("check.add_help"), max_chars=200, key="mp-add-name"
        )
        if st.form_submit_button(words.say("check.add_button")) and wanted:
            place = drafts.add(wanted)
            if place:
                put(FILE, place)
                st.rerun()
            st.html(render("note", text=words.say("check.add_refused", name=wanted)))

    def removed() -> None:
        drafts.keep(draft.with_files({one: data for one, data in draft.files.items() if one != name}))
        put(FILE, None)

    st.button(words.say("check.remove"), key="mp-remove", on_click=removed, disabled=len(draft.files) < 2)


def findings(draft: Draft, now: Here) -> None:
    """What is wrong: a list of all, then the lines of each file around its problems."""
    words, problems = now.words, draft.problems
    records = draft.checked[0]
    if records is not None and records.warnings:
        st.html(render("note", text=words.say("check.warnings", n=len(records.warnings))))
        st.html(problem_overview(records.warnings, words))
    if not problems:
        return
    st.html(problem_overview(problems, words))
    known = {
        one.number: draft.mends[one.problem].new
        for told in numbered(problems).values()
        for one in told
        if one.problem in draft.mends
    }
    if len(known) > 1:
        st.button(
            words.say("check.put_in_all", n=len(known)),
            key="mp-mend-all",
            on_click=lambda: drafts.keep(draft.all_mended()),
        )
    buttons = set(sorted(known)[:MOST_BUTTONS])
    chosen = edited(draft, now)
    for file, told in numbered(problems).items():
        can_be_edited = file in draft.files and draft.can_be_edited(file) and file != chosen
        edit = now.view.href("check", file=file) if can_be_edited else None
        st.html(problem_head(file, told, words, edit))
        for part in excerpts(file, draft.texts.get(file, ""), told):
            st.html(excerpt(part, words))
            _fixes([one for one in part.listed if one.number in buttons], known, draft, now)
    if len(known) > MOST_BUTTONS:
        st.html(render("note", text=words.say("check.fixes_left", n=len(known) - MOST_BUTTONS)))


def _fixes(told: list[NumberedProblem], known: dict[int, str], draft: Draft, now: Here) -> None:
    """A button for each fix that can be put in."""
    if not told:
        return
    with st.container(key=f"mp-fixes-{told[0].number}", horizontal=True, gap="xsmall"):
        for one in told:
            label = now.words.say("check.put_in", line=one.problem.line or 0, new=known[one.number][:60])
            action = partial(_put_in, draft, one.problem)
            st.button(plain_label(label), key=f"mp-mend-{one.number}", on_click=action)


def _put_in(draft: Draft, problem: Problem) -> None:
    drafts.keep(draft.mended(problem))
