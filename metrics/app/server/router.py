"""The script that Streamlit runs for every page: page set-up, navigation, and the frame around the page."""

from pathlib import Path

import streamlit as st

from metrics.app.alone import draw_alone
from metrics.app.edge import edge
from metrics.app.form import Form
from metrics.app.frame import PRESENT, form, open_frame, spoken
from metrics.app.plan_choice import browser_title

APP = Path(__file__).parents[1]
WORDS = spoken()

PAGES = {
    name: st.Page(
        APP / "pages" / f"{name}.py",
        title=WORDS.say(f"page.{name}.title"),
        url_path="" if name == "glance" else name,
        default=name == "glance",
    )
    for name in (
        "glance",
        "timeline",
        "targets",
        "target",
        "indicators",
        "changes",
        "sources",
        "method",
        "check",
        "present",
    )
}

page = st.navigation(list(PAGES.values()), position="hidden")
current = next(name for name, one in PAGES.items() if one == page)
st.set_page_config(
    page_title=browser_title(WORDS.say(f"page.{current}.name"), WORDS),
    page_icon=str(APP / "milepost.svg"),
    layout="wide",
)
with edge(WORDS):
    open_frame(current)
    if form() is Form.FRAME and current != PRESENT:
        draw_alone(current, page.run)
    else:
        page.run()
