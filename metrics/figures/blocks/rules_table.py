"""The thirteen cases in words, each with the sign of the verdict it gives."""

from metrics.figures.blocks.environment import render
from metrics.figures.palette import Mode
from metrics.progress.result import Verdict
from metrics.words import Words

#: Case -> the verdicts that it can give (docs/verdicts.md).
CASES: dict[int, tuple[Verdict, ...]] = {
    1: (Verdict.NO_DATA,),
    2: (Verdict.NOT_COMPARABLE,),
    3: (Verdict.MET,),
    4: (Verdict.INCONCLUSIVE,),
    5: (Verdict.MET_LATE,),
    6: (Verdict.MISSED,),
    7: (Verdict.MET_EARLY,),
    8: (Verdict.UNVERIFIED,),
    9: (Verdict.MET_EARLY,),
    10: (Verdict.STALE,),
    11: (Verdict.TOO_EARLY,),
    12: (Verdict.ON_TRACK, Verdict.BEHIND, Verdict.FAR_BEHIND, Verdict.GOING_BACKWARDS),
    13: (Verdict.DEPENDS_ON_PATH,),
}


def rules_table(words: Words, mode: Mode) -> str:
    """The rules of a reading in their order: the first that fits decides."""
    return render(
        "rules_table",
        rows=[
            (case, [(verdict, words.verdict(verdict)) for verdict in verdicts], words.rule(case))
            for case, verdicts in CASES.items()
        ],
        caption=words.say("block.rules.caption"),
        mode=mode,
        say=words.say,
    )
