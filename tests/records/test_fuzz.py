"""Whatever stands in the files of a plan, problems or records come out, and never anything else."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.records import SHIPPED, read_files
from metrics.records.folder import Folder
from tests.records.corpus import TEXTS

SMALL = {name: text.encode() for name, text in TEXTS.items()}
WHOLE = {
    file.label: (SHIPPED / file.label).read_bytes()
    for file in Folder(SHIPPED).files
    if Folder(SHIPPED).has(file.label)
}

YAML = st.sampled_from(
    (
        *TEXTS["targets.yaml"].split(),
        *"[]{},>#~'\"*&!?|%@`\t",
        *(
            "- ",
            ": ",
            "\n",
            "\n  ",
            "\r",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "<<: ",
            "? ",
            "&a ",
            "*a",
            "!!binary ",
        ),
        *(
            "NO",
            "12:30",
            "010",
            "1e999",
            ".nan",
            "2021-02-29",
            "\u202e",
            "\u2067",
            "\u2069",
            "\ufeff",
            "\0",
            '"\\0"',
        ),
    )
)
CSV = st.sampled_from(
    (
        *TEXTS["data/observations/industry.csv"].replace("\n", ",").split(","),
        *(
            ",",
            ",",
            ",",
            "\n",
            "\r\n",
            "\r",
            '"',
            '""',
            ";",
            "\t",
            "|",
            " ",
            "=1+1",
            "1,200",
            "1.200,5",
            "NaN",
            "1e999",
        ),
        *("true", "TRUE", "2020-02-30", "\u202d", "\u200b", "\0", "\ufeff", "0" * 30),
    )
)


def written(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return st.lists(pieces, max_size=60).map(lambda found: "".join(found).encode())


CONTENTS = st.one_of(
    st.binary(max_size=200), written(YAML), written(CSV), st.text(max_size=100).map(str.encode)
)


@st.composite
def damaged(draw: st.DrawFn, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a plan, one of which was cut, flipped, doubled, moved about or overwritten at some places."""
    name = draw(st.sampled_from(sorted(files)))
    content = files[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = draw(st.integers(at, min(len(content), at + 60)))
        lines = content.splitlines(keepends=True) or [b""]
        one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("cut", "flip", "double", "swap", "write", "leave"))):
            case "cut":
                content = content[:at]
            case "flip":
                turned = bytes(byte ^ draw(st.integers(1, 255)) for byte in content[at : at + 1])
                content = content[:at] + turned + content[at + 1 :]
            case "double":
                content = b"".join([*lines[:one], lines[one], *lines[one:]])
            case "swap":
                lines[one], lines[other] = lines[other], lines[one]
                content = b"".join(lines)
            case "write":
                content = content[:at] + draw(st.one_of(YAML, CSV)).encode() + content[end:]
            case "leave":
                content = content[:at] + content[end:]
    return {**files, name: content}


def check(files: Mapping[str, bytes]) -> None:
    """Records or problems, each of which can be shown on one line."""
    records, problems = read_files(files)
    assert (records is None) == bool(problems)
    assert [] == [str(problem) for problem in problems if not str(problem).isprintable()]
    assert [] == [str(problem) for problem in problems if len(str(problem)) > 1000]


@settings(max_examples=400)
@given(name=st.sampled_from(sorted(SMALL)), content=CONTENTS)
def test_any_content_of_any_file_is_records_or_problems(name: str, content: bytes) -> None:
    check({**SMALL, name: content})


@settings(max_examples=300)
@given(damaged(SMALL))
def test_any_damage_to_a_small_plan_is_records_or_problems(files: dict[str, bytes]) -> None:
    check(files)


@settings(max_examples=40)
@given(damaged(WHOLE))
def test_any_damage_to_the_shipped_files_is_records_or_problems(files: dict[str, bytes]) -> None:
    check(files)


@settings(max_examples=150)
@given(
    st.dictionaries(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                (*SMALL, *WHOLE, "data", "data/", "/data", "data//prices.csv", "../targets.yaml")
            ),
            st.text(max_size=8).map(lambda name: f"data/{name}.csv"),
            st.text(max_size=8).map(lambda name: f"data/observations/{name}.csv"),
        ),
        CONTENTS,
        max_size=6,
    )
)
def test_files_of_any_names_are_records_or_problems(files: dict[str, bytes]) -> None:
    check(files)
    check({**SMALL, **files})
