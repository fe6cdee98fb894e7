"""The handout as HTML: the pages of a handout on sheets of A4, which any browser prints or saves as PDF.

In: a handout. Out: one document that asks nobody for anything and runs no script. The charts are the drawings of the slides.
"""

from importlib.resources import files

from markupsafe import Markup

from metrics.exports.handout.pages import Handout, HandoutPage
from metrics.exports.handout.word import chart_height
from metrics.exports.offline.document import embedded_font, policy
from metrics.figures.blocks.environment import markup, render
from metrics.figures.palette import FONT, LIGHT
from metrics.figures.slides.qr_code import qr_code, qr_svg
from metrics.figures.slides.stage import stage_style
from metrics.figures.slides.years import WIDTH, years
from metrics.words import Words

ON_PAPER = 658  # px of the text of a sheet between its margins


def sheets(made: Handout, words: Words) -> str:
    """The document, always light: it is paper."""
    style = (
        embedded_font()
        + f":root{{{LIGHT.css()}--mp-font:{FONT};}}\n"
        + stage_style().removeprefix("<style>").removesuffix("</style>")
        + files("metrics.exports.handout").joinpath("sheet.css").read_text(encoding="utf-8")
    )
    whole = made.deck.whole(made.deck.address)
    code = qr_code(whole) if whole else None
    return render(
        "handout",
        tag=words.tag,
        policy=policy([], style),
        style=Markup(style),  # noqa: S704  ours
        made=made,
        pages=[(page, _chart(page, words)) for page in made.pages],
        code=qr_svg(code, words.say("slide.code", address=made.deck.address)) if code else None,
        say=words.say,
    )


def _chart(page: HandoutPage, words: Words) -> Markup | None:
    """The figures through the years, as high as the sheet has room."""
    if page.trend is None:
        return None
    high = round(chart_height(page, words) * 96 / 72 * WIDTH / ON_PAPER)
    drawn = years(page.trend, words, high)
    more = (words.say("slide.years.grey", n=drawn.nameless),) if drawn.nameless else ()
    note = words.paragraph(one for one in (page.trend.note, page.trend.caution, *more) if one)
    return markup("slide_years", it=drawn, alt=page.trend.alt, note=note)
