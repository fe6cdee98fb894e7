"""The served application: ``streamlit run dashboard.py`` finds ``app`` and serves it."""

import streamlit as st

from metrics.app.server.compressed import packing
from metrics.app.server.routes import SCRIPT, middleware, on_script_error, routes

app = st.App(
    SCRIPT, lifespan=packing, routes=routes(), middleware=middleware(), on_script_error=on_script_error
)
