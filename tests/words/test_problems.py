"""Problems of data files in every language: each kind, each detail, and in Chinese no English around what stands in a file."""

import pickle
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from metrics.records import Problem, RecordsError, load
from metrics.records.contents import CSV, YAML, name_of
from metrics.records.detail import Detail
from metrics.records.expectation import nested
from metrics.records.fault import DETAILS, FAULTS, placeholders
from metrics.records.folder import HOLDS
from metrics.records.model.fields import Wanted
from metrics.records.references import REFERENCES
from metrics.records.upload import unpack
from metrics.words import languages, words_for
from tests.latin import latin
from tests.records.corpus import NAMES, lay
from tests.records.recipes import MADE
from tests.records.test_upload import FAULTS as SENT
from tests.words.test_other_languages import faults

OTHERS = languages()[1:]
ZH = words_for("zh")
#: Words of the formats and of the files, that a Chinese message may hold in Latin letters.
FORMATS = "YAML JSON JSON-stat SDMX-CSV CSV UTF UTF- zip ZIP Zip gzip RAR MB URI Unicode PNG JPEG GIF PDF SVG OKLab kB https TAG a-z H Q FY viewBox svg"
TYPED = "targets.yaml xlsx ods .csv csv .yaml yaml en zh CNY id true false months to python m metrics check FOLDER"
FIELDS = (
    "target indicator page baseline value period other place path reason kind estimate forecast steps count calculation holds from"
    " accent .png .svg png svg f B A C fiscal_year school_year starts named_by end after break after_break decimal wide in_period in_place where flags factor"
    " dropped superseded by split into values value high"
)
WORDS = frozenset(f"{FORMATS} {TYPED} {FIELDS}".split())


def entries(language: str) -> dict[str, str]:
    catalogue = words_for(language).catalogue
    return {key: catalogue.entry(key) for key in catalogue.entries if key.startswith("problem.")}


@pytest.mark.parametrize("language", languages())
def test_every_kind_is_told_in_every_language_with_the_same_fixes_and_placeholders(language: str) -> None:
    wanted = {}
    for kind, fault in FAULTS.items():
        wanted[f"problem.{kind}.title"] = set()
        wanted[f"problem.{kind}.says"] = placeholders(fault.says)
        wanted |= {f"problem.{kind}.fixes.{n}": placeholders(fix) for n, fix in enumerate(fault.fixes, 1)}
    wanted |= {f"problem.detail.{key}": placeholders(text) for key, text in DETAILS.items()}
    wanted |= {
        "problem.quoted": {"text"},
        "problem.between": set(),
    }
    assert wanted == {key: placeholders(text) for key, text in entries(language).items()}


def test_every_detail_that_can_be_asked_for_is_known() -> None:
    models = {*YAML.values(), *CSV.values(), *REFERENCES}
    models |= {one for fields in REFERENCES.values() for named in fields.values() for one in named}
    models |= {inner for model in [*models] for inner in nested(model).values()}
    assert [] == [one for one in models if not isinstance(name_of(one), Detail)]
    assert [] == [one for one in Wanted if not isinstance(one.detail, Detail)]
    assert [] == [role for role, holds in HOLDS.items() if not isinstance(holds, Detail)]


def test_detail_is_the_same_after_it_was_packed() -> None:
    detail = Detail("record.with_id", record=Detail("record.target"), id="'a'")
    again = pickle.loads(pickle.dumps(detail))
    assert (detail, detail.key, "record.target") == (again, again.key, again.parts["record"].key)


@pytest.mark.parametrize("kind", FAULTS)
def test_every_fix_is_chosen_by_one_rule_in_every_language(kind: str) -> None:
    fault = FAULTS[kind]
    names = placeholders(fault.says).union(*map(placeholders, fault.fixes))
    problem = Problem(kind, details=tuple((name, "1") for name in sorted(names)))
    assert 0 == problem.fix
    for language in OTHERS:
        words = words_for(language)
        fixes = words.say(f"problem.{kind}.fixes.1", **dict(problem.details))
        assert words.problem_message(problem).endswith(f"；{fixes}")


def test_message_is_written_as_chinese_is() -> None:
    problem = Problem("text_for_number", "a.csv", 2, 3, "value", (("found", "'1,200'"), ("better", "1200")))
    assert "“1,200”不是数字；请写1200" == ZH.problem_message(problem)
    assert "a.csv:2:value: “1,200”不是数字；请写1200" == ZH.problem_line(problem)
    assert "不是数字" == ZH.problem_title(problem)
    assert str(problem) == words_for("en").problem_line(problem)
    odd = Problem("odd_scalar", "a.yaml", 2, 3, "note", (("found", "'no'"), ("reading", "false")))
    assert "a.yaml:2:3: note: “no”会被YAML读作false；请加引号：'no'" == ZH.problem_line(odd)
    share = Problem("per_cent_of_what", details=(("found", "'97%'"), ("unit", "'bn'")))
    assert "“97%”是百分数；请写换算成“bn”后的数值，或更改单位" == ZH.problem_message(share)
    example = "title: {en: A long plan, zh: 新规划}"
    more = (
        ("record", Detail("record.plan")),
        ("name", "title"),
        ("example", example),
        ("page", "docs/fields.md#plan"),
    )
    missing = Problem("missing_field", "a.yaml", 2, 3, None, more)
    assert (
        "规划缺少字段“title”；请补上，例如title: {zh: 新规划}（docs/fields.md#plan）"
        == ZH.problem_message(missing)
    )
    many = Problem("more", details=(("count", "4,800"),))
    assert "另有4800处问题；改好以上各处之后即会显示" == ZH.problem_line(many)


def test_chinese_texts_name_formats_and_fields_alone_in_latin_letters() -> None:
    found = {
        key: left for key, text in entries("zh").items() if (left := latin(placeholder_free(text)) - WORDS)
    }
    assert {} == found
    assert [] == faults(text for key, text in entries("zh").items() if "{" not in text)


def placeholder_free(text: str) -> str:
    return re.sub(r"\{[a-z_]+\}", " ", text)


def typed(problem: Problem) -> set[str]:
    """The Latin words of a message that stand in the file, or name fields, files and words of lists."""

    def plain(text: str) -> str:
        return " ".join(map(plain, text.parts.values())) if isinstance(text, Detail) else text

    details = [
        text.partition("{en:")[0] if name == "example" else plain(text) for name, text in problem.details
    ]
    return {word for text in details for word in latin(text)}


def foreign(problem: Problem) -> set[str]:
    return latin(ZH.problem_message(problem)) - WORDS - typed(problem)


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in MADE and not name.startswith("10-mb")]
)
def test_fault_of_a_file_is_told_in_chinese(name: str) -> None:
    with TemporaryDirectory() as outer:
        folder = Path(outer) / "plan"
        lay(name, folder)
        try:
            load(folder)
            problems: tuple[Problem, ...] = ()
        except RecordsError as error:
            problems = error.problems
    assert {} == {str(one): left for one in problems if (left := foreign(one))}
    assert [] == [str(one) for one in problems if one.message in ZH.problem_line(one)]


@pytest.mark.parametrize("name", SENT)
def test_fault_of_a_parcel_is_told_in_chinese(name: str) -> None:
    problems = unpack(SENT[name][0]()).problems
    assert problems
    assert {} == {str(one): left for one in problems if (left := foreign(one))}
