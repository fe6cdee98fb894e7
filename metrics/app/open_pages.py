"""The open pages: each is drawn anew when what it shows has changed in the files, and not otherwise.

In: what each session has drawn. Out: a new run of the sessions whose page is out of date. One thread looks at the
folders that are shown, however many pages are open. A page with no news hears nothing: a timer in the browser would
run the script each second, and a presenter may have no connection.

Streamlit has no public way to ask for a run from outside. What is used of its inside stands in :func:`_draw_anew`; it
is what Streamlit does when a source file is saved. ``tests/browser/test_live.py`` holds that it works.
"""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from weakref import WeakKeyDictionary

from streamlit.runtime import Runtime, RuntimeState, exists, get_instance
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx

from metrics.app.watch import FolderState, look
from metrics.records.folder import Folder

_LOG = logging.getLogger(__name__)

#: s between two looks; what is withheld is looked at again sooner, and after a failure later.
PACE, SOON, LATER = 0.5, 0.25, 60.0

#: s that files must be left alone before they are read, and how often that is waited for: many are saved at a time.
QUIET, WAITS = 0.1, 5


@dataclass(frozen=True, slots=True)
class PageInputs:
    """What a page was drawn from."""

    folder: Path | None  # None: a plan in memory, which never changes
    mark: object  # of the standing
    day: date


_drawn: "WeakKeyDictionary[AppSession, PageInputs]" = WeakKeyDictionary()
_lock = Lock()
_looks: list[Thread] = []


def follow(folder: Path | None, state: FolderState, day: date) -> None:
    """Note what this run draws; from now on its page follows the files. Outside a server nothing is noted."""
    context = get_script_run_ctx()
    runtime = _runtime()
    session = runtime.get_app_session(context.session_id) if context and runtime else None
    if session is None:
        return
    with _lock:
        _drawn[session] = PageInputs(folder, state.mark, day)
        if not any(thread.is_alive() for thread in _looks):
            _looks[:] = [Thread(target=_keep_looking, name="milepost-open-pages", daemon=True)]
            _looks[0].start()


def is_stale(drawn: PageInputs, states: dict[Path, FolderState], day: date) -> bool:
    """Whether a page shows something else than what stands in its folder, or an earlier day than today.

    >>> is_stale(PageInputs(None, None, date(2026, 11, 22)), {}, date(2026, 11, 23))
    True
    """
    state = states.get(drawn.folder) if drawn.folder else None
    return drawn.day != day or (state is not None and state.mark != drawn.mark)


def _runtime() -> Runtime | None:
    """The server of this process; tests without one put a stand-in there."""
    found = get_instance() if exists() else None
    return found if type(found) is Runtime else None


def _keep_looking() -> None:
    prints: dict[Path, object] = {}
    while (runtime := _runtime()) and runtime.state not in (RuntimeState.STOPPING, RuntimeState.STOPPED):
        pace = PACE
        try:
            with _lock:
                pages = [
                    (session, drawn)
                    for session, drawn in _drawn.items()
                    if runtime.is_active_session(session.id)
                ]
            states = {
                folder: _settled(folder, prints) for _, drawn in pages if (folder := drawn.folder) is not None
            }
            day = date.today()
            for session, drawn in pages:
                if is_stale(drawn, states, day):
                    _draw_anew(session)
            if any(state.withheld for state in states.values()):
                pace = SOON
        except Exception:  # noqa: BLE001  a page that does not follow by itself shows the news on the next click
            _LOG.exception("the open pages could not be brought up to date")
            pace = LATER
        sleep(pace)


def _settled(folder: Path, prints: dict[Path, object]) -> FolderState:
    """What stands in a folder, read when nobody is writing there any more, or after half a second all the same."""
    for _ in range(WAITS):
        now = Folder(folder).fingerprint
        if prints.get(folder, now) == now:
            break
        prints[folder] = now
        sleep(QUIET)
    prints[folder] = now
    return look(folder)


def _draw_anew(session: AppSession) -> None:
    """Run the script of a session once more, as its reader last asked for it; one that is running is left alone.

    What a reader asks meanwhile goes first: the session is then not idle, and the next look finds it up to date.
    """

    def run() -> None:
        if session._scriptrunner is None:  # noqa: SLF001
            session.request_rerun(session._client_state)  # noqa: SLF001

    session._event_loop.call_soon_threadsafe(run)  # noqa: SLF001
