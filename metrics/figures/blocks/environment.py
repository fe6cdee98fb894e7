"""The one place where HTML is made: a Jinja2 environment that escapes everything it is given.

In: a template of this folder, or of the slides, and plain values. Out: HTML as ``str``. A template that asks for a value that
it was not given is an error, so that a missing text never becomes an empty place on a page.
"""

import re
from datetime import date
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from metrics.figures.blocks.sources import source_label
from metrics.figures.blocks.status import StatusView, hollow, shown
from metrics.figures.palette import STATUS_TOKEN, Mode
from metrics.figures.signs import sign_img
from metrics.progress.result import Status, Verdict
from metrics.records.model import Observation, Source, Target
from metrics.records.model import Text as RecordText
from metrics.records.period import Period
from metrics.records.vocabulary import Independence
from metrics.words import Words
from metrics.words.mixed_text import MixedText


class Link(Protocol):
    """The address of a page with the present view kept: ``link("target", target="aidp-2025-core")``."""

    def __call__(self, page: str, /, **params: str | None) -> str:
        """An ``href``."""
        ...


def _sign(verdict: Verdict, mode: Mode, hollow: bool = False, size: int = 20) -> Markup:
    return Markup(sign_img(verdict, mode, hollow, size))  # noqa: S704  drawn here, holds no data


def _colour(verdict: Verdict) -> str:
    return f"mp-{STATUS_TOKEN[verdict]}"


def _who(independence: Independence) -> str:
    return "mp-other" if independence is Independence.INDEPENDENT else "mp-gov"


def _who_mark(independence: Independence) -> Markup:
    square = " mp-kd-sq" if independence is Independence.INDEPENDENT else ""
    return Markup('<i class="mp-who-mark {}{}"></i>').format(_who(independence), square)


def unbroken(text: str) -> str:
    """A text whose figures stay on one line with the word before and the word after them.

    >>> unbroken("More than RMB 400 bn by 2025").replace(chr(160), "_")
    'More than RMB_400_bn by_2025'
    """
    found = re.sub(r" (?=\d)|(?<=\d) ", "\N{NO-BREAK SPACE}", text)
    return MixedText(found, text.spans) if isinstance(text, MixedText) else found


def capital(text: str) -> str:
    """A text that begins as a sentence does.

    >>> capital("more than 400")
    'More than 400'
    """
    found = text[:1].upper() + text[1:]
    return MixedText(found, text.spans) if isinstance(text, MixedText) else found


def _marked(value: object) -> object:
    """A text with its parts in other languages marked; anything else as it is."""
    if not isinstance(value, MixedText):
        return value
    pieces = (
        Markup('<span lang="{}">{}</span>').format(language, part) if language else escape(part)
        for part, language in value.parts
    )
    return Markup("").join(pieces)


def _bare(value: object) -> object:
    """A text for a place that can hold no element."""
    return str(value) if isinstance(value, MixedText) else value


class _Places(Extension):
    """What stands in an attribute, or in an element that holds letters only, is never marked with a language."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  as jinja2 calls it
        drawn = (name or "").endswith(".svg")
        inside, pieces = False, []
        for piece in _PIECE.split(source):
            if piece.startswith("{{") and (inside or drawn):
                sign = "-" if piece.startswith("{{-") else ""
                end = "-" if piece.endswith("-}}") else ""
                inner = piece[2 + len(sign) : len(piece) - 2 - len(end)]
                pieces.append(f"{{{{{sign} ({inner.strip()})|bare {end}}}}}")
                continue
            if piece == ">" or piece.startswith("</"):
                inside = False
            elif piece.startswith("<"):
                inside = True
            pieces.append(piece)
        return "".join(pieces)


def _words(context: Context) -> Words:
    found: Words = context["words"]
    return found


@pass_context
def _text(context: Context, text: RecordText | None) -> str:
    return _words(context).text(text)


@pass_context
def _day(context: Context, day: date) -> str:
    return _words(context).day(day)


@pass_context
def _period(context: Context, period: Period) -> str:
    return _words(context).period(period)


@pass_context
def _figure(context: Context, figure: Observation) -> str:
    return _words(context).figure_long(figure, context["records"].units[figure.unit])


@pass_context
def _demand(context: Context, target: Target) -> str:
    return _words(context).demand_long(target, context["records"])


@pass_context
def _source_label(context: Context, source: Source) -> str:
    return source_label(source, _words(context))


@pass_context
def _shown(context: Context, status: Status) -> StatusView:
    return shown(status, _words(context))


#: What is looked at one by one: what the template fills in or does, and where tags begin and end.
_PIECE = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<title>|</\w+>|<(?=\w)|>)", re.DOTALL)

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(
        [Path(__file__).parent / "templates", Path(__file__).parents[1] / "slides" / "templates"]
    ),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_marked,
    extensions=[_Places],
)
_ENVIRONMENT.globals.update(sign=_sign, colour=_colour, who=_who, who_mark=_who_mark)
_ENVIRONMENT.filters.update(unbroken=unbroken, capital=capital, bare=_bare, hollow=hollow)
# What the records hold, in the words of the template: these ask for ``words``, some for ``records``.
_ENVIRONMENT.filters.update(
    text=_text,
    day=_day,
    period=_period,
    figure=_figure,
    demand=_demand,
    source_label=_source_label,
    shown=_shown,
)


def render(template: str, **values: object) -> str:
    """Fill in ``templates/<template>``; without an ending it is ``.html``.

    With ``words`` a template also has ``say``, and the filters that write what records hold.

    Raises:
        jinja2.UndefinedError: the template needs a value that is not given.

    >>> render("note", text="a < b")
    '<p class="mp-note">a &lt; b</p>'
    """
    if isinstance(words := values.get("words"), Words):
        values["say"] = words.say
    name = template if "." in template else f"{template}.html"
    return _ENVIRONMENT.get_template(name).render(values).strip()


def markup(template: str, **values: object) -> Markup:
    """The same, as a part that another template may take in unescaped."""
    return Markup(render(template, **values))  # noqa: S704  just escaped
