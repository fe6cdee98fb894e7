"""The notes: what a presenter may say, what somebody will ask, and what to mind.

In: :class:`~metrics.figures.slides.slide.Notes`. Out: the text of a notes page, its heads in bold.
"""

from collections.abc import Iterable
from typing import Any

from pptx.slide import Slide as FileSlide

from metrics.exports.powerpoint.xml import legal
from metrics.figures.slides.slide import Notes
from metrics.words import Words


def notes_text(notes: Notes, words: Words) -> tuple[tuple[str, bool], ...]:
    """Paragraph by paragraph: the text, and whether it is a head."""
    return tuple(_paragraphs(notes, words))


def _paragraphs(notes: Notes, words: Words) -> Iterable[tuple[str, bool]]:
    for line in notes.say:
        yield line, False
    if notes.asked:
        yield words.say("powerpoint.notes.asked"), True
    for question, answer in notes.asked:
        yield question, True
        yield answer, False
    if notes.caveats:
        yield words.say("powerpoint.notes.mind"), True
    for line in notes.caveats:
        yield line, False


def add_notes(slide: FileSlide, notes: Notes, alt: str, words: Words) -> None:
    """Fill the notes page of a slide; where there is nothing to say it says what the slide shows."""
    frame: Any = slide.notes_slide.notes_text_frame
    if frame is None:
        raise ValueError("the notes page has no place for text")
    for number, (text, is_head) in enumerate(notes_text(notes, words) or ((alt, False),)):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = legal(text).replace("\n", " ").replace("\v", " ")
        if is_head:
            run.font.bold = True
