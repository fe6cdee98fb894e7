"""The one place where HTML is made: a Jinja2 environment that escapes everything it is given.

In: a template of this folder, or of the slides, and plain values. Out: HTML as ``str``. A template that asks for a value that
it was not given is an error, so that a missing text never becomes an empty place on a page.
"""

import re
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from metrics.figures.lettering import WIDE_FROM
from metrics.figures.palette import STATUS_TOKEN, Mode
from metrics.figures.signs import sign_img
from metrics.progress.result import Verdict
from metrics.records.vocabulary import Independence
from metrics.words.phrases import Told


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
    return re.sub(r" (?=\d)|(?<=\d) ", "\N{NO-BREAK SPACE}", text)


def tongue(text: str) -> Markup:
    """The attribute that says in which language a text of the records stands, where that is not the page's.

    A name that has no language in the files, as the title of a document, is English where its letters are.

    >>> tongue("Core AI industry in a speech."), tongue("2025年核心产业超400亿元")
    (Markup(' lang="en"'), Markup(''))
    >>> tongue(Told("2025年核心产业超400亿元", "zh"))
    Markup(' lang="zh-Hans"')
    """
    if isinstance(text, Told):
        return Markup(' lang="{}"').format(text.lang)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    wide = sum(letter >= WIDE_FROM for letter in text)
    return Markup(' lang="en"') if latin > 2 * wide else Markup("")


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(
        [Path(__file__).parent / "templates", Path(__file__).parents[1] / "slides" / "templates"]
    ),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals.update(sign=_sign, colour=_colour, who=_who, who_mark=_who_mark, tongue=tongue)
_ENVIRONMENT.filters["unbroken"] = unbroken


def render(template: str, **values: object) -> str:
    """Fill in ``templates/<template>``; without an ending it is ``.html``.

    Raises:
        jinja2.UndefinedError: the template needs a value that is not given.

    >>> render("note", text="a < b")
    '<p class="mp-note">a &lt; b</p>'
    """
    return (
        _ENVIRONMENT.get_template(template if "." in template else f"{template}.html").render(values).strip()
    )


def markup(template: str, **values: object) -> Markup:
    """The same, as a part that another template may take in unescaped."""
    return Markup(render(template, **values))  # noqa: S704  just escaped
