"""The parts of the page Bring figures in: the file, how it is read, and what it would change.

In: the files of the plan that is shown or drafted, and a publisher's file. Out: Streamlit elements. The file stands in the memory of
the session; the plan with its figures becomes the draft of this session, which every page then shows. Nothing is written to
disk: who may do that has the command line.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from metrics.app import data
from metrics.app import draft as drafts
from metrics.app.address import DATA, KNOWN_ON, OWN, PLAN
from metrics.app.controls import put
from metrics.app.frame import Here
from metrics.app.uploads import in_memory
from metrics.exports.archive import archive
from metrics.figures.blocks.environment import render
from metrics.records import Problem, Records, RecordsError, read_files
from metrics.records.upload import LARGEST
from metrics.releases.preview import Import, Preview, preview
from metrics.releases.report import report

_FILE, _PREVIEW = "mp-release-file", "mp-release-preview"
#: Where the page's own plan keeps its data; that which is shown is handed over in the same form.
_DATA = "data"
MOST_PROBLEMS = 50


def plan_files() -> tuple[Mapping[str, bytes], Records] | None:
    """The files that figures are brought into, and their records; None where the draft is not in order."""
    draft = drafts.current()
    files = draft.files if draft and draft.files else data.files_shown()
    records = draft.checked[0] if draft and draft.files else read_files(files)[0]
    return (files, records) if records else None


def choices(records: Records, now: Here) -> Import | None:
    """The file, the mapping, the day and the source; None as long as one of them is missing."""
    words = now.words
    in_memory()
    left, right = st.columns(2, gap="large")
    with left:
        sent = st.file_uploader(words.say("bring.file", mb=LARGEST), key=_FILE)
        published = st.date_input(
            words.say("bring.published"),
            value=None,
            max_value=now.view.today,
            format="YYYY-MM-DD",
            key="mp-release-day",
        )
    with right:
        name = st.selectbox(words.say("bring.mapping"), [*records.mappings], key="mp-release-map")
        mapping = records.mappings[name]
        sources = [*records.sources]
        source = st.selectbox(
            words.say("bring.source"),
            sources,
            index=sources.index(mapping.source) if mapping.source else None,
            format_func=lambda one: words.document(records.sources[one], records),
            key=f"mp-release-source-{name}",
        )
    if sent is None or published is None or source is None:
        st.html(render("note", text=words.say("bring.missing")))
        return None
    return Import(sent.name, sent.getvalue(), mapping, source, published, now.view.today)


def no_mapping(now: Here) -> None:
    """That the plan has no mapping yet, and where one is written."""
    words = now.words
    text = words.say("bring.no_mapping")
    links = [(words.say("page.check.name"), now.view.href("check", file="data/mappings.yaml"))]
    st.html(
        render("check_state", said=text, note=words.say("bring.no_mapping_note"), links=links, good=False)
    )


def outcome(files: Mapping[str, bytes], asked: Import, now: Here) -> None:
    """What the file would change, or everything in it that is not understood."""
    words = now.words
    try:
        found = _previewed(files, asked)
    except RecordsError as error:
        _refused(error.problems, now)
        return
    if found.problems:
        _refused(found.problems, now)
        return
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in report(found, asked, words)]
    st.html(
        render("release", title=words.say("bring.would"), lines=lines, empty=not found.files, say=words.say)
    )
    if found.files:
        after = {**files, **found.files}
        with st.container(horizontal=True, gap="small"):
            st.button(
                words.say("bring.apply"),
                key="mp-release-apply",
                type="primary",
                help=words.say("bring.apply_help"),
                on_click=partial(_apply, after, now),
            )
            st.download_button(
                words.say("bring.save"),
                data=partial(archive, after),
                file_name="plan.zip",
                mime="application/zip",
                key="mp-release-save",
                on_click="ignore",
            )


def _apply(files: Mapping[str, bytes], now: Here) -> None:
    drafts.begin(files)
    drafts.hold(now.words)
    for name in (PLAN, KNOWN_ON):
        put(name, None)
    put(DATA, OWN)


def _previewed(files: Mapping[str, bytes], asked: Import) -> Preview:
    """The preview of a file, made once for the same files and choices.

    Raises:
        RecordsError: the publisher's file cannot be read.
    """
    kept = st.session_state.get(_PREVIEW)
    if kept and kept[0] == (files, asked):
        return kept[1]  # type: ignore[no-any-return]  # the session holds anything
    found = preview(files, _DATA, asked)
    st.session_state[_PREVIEW] = ((files, asked), found)
    return found


def _refused(problems: tuple[Problem, ...], now: Here) -> None:
    words = now.words
    lines = [words.problem_line(one) for one in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        lines.append(words.say("release.more", n=len(problems) - MOST_PROBLEMS))
    st.html(render("refused", title=words.say("bring.refused"), problems=lines))
