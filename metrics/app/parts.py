"""The parts of a page as the dashboard shows them: HTML in few blocks, charts with what belongs to them."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import cast

import streamlit as st

from metrics.app.chart_block import Anew, show_chart, show_panels
from metrics.app.folds import filled_on_opening
from metrics.app.form import Form
from metrics.app.frame import Here
from metrics.app.markdown import plain_label
from metrics.figures.chart import Chart, Panels
from metrics.figures.page_parts import ChartPart, PagePart, Part
from metrics.figures.picture import Draw

#: Charts beside a text that are drawn at once; of each other one the finding stands on the page, and the chart below it
#: when it is opened.
AT_ONCE = 2


def show_parts(
    parts: Iterable[Part],
    now: Here,
    page: str,
    *told: object,
    controls: Mapping[str, Callable[[], None]] | None = None,
    end: str = "",
) -> None:
    """Show parts of a page in their order; texts that follow each other are one block, which is one message to the browser.

    Args:
        parts: which ones.
        now: the view.
        page: its name.
        told: what tells its parts apart from those of another choice on the same page.
        controls: draws the controls that stand above a chart, by its name.
        end: HTML of what stands below them.
    """
    html, beside = "", 0
    for part in parts:
        if isinstance(part, PagePart):
            html += now.keep(part.make, page, part.name, *told)
            continue
        if html:
            st.html(filled_on_opening(html, now.form))
        html = ""
        if controls and part.name in controls:
            controls[part.name]()
        if part.beside:
            show_beside(part, now, page, *told, folded=beside >= AT_ONCE)
            beside += 1
        else:
            show_part(part, now, page, *told)
    st.html(filled_on_opening(html, now.form) + end)


def chart_of(part: ChartPart, now: Here, *told: object) -> Chart | Panels:
    """The chart for the page."""
    draw = partial(part.draw, now.mode, now.form.chart_width(part.width), None)
    return now.keep(draw, "chart", part.name, *told)


def show_part(
    part: ChartPart,
    now: Here,
    page: str,
    *told: object,
    level: int | None = None,
    on_pick: Callable[[str], None] | None = None,
    over: str = "",
) -> None:
    """Show a chart, or panels, with everything that belongs to it; the arguments are those of ``show_chart``."""
    chart, level = chart_of(part, now, *told), level or part.level
    anew = Anew(page, cast("Draw", partial(part.draw, now.mode)), told)
    if isinstance(chart, Panels):
        show_panels(chart, now, level=level, anew=anew)
    else:
        show_chart(chart, now, level=level, on_pick=on_pick, over=over, table=part.table, anew=anew)


def show_beside(part: ChartPart, now: Here, page: str, *told: object, folded: bool) -> None:
    """A chart beside its text."""
    with st.container(key=f"mp-beside-{part.name}", horizontal=True, gap="medium"):
        if part.beside:
            st.html(part.beside())
        show = partial(show_part, part, now, page, *told)
        if folded and now.form is Form.SCREEN:
            _unfold(chart_of(part, now, *told), show)
        else:
            show()


@st.fragment
def _unfold(chart: Chart | Panels, show: Callable[[], None]) -> None:
    """A chart that is drawn when its finding is opened: the rest of the page stays as it is."""
    with st.expander(plain_label(chart.title), key=f"open-{chart.id}", on_change="rerun") as box:
        if box.open:
            show()
