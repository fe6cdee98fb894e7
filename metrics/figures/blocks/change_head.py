"""What changed between two known-on days, in a sentence, and what came in between.

In: a :class:`Changes` and the words of a language. Out: a title and a lead.
"""

from metrics.progress.changes import Changes
from metrics.progress.since import Why
from metrics.words import Words


def changes_title(found: Changes, words: Words) -> str:
    """What the comparison found, in a sentence."""
    values = {"since": words.day(found.since), "known_on": words.day(found.known_on)}
    if found.is_empty:
        return words.say("changes.nothing_title", **values)
    if not found.compared:
        return words.say("changes.title_none", **values)
    if found.compared == 1:
        return words.say("changes.title_only", n=len(found.flipped), **values)
    return words.say("changes.title", n=len(found.flipped), all=found.compared, **values)


def changes_lead(found: Changes, words: Words, why: Why | None) -> str:
    """What came in between, and why the comparison begins where it does; None: the reader chose the day."""
    counts = {
        "figures": len(found.figures),
        "revisions": sum(one.changes for one in found.revisions),
        "plans": len(found.plans),
        "editions": len(found.editions),
        "events": len(found.events),
        "sources": len(found.sources),
    }
    came = [words.say(f"changes.counted.{kind}", n=n) for kind, n in counts.items() if n]
    sentences = [words.say("changes.came", list=words.listing(came))] if came else []
    if found.is_empty:
        sentences = [words.say("changes.same_day" if found.since == found.known_on else "changes.nothing")]
    if why is not None:
        values = {"day": words.day(found.since), "year": str(found.since.year + 1)}
        sentences.append(words.say(f"changes.default.{why}", **values))
    return words.paragraph(sentences)
