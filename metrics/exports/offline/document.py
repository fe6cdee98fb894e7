"""The file: every page in one HTML document that asks nobody for anything.

In: an extract. Out: its bytes, the same for the same inputs. The charts and plotly lie packed in it; a strict
content policy names every script by its hash and lets nothing be fetched. The style sheet is named by its hash
too; ``style`` attributes are allowed, as blocks and plotly place their marks by them.
"""

import gzip
import re
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from markupsafe import Markup

from metrics.exports.citation import work
from metrics.exports.extract import Extract
from metrics.exports.offline.addresses import kept, without_nowhere
from metrics.exports.offline.charts import MODES, Charts
from metrics.exports.offline.page import OfflinePage
from metrics.exports.offline.pages import pages
from metrics.exports.offline.shown import PageContext
from metrics.exports.offline.signs import Signs
from metrics.exports.slides import deck_of
from metrics.figures.blocks import chart_foot, chart_head, folded_table, footer, page_tabs, style_of_both
from metrics.figures.blocks.environment import render
from metrics.figures.brand import brand
from metrics.figures.chart import Chart
from metrics.figures.page_parts import ChartPart, PagePart
from metrics.figures.slides.stage import desk_script, presenter_script, stage, stage_style
from metrics.figures.views import HELP, ROOMS, TABS
from metrics.words import Words

#: Marks the document as one that a script serves, before anything is drawn, and has its font unpacked by then, so
#: that the first page is laid out once.
MARK = 'document.documentElement.classList.add("mo-js"); document.fonts.forEach((one) => one.load())'

#: How high a chart may be on paper, px before all is made smaller: what a sheet leaves beside title and source line.
ON_PAPER = 640

Step = Callable[[int, int], None]


def offline_page(taken: Extract, step: Step = lambda _done, _all: None) -> bytes:
    """The whole file. ``step`` is told after each page how many of how many are done."""
    shown, signs, charts = PageContext(taken), Signs(), Charts(taken.words.language)
    every = pages(shown)
    made: list[dict[str, object]] = []
    for done, page in enumerate(every, 1):
        html = _tabs(page, taken.words) + signs.referred(kept(without_nowhere(_html(page, shown, charts))))
        made.append(
            {
                "id": page.id,
                "group": page.group,
                "html": Markup(html),  # noqa: S704  made of blocks
            }
        )
        step(done, len(every))
    return _document(shown, made, signs, charts).encode("utf-8")


def _tabs(page: OfflinePage, words: Words) -> str:
    """The views beside which a page stands; the page of one promise or indicator has none."""
    views = TABS.get(page.group, ())
    if page.id not in views:
        return ""
    shown = [("", words.say(f"page.tab.{one}"), f"#{one}", one == page.id) for one in views]
    return page_tabs(shown, words.say(f"page.{page.group}.name"))


def _html(page: OfflinePage, shown: PageContext, charts: Charts) -> str:
    return "\n".join(
        part.make() if isinstance(part, PagePart) else _figure(part, shown, charts) for part in page.parts()
    )


def _figure(part: ChartPart, shown: PageContext, charts: Charts) -> str:
    """A chart, drawn for light and for dark, with its table; no page shows panels before that is asked for."""
    light, dark = (cast("Chart", part.draw(mode, part.width, None)) for mode in MODES)
    table = folded_table(light.table, shown.words, light.title, shown.link) if part.table else ""
    return render(
        "offline_chart",
        id=light.id,
        kind=light.id.partition("-")[0],
        number=charts.add(light, dark),
        width=part.width,
        fit=round(min(1, ON_PAPER / light.figure.layout.height), 3),
        height=light.figure.layout.height,
        alt=light.alt,
        head=Markup(chart_head(light, level=part.level)),  # noqa: S704  blocks
        foot=Markup(chart_foot(light)),  # noqa: S704
        table=Markup(table),  # noqa: S704
        text=Markup(part.beside() if part.beside else ""),  # noqa: S704
        say=shown.words.say,
    )


def _document(shown: PageContext, made: list[dict[str, object]], signs: Signs, charts: Charts) -> str:
    words, known = shown.words, shown.known
    style, library = _style(shown), _plotly()
    script = f"{presenter_script()}\n{_asset('offline.js')}"
    plan = words.listing(words.text(known.plans[one].label) for one in shown.first_plans)
    return render(
        "offline",
        tag=words.tag,
        policy=policy([MARK, script, library, desk_script()], style),
        version=work().version,
        stamps=[
            ("known-on", shown.known_on.isoformat()),
            ("data-version", known.as_of.isoformat()),
            ("data-sha256", known.digest),
        ],
        title=words.say("offline.title", plan=plan) if plan else "Milepost",
        style=Markup(style),  # noqa: S704  ours
        mark=Markup(MARK),  # noqa: S704
        signs=Markup(signs.drawings()),  # noqa: S704
        house=of.html() if (of := brand(known, words)) else None,
        rooms=[(one, words.say(f"page.{one}.name")) for one in ROOMS],
        help=[(one, words.say(f"page.{one}.name")) for one in TABS[HELP]],
        plan=plan,
        known=words.say("block.footer.known_on", day=words.day(shown.known_on)),
        pages=made,
        stage=Markup(_stage(shown.taken)),  # noqa: S704  made of slides
        footer=Markup(footer(known, words, known_on=shown.known_on, link=shown.link)),  # noqa: S704
        digest=known.digest,
        charts=packed(charts.text()),
        plotly=_packed_plotly(),
        own_styles=own_styles(library),
        script=Markup(script),  # noqa: S704
        say=words.say,
    )


def _stage(taken: Extract) -> str:
    """The slides; what a presenter would say is in them only where that was asked for."""
    bare = deck_of(taken, contested=False)
    return stage(deck_of(taken), taken.words, "light", notes=taken.notes, without=bare)


def policy(scripts: list[str], style: str) -> str:
    """The content policy: these scripts and this style sheet, and nothing from anywhere.

    plotly makes an empty style sheet of its own and fills it rule by rule: it is named as well.
    """
    allowed = " ".join(_hash(one) for one in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {allowed}",
            f"style-src-elem {_hash(style)} {_hash('')}",
            "style-src-attr 'unsafe-inline'",
            "img-src data: blob:",
            "font-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def packed(text: str) -> str:
    """A text packed for the file; the same for the same text.

    >>> packed("a") == packed("a")
    True
    """
    return b64encode(gzip.compress(text.encode("utf-8"), 9, mtime=0)).decode("ascii")


def css_string(text: str) -> str:
    r"""A text as a string of a style sheet, in which nothing ends the string or the sheet.

    >>> css_string('a "b" </style>') == r'"a \22 b\22  \3c \2f style\3e "'
    True
    """
    letters = (c if c.isalnum() or c == " " or ord(c) > 126 else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(letters)}"'


def _style(shown: PageContext) -> str:
    """The style sheet, with what stands at the foot of every sheet of paper."""
    words, known = shown.words, shown.known
    plan = words.listing(words.text(known.plans[one].label) for one in shown.first_plans)
    stamp = " · ".join(
        one
        for one in (
            plan,
            words.say("block.footer.version", day=words.day(known.as_of)),
            words.say("block.footer.known_on", day=words.day(shown.known_on)),
        )
        if one
    )
    letters = "font-family: var(--mp-font); font-size: 8pt; color: #62656C"
    sheet = (
        "@page { size: A4 landscape; margin: 11mm 12mm 14mm; "
        f"@bottom-left {{ content: {css_string(stamp)}; white-space: nowrap; {letters} }} "
        f"@bottom-right {{ content: counter(page); {letters} }} }}\n"
    )
    slides = stage_style().removeprefix("<style>").removesuffix("</style>")
    return embedded_font() + style_of_both(words.language) + slides + _asset("offline.css") + sheet


@lru_cache(maxsize=1)
def embedded_font() -> str:
    """Source Sans, for which the labels of the charts are placed: the file that Streamlit's wheel holds.

    The licence of the font (SIL OFL 1.1) asks that it is named beside the font.
    """
    spec = find_spec("streamlit")  # found, not imported
    folder = Path(spec.origin).parent / "static" / "static" / "media" if spec and spec.origin else None
    found = next(iter(sorted(folder.glob("SourceSansVF-Upright*.woff2"))), None) if folder else None
    if found is None:
        return ""  # another face of the family list takes its place
    data = b64encode(found.read_bytes()).decode("ascii")
    return (
        "/* Source Sans, (c) 2010-2024 Adobe, SIL Open Font License 1.1 */\n"
        '@font-face { font-family: "Source Sans"; font-weight: 200 900; font-display: block; '
        f"src: url(data:font/woff2;base64,{data}) format('woff2') }}\n"
    )


def _asset(name: str) -> str:
    return files("metrics.exports.offline").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _plotly() -> str:
    """plotly.js as the wheel holds it."""
    return files("plotly").joinpath("package_data/plotly.min.js").read_text(encoding="utf-8")


def own_styles(library: str) -> tuple[str, ...]:
    """The ids of the style sheets that plotly adds for maps, unless an element of that id is there already.

    No map is drawn here, so the file has empty elements of these ids and the policy need not allow the sheets.

    >>> own_styles(f'if(!document.getElementById("{"0a" * 32}")){{}}') == ("0a" * 32,)
    True
    """
    return tuple(dict.fromkeys(re.findall(r'getElementById\("([0-9a-f]{64})"\)', library)))


@lru_cache(maxsize=1)
def _packed_plotly() -> str:
    return packed(_plotly())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
