"""The catalogues: what is asked for is there, what is there is asked for, and a language is only files."""

import ast
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path as File
from typing import get_args

import pytest
import yaml

from metrics.progress.result import Answer, NotCounted, Path, Reason, Refusal, Verdict
from metrics.records.model.promises import End
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    Comparability,
    Comparator,
    Independence,
    Kind,
    SourceKind,
    Verification,
)
from metrics.words import Words, languages, words_for
from metrics.words.catalogue import FOLDER, PLACEHOLDER, Catalogue, CatalogueError, read_catalogue
from tests.progress.build import figure, records, status

ROOM = File(__file__).parents[2] / "metrics" / "words"
OWN = [
    "language",
    "formats",
    "vocabulary",
    "verdicts",
    "readings",
    "rules",
    "overview",
    "alternatives",
    "editions",
]  # other rooms bring theirs
ENGLISH = read_catalogue(FOLDER / "en")
OWN_TOPS = {
    top for name in OWN for top in yaml.safe_load((FOLDER / "en" / f"{name}.yaml").read_text("utf-8"))
}
OWN_KEYS = sorted(key for key in ENGLISH.entries if key.split(".")[0] in OWN_TOPS)

UNDECIDED = {"unverified", "inconclusive", "depends_on_path", "too_early", "stale"}
SIDED = {"met", "met_early", "on_track", "met_late", "missed", "behind", "far_behind", "going_backwards"}
CLAUSES = SIDED | {"inconclusive", "depends_on_path", "unverified", "too_early", "ended", "unchecked"}
UNCHECKED = {"no_data", "not_comparable", "stale"}
ENDED = set(get_args(End))
CHANGED = ENDED | {"moved", "revised"}
DECIDED = {"met", "on_track", "met_late", "missed", "behind"}
BESIDE = {"allowed", "estimate", "provisional", "provisional_estimate", "flagged"}
CHANGES = ("change", "relative", "points", "amount", "count", "mean", "gap_change")
FORMS = {"year", "half", "quarter", "month", "day"}

#: Keys that the code completes with a word of a closed list: section -> the words.
COMPLETED: Mapping[str, set[str]] = {
    "verdict": set(Verdict),
    "verdict_inside": set(Verdict),
    "tally": SIDED | UNDECIDED,
    "tally_first": SIDED | UNDECIDED,
    "tally_short": SIDED | UNDECIDED,
    "tally_long": {"unverified"},
    "stronger": {"met_early", "met_late", "going_backwards", "far_behind"},
    "edition.mark": CHANGED,
    "edition.mark_missed": CHANGED,
    "edition.what": CHANGED,
    "edition.what_on": ENDED,
    "edition.ended": ENDED,
    "planned": {"kept", "short", "open", "silent"},
    "reason": set(Reason),
    "no_reading": set(Reason)
    - {Reason.FEW_POINTS, Reason.PATHS_REFUSED, Reason.NO_YEAR_YET, Reason.NO_PLANNED_YET},
    "refusal": set(Refusal),
    "not_counted": set(NotCounted),
    "answer": set(Answer),
    "path": set(Path),
    "beside": BESIDE,
    "beside_one": BESIDE,
    "definition": set(Comparability) - {Comparability.DIFFERENT},
    "independence": set(Independence),
    "independence_note": set(Independence),
    "kind": set(Kind),
    "bound": set(Bound),
    "verification": set(Verification),
    "source_kind": set(SourceKind),
    "access": set(Access),
    "claim_kind": set(ClaimKind),
    "assessment": set(Assessment),
    "figure": set(Bound),
    "figure_long": set(Bound),
    "demand": set(Comparator),
    "demand_long": set(Comparator),
    "asked": {"year_before", "level", "between", "the_level", "the_gap", "index", "total", "gap", "each"},
    **{f"asked.{change}": {"down", "up"} for change in CHANGES},
    "asked.unchanged": set(Comparator),
    "asked.gap_unchanged": set(Comparator),
    "asked.times": {"half", "same", "twice", "other"},
    "when": FORMS | {"fiscal", "school", "months", "span"},
    "published": FORMS | {"same_day"},
    "due": FORMS | {"fiscal", "school", "mid", "decade", "throughout"},
    "period": {"year", "fiscal", "school", "mid", "decade", "months", "months_the", "span"},
    "period.half": {"1", "2"},
    "period.quarter": {"1", "2", "3", "4"},
    "pace.run": set(Path),
    "pace.left_out": set(Path),
    "pace.step": {"rise", "fall", "still"},
    "pace.growth": {"rise", "fall", "still"},
    "alternative.path": {*Path, "both"},
    "alternative.one": {"published", "revised", "left_out"},
    "alternative.any": {"published", "revised", "left_out"},
    "rule": {str(case) for case in range(1, 14)},
    "overview.basis": {"only", "every", "every_or_most", "most"},
    "overview.part": CLAUSES,
    "overview.whole": CLAUSES,
    "overview.why": UNCHECKED | {"unjudged"},
    "overview.why_some": UNCHECKED | {"unjudged"},
    "dek.rest_on_state": DECIDED,
    "dek.backed": DECIDED,
    "dek.backed_all": DECIDED,
    "number.word": {str(n) for n in range(13)},
}
OPEN = {
    "amount.scale",
    "amount.currency",
    "spoken",
    "amount.one",
    "amount.shown_scale",
    "number.large",
    "meeting",
    "amount.shown_label",
    "amount.written",
    "amount.smaller",
    "amount.smaller_times",
    "block.claims.times",
}  # as long as a language likes


def literals() -> set[str]:
    """Every dotted text in the code of the room."""
    return {
        node.value
        for module in ROOM.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z_]+(\.[a-z_]+)+|said", node.value)
    }


def section(key: str) -> str:
    return key.rpartition(".")[0]


def forms(catalogue: Catalogue, key: str) -> dict[str, str]:
    entry = catalogue.entries[key]
    return {"": entry} if isinstance(entry, str) else dict(entry)


def test_every_text_that_the_code_asks_for_is_there():
    prefixes = {key[: key.rindex(".")] for key in ENGLISH.entries if "." in key} | {"language.yaml"}
    missing = sorted(key for key in literals() if key not in ENGLISH and key not in prefixes)
    assert [] == [key for key in missing if key.split(".")[0] in {k.split(".")[0] for k in ENGLISH.entries}]


@pytest.mark.parametrize("name", COMPLETED)
def test_every_word_of_a_closed_list_has_its_text_and_there_is_no_other(name):
    assert {str(word) for word in COMPLETED[name]} == {
        key.rpartition(".")[2] for key in OWN_KEYS if section(key) == name
    }


def test_every_text_of_this_room_is_asked_for():
    asked = literals()
    assert [] == [key for key in OWN_KEYS if key not in asked and section(key) not in {*COMPLETED, *OPEN}]


@pytest.mark.parametrize("language", languages())
def test_no_brace_is_left_over(language):
    catalogue = read_catalogue(FOLDER / language)
    left = {
        key: text
        for key in catalogue.entries
        for text in forms(catalogue, key).values()
        if set("{}") & set(PLACEHOLDER.sub("", text))
    }
    assert {} == left


@pytest.mark.parametrize("language", languages())
def test_plural_forms_are_those_of_the_language(language):
    catalogue = read_catalogue(FOLDER / language)
    allowed = {*catalogue.locale.plural_form.tags, "other"}
    strange = {
        key: sorted(extra)
        for key in catalogue.entries
        if (extra := {form for form in forms(catalogue, key) if form and form[0] != "="} - allowed)
    }
    assert {} == strange


@pytest.mark.parametrize("language", languages())
def test_the_forms_of_one_text_fill_in_the_same_values(language):
    """Only the number itself may be left out where a form says it in words."""
    catalogue = read_catalogue(FOLDER / language)
    apart = [
        key
        for key in catalogue.entries
        if 1
        < len(
            {
                frozenset(m[1] for m in PLACEHOLDER.finditer(t)) - {"n", "all"}
                for t in forms(catalogue, key).values()
            }
        )
    ]
    assert [] == apart


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_texts_with_the_same_placeholders(language):
    other = read_catalogue(FOLDER / language)
    free = tuple(f"{name}." for name in OPEN)

    def shape(catalogue: Catalogue) -> dict[str, set[str]]:
        return {
            key: {m[1] for text in forms(catalogue, key).values() for m in PLACEHOLDER.finditer(text)}
            for key in catalogue.entries
            if not key.startswith(free)
        }

    assert shape(ENGLISH) == shape(other)


@pytest.mark.parametrize("language", languages())
def test_the_first_sentence_marks_one_count_in_each_part(language):
    catalogue = read_catalogue(FOLDER / language)
    marks = {
        key: text
        for key in catalogue.entries
        for text in forms(catalogue, key).values()
        if key.startswith(("overview.part.", "overview.whole."))
        != (re.findall(r"[\[\]]", text) == ["[", "]"])
    }
    assert {} == {key: text for key, text in marks.items() if key.startswith("overview.")}


def write(folder: File, **files: str) -> File:
    folder.mkdir()
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a": "x: {y: one}\n", "b": "x: {y: two}\n"}, r"'x\.y' stands in a\.yaml and in b\.yaml"),
        ({"a": "x: one\nx: two\n"}, "the key 'x' stands twice"),
        ({"a": "x: [one, two]\n"}, r"a\.yaml: 'x' is not a text"),
        ({"a": "one\n"}, r"a\.yaml: holds no keys"),
        ({"a": "x: {\n"}, r"a\.yaml: .*"),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_refused(tmp_path, files, expected):
    with pytest.raises(CatalogueError, match=expected):
        read_catalogue(write(tmp_path / "qq", **files))


def test_a_section_may_stand_in_several_files(tmp_path):
    found = read_catalogue(write(tmp_path / "qq", a="x: {y: one}\n", b="x: {z: two}\n"))
    assert {"x.y": "one", "x.z": "two"} == dict(found.entries)


def test_yes_no_and_numbers_are_texts(tmp_path):
    found = read_catalogue(write(tmp_path / "qq", a="no: 1.0\nyes: on\n"))
    assert {"no": "1.0", "yes": "on"} == dict(found.entries)


def test_an_exact_number_goes_before_the_plural_form(tmp_path):
    found = read_catalogue(
        write(tmp_path / "qq", a='language: {locale: en}\nx: {one: a, "=2": both, other: all}\n')
    )
    assert ["a", "both", "all"] == [found.entry("x", n) for n in (1, 2, 3)]


def backwards(text: str) -> str:
    """The words of a text in another order, its placeholders kept whole."""
    inner = text.strip("[]")
    turned = " ".join(reversed(inner.split(" "))) if "[" not in inner and "]" not in inner else text
    return f"‹{turned}›" if turned != text else text


@pytest.fixture
def made_up(tmp_path) -> Words:
    """A language that turns every sentence round, with German numbers and dates."""
    folder = tmp_path / "xx"
    folder.mkdir()

    def turned(value: object, name: str) -> object:
        if isinstance(value, dict):
            return {key: turned(inner, name) for key, inner in value.items()}
        return value if name == "language.yaml" else backwards(str(value))

    for path in (FOLDER / "en").glob("*.yaml"):
        if path.stem not in OWN:
            continue
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        new = turned(content, path.name)
        if path.name == "language.yaml":
            new["language"]["locale"] = "de"
            new["number"]["word"] = {}
        if path.name == "formats.yaml":
            new["amount"]["keep_scale"] = "no"
            new["amount"]["scale"] = {
                "100000000": "{number}亿{currency}",
                "1000000000000": "{number}万亿{currency}",
            }
            new["amount"]["currency"] = {"CNY": "元"}
        (folder / path.name).write_text(yaml.dump(new, allow_unicode=True), encoding="utf-8")
    return Words(read_catalogue(folder))


def test_a_second_language_is_only_files(made_up):
    found = status(figure("2025", 1200.5, "more_than"))
    known = records(figure("2025", 1200.5, "more_than"), target=found.target)
    assert "‹reading only the on met›" == made_up.headline(found).replace("‹met›", "met")
    sentence = made_up.reading(found.readings[0], found, known)
    assert "1,2万亿元" in sentence
    assert not set("{}") & set(sentence)
    assert "1.200,5" == made_up.number(1200.5)
    assert "21,7%" == made_up.percent(0.217)
    assert "22 Dez. 2026" == made_up.day(date(2026, 12, 22))


def test_a_language_may_change_the_scale_of_money(made_up):
    rmb = records().units["cny_bn"]
    assert ["4.000亿元", "1万亿元", "5亿元", "0,4亿元"] == [
        made_up.amount(v, rmb) for v in (400, 1000, 0.5, 0.04)
    ]
    assert "9.000亿元–1,2万亿元" == made_up.amounts(900, 1200, rmb).replace("‹", "").replace("›", "")


def test_a_language_without_a_currency_word_has_its_code(made_up):
    assert "4,9" in made_up.amount(0.49, records().units["usd_bn"])
    assert "USD" in made_up.amount(0.49, records().units["usd_bn"])


def test_english_is_first_and_words_are_read_once():
    assert "en" == languages()[0]
    assert words_for("en") is words_for("en")


def test_words_of_the_browser_are_read_once(monkeypatch):
    words = words_for("zh")
    assert words.native
    monkeypatch.setattr(yaml, "load", None)
    assert words.native == words.native
