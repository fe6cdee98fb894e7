"""A plan of the reader's own: checked in this session, held in memory, gone with it.

In: the records of what was pasted or sent. Out: the :class:`OwnPlan` of this session, and what was made for it. Nothing
of it is written anywhere, and no other session can reach it: what is made for its pages is kept with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from secrets import token_hex
from types import MappingProxyType
from weakref import WeakValueDictionary

import streamlit as st

from metrics.app.result_cache import ResultCache
from metrics.records.store import Records

_KEY = "mp-own-plan"
_MARK = "own-"
_MOST = 128  # results that are kept for one session; a page makes about ten


@dataclass(frozen=True, eq=False)
class OwnPlan:
    """One checked plan."""

    name: str  # what the reader calls it: the name of the file or folder that was sent
    files: Mapping[str, bytes]  # by path inside the folder
    records: Records  # its digest is a word that only this session knows
    digest: str = ""  # of the files
    results: ResultCache = field(default_factory=lambda: ResultCache(_MOST))  # what was made for it


_held: WeakValueDictionary[str, OwnPlan] = WeakValueDictionary()


def hold(name: str, files: Mapping[str, bytes], records: Records) -> OwnPlan:
    """Make a checked plan that of this session; the one before it is forgotten."""
    word = f"{_MARK}{token_hex(16)}"
    plan = OwnPlan(name, MappingProxyType(dict(files)), replace(records, digest=word), records.digest)
    _held[word] = plan
    st.session_state[_KEY] = plan
    return plan


def held() -> OwnPlan | None:
    """The plan of this session."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, OwnPlan) else None


def forget() -> None:
    """Let go of the plan and of all that was made for it."""
    st.session_state.pop(_KEY, None)


def owner(key: tuple[object, ...]) -> OwnPlan | None:
    """The plan for which something is made, by the digest among the parts of its key; None: it is everybody's."""
    words = (part.split(" ")[0] for part in key if isinstance(part, str) and part.startswith(_MARK))
    return next((plan for word in words if (plan := _held.get(word))), None)
