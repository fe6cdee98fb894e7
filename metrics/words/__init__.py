"""From numbers and verdicts to sentences, in each language.

In: records and results. Out: text. A language is a folder of ``catalogue/``, one YAML file a section;
numbers, dates and plural forms follow Unicode's rules through Babel. Reading order: ``catalogue``,
``numbers``, ``phrases``, then ``headlines``, ``readings`` and ``overview``; ``words`` is the door.
"""

from metrics.words.catalogue import languages
from metrics.words.overview import Overview, Segment, StatusGroup
from metrics.words.words import Words, words_for

__all__ = ["Overview", "Segment", "StatusGroup", "Words", "languages", "words_for"]
