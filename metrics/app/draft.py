"""The draft: what somebody has pasted or sent on the page Check a plan, as it is mended there.

In: files, and changes of them. Out: the :class:`Draft` of this session, with what is wrong with it. It stands in the memory
of the session and nowhere else: not in the address, not on disk, not in what sessions share.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import streamlit as st

from metrics.app import own_plan
from metrics.exports.archive import archive
from metrics.records import Problem, Records, read_files
from metrics.records.contents import CSV
from metrics.records.folder import HOLDS, OBSERVED, PROMISED
from metrics.records.mend import Mend, mended, mends
from metrics.records.upload import limits, place_of, unpack
from metrics.words import Words

_KEY, _SENT, _HELD = "mp-draft", "mp-draft-sent", "mp-draft-held"
MOST_STEPS = 30  # changes that can be undone
LARGEST_TEXT = 1_000_000  # characters that are edited in the browser; with more it no longer keeps up


@dataclass(frozen=True, eq=False)
class Draft:
    """The files of a plan that somebody is writing."""

    files: Mapping[str, bytes]  # by path inside the folder
    earlier: tuple[Mapping[str, bytes], ...] = ()  # before the last changes, the newest last
    left_out: tuple[str, ...] = ()  # names that were sent and that nothing reads

    @cached_property
    def checked(self) -> tuple[Records | None, tuple[Problem, ...]]:
        """The records, or None and what is wrong; read once for each state of the files."""
        too_much = tuple(limits(self.files))
        return (None, too_much) if too_much else read_files(self.files)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files."""
        return self.checked[1]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The files that are text, without byte-order mark."""
        found: dict[str, str] = {}
        for name, data in self.files.items():
            try:
                found[name] = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
        return found

    @cached_property
    def mends(self) -> Mapping[Problem, Mend]:
        """The fix of each problem for which there is one."""
        return {
            problem: found
            for name, text in self.texts.items()
            for problem, found in mends([one for one in self.problems if one.file == name], text).items()
        }

    def can_be_edited(self, name: str) -> bool:
        """Whether the browser can show the whole of a file for editing."""
        return name in self.texts and len(self.texts[name]) <= LARGEST_TEXT

    def with_files(self, files: Mapping[str, bytes]) -> "Draft":
        """The draft with other files; these can be had back."""
        ordered = dict(sorted(files.items(), key=lambda one: _order(one[0])))
        return replace(
            self,
            files=MappingProxyType(ordered),
            earlier=(*self.earlier, self.files)[-MOST_STEPS:],
            left_out=(),
        )

    def with_text(self, name: str, text: str) -> "Draft":
        """The draft with one file written anew; itself if that changes nothing but the ends of its lines."""
        if self.texts.get(name, "").replace("\r\n", "\n").replace("\r", "\n") == text and name in self.files:
            return self
        return self.with_files({**self.files, name: text.encode("utf-8", "replace")})

    def mended(self, problem: Problem) -> "Draft":
        """The draft with the fix of one problem put in, where what stands there is still what was wrong."""
        found = self.mends.get(problem)
        return self.with_text(problem.file, found.applied(self.texts[problem.file])) if found else self

    def all_mended(self) -> "Draft":
        """The draft with every fix put in that its problems name."""
        files = {
            name: mended([one for one in self.problems if one.file == name], text).encode()
            for name, text in self.texts.items()
            if any(one.file == name for one in self.problems)
        }
        return self.with_files({**self.files, **files})

    def undone(self) -> "Draft":
        """The draft before the last change."""
        if not self.earlier:
            return self
        return replace(self, files=self.earlier[-1], earlier=self.earlier[:-1], left_out=())

    def packed(self) -> bytes:
        """The folder as a zip file: for the same files always the same bytes."""
        return archive(self.files)


def current() -> Draft | None:
    """The draft of this session."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Draft) else None


def keep(draft: Draft) -> None:
    """Make a draft that of this session."""
    st.session_state[_KEY] = draft


def drop() -> None:
    """Forget the draft, what was wrong with what was sent, and the plan that was made of it."""
    for key in (_KEY, _SENT, _HELD):
        st.session_state.pop(key, None)
    own_plan.forget()


def begin(files: Mapping[str, bytes]) -> None:
    """Begin with some files; those that were there can be had back."""
    keep((current() or Draft({})).with_files(files))
    st.session_state.pop(_SENT, None)


def empty() -> dict[str, bytes]:
    """The files that every plan has, with nothing in them."""
    return {
        PROMISED: b"",
        "data/indicators.yaml": b"",
        "data/sources.yaml": b"",
        f"data/{OBSERVED}/figures.csv": header(f"data/{OBSERVED}/figures.csv"),
    }


def header(name: str) -> bytes:
    """The first line of a CSV file with the names of its columns; nothing for any other."""
    last = name.rpartition("/")[2]
    model = CSV.get(last) or (CSV[OBSERVED] if f"/{OBSERVED}/" in name else None)
    return f"{','.join(model.model_fields)}\n".encode() if model else b""


def take(sent: Sequence[tuple[str, bytes]]) -> None:
    """Put what was sent beside the files that are there, or in their place; if anything is wrong with it, nothing of it."""
    upload = unpack(sent)
    st.session_state[_SENT] = upload.problems
    if not upload.problems and upload.files:
        before = current() or Draft({})
        is_whole = PROMISED in upload.files and len(upload.files) > 1
        files = upload.files if is_whole else {**before.files, **upload.files}
        keep(replace(before.with_files(files), left_out=upload.left_out))
    elif not upload.problems:
        st.session_state[_SENT] = (Problem("nothing_sent"),)


def refused() -> tuple[Problem, ...]:
    """What was wrong with what was sent last."""
    found: tuple[Problem, ...] = st.session_state.get(_SENT, ())
    return found


def add(name: str) -> str | None:
    """Add an empty file; gives its place, or None if no file of that name is read or it is there already."""
    draft, place = current(), place_of(name.strip())
    if draft is None or place is None or place in draft.files or not name.isprintable():
        return None
    keep(draft.with_files({**draft.files, place: header(place)}))
    return place


def hold(words: Words) -> bool:
    """Make the plan of a draft that is in order the one that this session sees; once for each state of it.

    Gives whether that was done now.
    """
    draft = current()
    if draft is None or st.session_state.get(_HELD) is draft:
        return False
    records = draft.checked[0]
    if records is not None:
        plans = [records.plans[one] for one in records.glance.plans] or [*records.plans.values()]
        name = words.listing(words.text(one.label) for one in plans)
        own_plan.hold(name, draft.files, records)
        st.session_state[_HELD] = draft
    return records is not None


def is_behind() -> bool:
    """Whether the plan that is seen is an earlier state of the draft, which has problems now."""
    draft = current()
    return draft is not None and own_plan.held() is not None and st.session_state.get(_HELD) is not draft


def _order(name: str) -> tuple[int, str]:
    last = name.rpartition("/")[2]
    roles = list(HOLDS)
    return roles.index(last) if last in roles else roles.index(OBSERVED), name
