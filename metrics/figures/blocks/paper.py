"""What stands on paper only: where a page comes from, at its head, and at the foot of every sheet the day and the number."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from metrics.figures.blocks.environment import render
from metrics.words import Words


def paper(
    words: Words,
    *,
    plans: Sequence[str],
    known_on: date,
    version: date,
    address: str | None,
    house: Markup | None = None,
) -> str:
    """Plan, known-on day, data version and address at the head of a printed page, and a short form at each foot.

    Args:
        words: the language.
        plans: what the plans are called that the page is cut to; none: all.
        known_on: the day.
        version: the day to which the data were brought up.
        address: where the page can be seen again, or a sentence that says why it cannot.
        house: name and logo of the institution whose plan is shown.
    """
    facts = (
        words.listing(list(plans)) if plans else words.say("take_away.all_plans"),
        words.say("block.footer.known_on", day=words.day(known_on)),
        words.say("block.footer.version", day=words.day(version)),
    )
    return render("paper_head", facts=facts, address=address, house=house) + _sheet(
        " · ".join(("Milepost", *facts))
    )


def _sheet(footer: str) -> str:
    """The margins of a sheet of paper, and at its foot a text and the number of the page."""
    look = 'font: 8pt "Source Sans", sans-serif; color: #62656C'
    number = 'counter(page) " / " counter(pages)'
    return (
        "<style>@page { margin: 14mm 15mm 16mm;"
        f' @bottom-left {{ content: "{_quoted(footer)}"; white-space: nowrap; {look} }}'
        f" @bottom-right {{ content: {number}; width: 12mm; text-align: right; {look} }} }}</style>"
    )


def print_bar(words: Words, *, back: str) -> str:
    """What the print view shows on the screen above the page: the way to the printer, and the way back."""
    return render("print_bar", back=back, say=words.say)


def _quoted(text: str) -> str:
    r"""A text as it stands between quotation marks in a style sheet.

    >>> _quoted('a "b" <c>')
    'a \\22 b\\22  \\3c c\\3e '
    """
    return "".join(f"\\{ord(sign):x} " if sign in '"\\<>&\n\r' else sign for sign in text)
