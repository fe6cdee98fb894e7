"""The letters of a file: what carries the message is 18 points or more, and nothing is smaller than 14."""

from metrics.exports.files import pptx
from tests.exports.powerpoint.opened import A, presentation
from tests.exports.test_one_deck import both, spoken, taken

MESSAGE, LEAST = 18, 14
HEADINGS = (0, 15, 1)  # placeholders of title, headline and sentences


def runs(element):
    """Each text with its size in points and whether it is bold."""
    for run in element.iter(f"{A}r"):
        look = run.find(f"{A}rPr")
        text = run.findtext(f"{A}t")
        if text.strip() and look.get("sz"):
            yield text, int(look.get("sz")) / 100, look.get("b") == "1"


def message(slide):
    """Title, headline, sentences; names, figures and verdicts of what counts, which are bold, and names of lines."""
    for one in slide.placeholders:
        if one.placeholder_format.idx in HEADINGS:
            yield from ((text, size) for text, size, _ in runs(one._element))
    for one in slide.shapes:
        if not one.is_placeholder and not one.has_table:
            yield from ((text, size) for text, size, bold in runs(one._element) if bold)


@both
@spoken
def test_what_carries_the_message_is_large_and_nothing_is_small(plan, language):
    slides = list(presentation(pptx(taken(plan, language))).slides)
    small = [
        (number, *one) for number, slide in enumerate(slides, 1) for one in message(slide) if one[1] < MESSAGE
    ]
    assert [] == small
    every = [
        (number, text, size)
        for number, slide in enumerate(slides, 1)
        for text, size, _ in runs(slide.shapes._spTree)
    ]
    assert len(every) > 10 * len(slides)
    assert [] == [one for one in every if one[2] < LEAST]
    charts = [one.chart for slide in slides for one in slide.shapes if one.has_chart]
    letters = [int(one.get("sz")) / 100 for chart in charts for one in chart._chartSpace.iter(f"{A}defRPr")]
    assert min(letters) >= LEAST
