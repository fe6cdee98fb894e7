"""Mixed text: a text that is not in the language of its page throughout, and knows which parts are in another.

In: texts of the records that do not stand in the language of the page. Out: a text like any other, which keeps its
parts apart while sentences are made of it. Where HTML is made, each such part is marked with its language.
"""

from collections.abc import Iterable, Iterator
from typing import Self, SupportsIndex

Span = tuple[int, int, str]  # from where to where, and in which language, as HTML's ``lang`` has it

WIDE_FROM = "\N{CJK RADICAL REPEAT}"  # from here on in the character set, letters of East Asia


class MixedText(str):
    """A text with parts in another language.

    >>> MixedText("CAICT, 中国信通院", [(7, 12, "zh-Hans")]).parts
    (('CAICT, ', None), ('中国信通院', 'zh-Hans'))
    """

    __slots__ = ("spans",)
    spans: tuple[Span, ...]

    def __new__(cls, text: str, spans: Iterable[Span]) -> Self:
        """The text with those of the spans that lie in it."""
        made = super().__new__(cls, text)
        made.spans = tuple(one for one in spans if one[0] < one[1] <= len(text))
        return made

    def __getnewargs__(self) -> tuple[str, tuple[Span, ...]]:  # type: ignore[override]  # of a plain text it is one
        """What a copy is made from."""
        return str(self), self.spans

    @property
    def parts(self) -> tuple[tuple[str, str | None], ...]:
        """The text in parts, each with its language; None for that of the page."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[tuple[str, str | None]]:
        at = 0
        for start, end, language in self.spans:
            if at < start:
                yield self[at:start], None
            yield self[start:end], language
            at = end
        if at < len(self):
            yield self[at:], None

    def rstrip(self, chars: str | None = None, /) -> "MixedText":
        """Without the characters at its end."""
        left = super().rstrip(chars)
        return MixedText(
            left, ((start, min(end, len(left)), language) for start, end, language in self.spans)
        )

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> str:
        """One character for another leaves the parts where they are; anything else loses them."""
        changed = super().replace(old, new, count)
        return MixedText(changed, self.spans) if len(changed) == len(self) else changed


def whole(text: str, language: str) -> MixedText:
    """A text that stands in another language from its beginning to its end; ``language`` as records name it."""
    return MixedText(text, ((0, len(text), html_language(language)),))


def together(pieces: Iterable[str]) -> str:
    """Pieces one behind the other, parts in another language still known.

    >>> together(["By ", whole("国务院", "zh"), "."]).parts
    (('By ', None), ('国务院', 'zh-Hans'), ('.', None))
    """
    pieces = tuple(pieces)
    text = "".join(pieces)
    spans: list[Span] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, MixedText):
            spans += ((start + at, end + at, language) for start, end, language in piece.spans)
        at += len(piece)
    return MixedText(text, spans) if spans else text


def joined(sign: str, pieces: Iterable[str]) -> str:
    """Pieces with a sign between them, parts in another language still known."""
    return together([part for one in pieces for part in (sign, one)][1:])


def html_language(language: str) -> str:
    """A language of a text as HTML's ``lang`` has it: ``zh-Hans`` for ``zh``."""
    return "zh-Hans" if language == "zh" else language


def script(text: str) -> str:
    """The language that the letters of a name are those of, as the title of a document, of which no file says it.

    >>> script("New Generation AI Development Plan"), script("国务院印发《新一代人工智能发展规划》")
    ('en', 'zh')
    """
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    wide = sum(letter >= WIDE_FROM for letter in text)
    return "en" if latin > 2 * wide else "zh" if wide else ""
