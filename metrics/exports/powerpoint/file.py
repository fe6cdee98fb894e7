"""The file: a deck as the bytes of a PowerPoint presentation.

In: a deck and the words of its language. Out: a ``.pptx`` file. The same deck gives the same bytes: the file is dated by
the known-on day, and no clock is read.
"""

from datetime import datetime, time
from io import BytesIO

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from metrics.exports.archive import undated
from metrics.exports.powerpoint.master import dress
from metrics.exports.powerpoint.slide_drawing import add_slide
from metrics.exports.powerpoint.xml import legal, render
from metrics.figures.slides.slide import Deck
from metrics.words import Words


def powerpoint(deck: Deck, words: Words) -> bytes:
    """The file."""
    file = Presentation()
    layouts = dress(file, words, deck.product, deck.brand.accent if deck.brand else None)
    for one in deck.slides:
        add_slide(file, one, layouts, deck, words)
    day = datetime.combine(deck.known_on, time())
    about = file.core_properties
    about.title, about.author = legal(deck.title), deck.product
    about.subject = legal(words.say("powerpoint.subject", known=deck.known))
    about.keywords = words.say("powerpoint.keywords")
    about.language = words.say("powerpoint.language")
    about.last_modified_by, about.revision = deck.product, 1
    about.created = about.modified = day
    app = file.part.package.part_related_by(RT.EXTENDED_PROPERTIES)
    app._blob = render("app", product=deck.product).encode("utf-8")  # noqa: SLF001
    out = BytesIO()
    file.save(out)
    return undated(out.getvalue())
