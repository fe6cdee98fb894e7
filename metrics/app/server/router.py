"""The script that Streamlit runs for every page: page set-up, navigation, and the frame around the page."""

from pathlib import Path

import streamlit as st

from metrics.app.alone import draw_alone
from metrics.app.edge import edge
from metrics.app.form import Form
from metrics.app.frame import PRESENT, form, open_frame, spoken
from metrics.app.plan_choice import browser_title
from metrics.figures.views import view_at

APP = Path(__file__).parents[1]
WORDS = spoken()

VIEWS = {
    page: view_at(page, st.query_params.to_dict())
    for page in (
        "glance",
        "targets",
        "target",
        "indicators",
        "timeline",
        "sources",
        "method",
        "check",
        "bring",
        "present",
    )
}
PAGES = {
    view: st.Page(
        APP / "pages" / f"{view}.py",
        title=WORDS.say(f"page.{view}.title"),
        url_path="" if page == "glance" else page,
        default=page == "glance",
    )
    for page, view in VIEWS.items()
}

page = st.navigation(list(PAGES.values()), position="hidden")
current = next(view for view, one in PAGES.items() if one == page)
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
