"""Keys: what the signs and the marks on a page mean. Only what is there is explained."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from metrics.figures.blocks.environment import markup, render
from metrics.figures.blocks.lanes import ReadingLane
from metrics.figures.blocks.status import hollow
from metrics.figures.key import Sign, key_marks
from metrics.figures.palette import Mode
from metrics.progress.result import Status, Verdict
from metrics.words import Words

#: How the sheet of styles draws each mark in a key.
_CLASSES: dict[Sign, str] = {
    "state": "mp-kd",
    "independent": "mp-kd mp-kd-sq",
    "more_than": "mp-kf",
    "less_than": "mp-kf mp-kf-up",
    "about": "mp-kd mp-kd-about",
    "range": "mp-kr",
    "provisional": "mp-kd mp-kd-hollow",
}


def marks_key(lanes: Sequence[ReadingLane], words: Words, *, beyond: bool = False) -> Markup:
    """The marks that occur on these lanes."""
    marks = key_marks(lane.look for lane in lanes)
    side = "mp-gov" if marks["state"] else "mp-other"
    entries: list[tuple[str, str]] = [
        (f"{looks} {'mp-other' if mark == 'independent' else side}", mark)
        for mark, looks in _CLASSES.items()
        if marks[mark]
    ]
    if beyond:
        entries.append((f"mp-kb {side}", "beyond"))
    if any(lane.note for lane in lanes):
        entries.append(("", "flagged"))
    return markup("marks_key", entries=[(mark, words.say(f"block.key.{key}")) for mark, key in entries])


def signs_key(statuses: Sequence[Status], words: Words, mode: Mode) -> Markup:
    """The kinds of signs that occur on a strip: all agree, not all, no majority, no figure."""
    headlines = [status.headline for status in statuses]
    entries: list[tuple[Verdict, bool, str]] = []
    agreed = next((h for h in headlines if h.k and not hollow(h)), None)
    split = next((h for h in headlines if h.k and hollow(h)), None)
    if agreed:
        entries.append((agreed.verdict, False, "all_agree"))
    if split:
        entries.append((split.verdict, True, "not_all"))
    if any(h.verdict is Verdict.INCONCLUSIVE for h in headlines):
        entries.append((Verdict.INCONCLUSIVE, False, "no_majority"))
    if any(h.verdict is Verdict.NO_DATA for h in headlines):
        entries.append((Verdict.NO_DATA, False, "no_figure"))
    return markup(
        "signs_key",
        entries=[(verdict, open_, words.say(f"block.key.{key}")) for verdict, open_, key in entries],
        mode=mode,
    )


def status_key(words: Words, mode: Mode, verdicts: Iterable[Verdict] = Verdict) -> str:
    """The signs of these verdicts with their words, in the order of the vocabulary; all if none are named."""
    occurring = set(verdicts)
    return render(
        "status_key",
        entries=[(verdict, words.verdict(verdict)) for verdict in Verdict if verdict in occurring],
        mode=mode,
        say=words.say,
    )
