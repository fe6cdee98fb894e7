"""Uploads: what is sent to the server stays in its memory.

Streamlit keeps a file that was sent in memory, but Starlette, which reads it off the wire, would lay anything above 1 MB
down in a temporary file on its way there. Its limit is raised above the largest file that the server takes.
"""

import streamlit as st
from starlette.formparsers import MultiPartParser

_MB = 1024 * 1024


def in_memory() -> None:
    """Let nothing that is sent to this process touch the disk; asking again changes nothing."""
    largest = (int(st.get_option("server.maxUploadSize")) + 2) * _MB
    MultiPartParser.spool_max_size = max(MultiPartParser.spool_max_size, largest)
