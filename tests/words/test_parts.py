"""The texts of single parts of the pages: every one is asked for somewhere."""

from pathlib import Path

import pytest

from metrics.progress.result import Answer
from metrics.records import load
from metrics.records.vocabulary import Assessment
from metrics.words import words_for
from metrics.words.catalogue import FOLDER, read_catalogue

METRICS = Path(__file__).parents[2] / "metrics"
CODE = "\n".join(
    one.read_text("utf-8") for pattern in ("*.py", "*.html") for one in sorted(METRICS.rglob(pattern))
)


@pytest.mark.parametrize("part", ["claims", "goals"])
def test_every_text_of_the_part_is_asked_for(part, tmp_path):
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "part.yaml").write_text((FOLDER / "en" / f"{part}.yaml").read_text("utf-8"), "utf-8")

    def asked(key):
        """Whether the key stands in the code, or its start where the code completes it."""
        starts = (key[: at + 1] for at, letter in enumerate(key) if letter in "._")
        return f'"{key}"' in CODE or any(f'"{start}{end}' in CODE for start in starts for end in ("{", '" ~'))

    entries = read_catalogue(folder).entries
    assert entries
    assert [] == [key for key in entries if not asked(key)]


def test_every_assessment_has_its_meaning():
    words = words_for("en")
    assert all(words.say(f"block.claims.means.{one}") for one in Assessment)


def test_no_unit_of_a_claim_is_a_code():
    words, records = words_for("en"), load()
    units = {one.unit for one in records.claims.values() if one.unit}
    assert [] == [
        one for one in sorted(units - set(records.units)) if f"block.claims.unit.{one}" not in words.catalogue
    ]


@pytest.mark.parametrize("moment", ["now", "milestone"])
def test_every_answer_that_rests_on_figures_has_its_title(moment):
    words = words_for("en")
    for answer in [one for one in Answer if not one.silent]:
        assert "A 1 and B 2" in words.say(f"chart.goal.{moment}.{answer}", figures="A 1 and B 2")


def test_every_answer_can_be_counted():
    words = words_for("en")
    assert all(words.say(f"block.goal.count.{answer}", n=2).startswith("2 ") for answer in Answer)
