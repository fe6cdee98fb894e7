"""The edge of a page: everything that goes wrong inside becomes our own words, and no traceback is ever shown."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException, StopException

from metrics.app import broken_files
from metrics.records import RecordsError
from metrics.words import Words

_LOG = logging.getLogger(__name__)


@contextmanager
def edge(words: Words) -> Iterator[None]:
    """Turn whatever goes wrong inside into our own words; Streamlit's own signals pass."""
    try:
        yield
    except (RerunException, StopException):
        raise
    except Exception as error:  # noqa: BLE001  the last edge before the reader
        show_failure(error, words)


def show_failure(error: Exception, words: Words) -> None:
    """Say in our own words that something went wrong; what nobody foresaw is logged with its traceback."""
    if isinstance(error, RecordsError):
        st.html(broken_files.in_place(error, words))
        return
    _LOG.error("a page failed", exc_info=error)
    st.html(f'<div class="mp-notice" role="alert"><p>{escape(words.say("page.failed"))}</p></div>')
