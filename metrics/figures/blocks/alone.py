"""What stands around a thing that is shown alone in a frame: its name with its verdict, and the way to the whole page."""

from datetime import date
from html import escape

from metrics.figures.blocks.environment import render
from metrics.figures.blocks.status import StatusView
from metrics.figures.palette import Mode
from metrics.words import Words


def alone_head(title: str, status: StatusView | None, mode: Mode) -> str:
    """The promise and, where it has a number, where it stands."""
    return render("alone_head", title=title, status=status, mode=mode)


def alone_foot(words: Words, *, href: str, known_on: date) -> str:
    """The known-on day, and a link to the same view with everything; it opens outside the frame."""
    day = words.say("block.footer.known_on", day=words.day(known_on))
    return render("alone_foot", day=day, href=href, text=words.say("paper.whole"))


def frame_line(address: str, title: str, width: int, height: int) -> str:
    """The HTML that shows an address in a frame of another page, to be copied.

    >>> frame_line("http://localhost/?a=1&b=2", "A", 800, 600)[:43]
    '<iframe src="http://localhost/?a=1&amp;b=2"'
    """
    source, name = escape(address), escape(title)
    return (
        f'<iframe src="{source}" title="{name}" width="{width}" height="{height}" style="border:0"></iframe>'
    )
