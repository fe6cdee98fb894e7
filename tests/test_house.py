"""The rules of the house that no single room can hold: who may import whom, what stands where, what agrees."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from click import Group

from metrics.figures.palette import DARK, LIGHT
from metrics.figures.signs import TEXT
from metrics.progress.result import Verdict
from metrics.words import words_for

ROOT = Path(__file__).parents[1]
METRICS = ROOT / "metrics"
ROOMS = [
    "records",
    "progress",
    "words",
    "figures",
    "exports",
    "releases",
    "app",
]  # each built on the ones before it
MODULES = sorted(METRICS.rglob("*.py"))
LOCKS = ["requirements.txt", "requirements-dev.txt"]
LONGEST = 400  # lines; a module is one noun of 50 to 300

TOP_LEVEL = {
    *("dashboard.py", "targets.yaml", "metrics", "tests", "README.md", "docs"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "SECURITY.md", "CITATION.cff"),
    *("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt"),
    *(".ci", ".streamlit", ".gitignore"),
}


def place(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def imported(module: Path) -> set[str]:
    """Dotted names of everything that a module imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert 0 == node.level, (
                f"{place(module)}:{node.lineno}: imports are written from the top: metrics.…"
            )
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def room(module: Path) -> str | None:
    parts = module.relative_to(METRICS).parts
    return parts[0] if len(parts) > 1 else None


def breaches(package: str, allowed: set[str]) -> list[str]:
    """Modules of rooms that import a package they may not."""
    return [
        place(module)
        for module in MODULES
        if room(module) not in allowed
        and any(name == package or name.startswith(f"{package}.") for name in imported(module))
    ]


def test_every_room_stands_in_the_list():
    found = {path.name for path in METRICS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {*ROOMS, "data", "examples", "schema"} == found


def test_data_is_no_code():
    assert [] == [place(module) for module in MODULES if room(module) in {"data", "schema"}]


def test_rooms_import_only_rooms_below_them():
    upward = [
        f"{place(module)} imports {name}"
        for module in MODULES
        for name in sorted(imported(module))
        if (own := room(module)) in ROOMS
        and name.startswith("metrics.")
        and (other := name.split(".")[1]) in ROOMS
        and ROOMS.index(other) > ROOMS.index(own)
    ]
    assert [] == upward


def test_the_command_line_needs_no_page():
    assert {"app"}.isdisjoint(
        name.split(".")[1]
        for name in imported(METRICS / "__main__.py") | imported(METRICS / "__init__.py")
        if name.startswith("metrics.")
    )


def test_only_the_app_imports_streamlit():
    assert [] == breaches("streamlit", {"app"})


def test_only_pictures_and_what_carries_them_import_plotly():
    assert [] == breaches("plotly", {"figures", "exports", "app"})


def test_plotly_express_is_not_imported():
    assert [] == breaches("plotly.express", set())


def test_records_and_verdicts_load_without_plotly_and_streamlit():
    code = "import sys, metrics.records, metrics.progress; print({'plotly', 'streamlit'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "set()\n" == run.stdout


def test_modules_are_one_noun_long():
    long = {place(m): lines for m in MODULES if (lines := len(m.read_text("utf-8").splitlines())) > LONGEST}
    assert {} == long


def test_every_module_says_what_it_is():
    silent = [
        place(m)
        for m in MODULES
        if m.stat().st_size and not ast.get_docstring(ast.parse(m.read_text("utf-8")))
    ]
    assert [] == silent


def test_nothing_is_printed_or_left_open_in_the_package():
    left = re.compile(r"(?<![\w.])print\(|\b(?:TODO|FIXME|XXX)\b|NotImplementedError")
    found = [
        f"{place(module)}:{number}: {line.strip()}"
        for module in MODULES
        for number, line in enumerate(module.read_text("utf-8").splitlines(), 1)
        if left.search(line)
    ]
    assert [] == found


def test_no_test_is_skipped_or_expected_to_fail():
    set_aside = re.compile(r"pytest\.(?:mark\.)?(?:" + "skip" + "|" + "xfail" + ")")
    tests = sorted((ROOT / "tests").rglob("*.py"))
    assert [] == [place(test) for test in tests if set_aside.search(test.read_text("utf-8"))]


def top_level() -> set[str]:
    """What is committed there; in a copy without its history, what is not ignored."""
    if (ROOT / ".git").exists():
        run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
        return {name.split("/")[0] for name in run.stdout.split("\0") if name}
    ignored = (ROOT / ".gitignore").read_text("utf-8").replace("/", "").split()
    return {path.name for path in ROOT.iterdir()} - set(ignored)


def test_the_top_level_holds_only_what_belongs_there():
    assert set() == top_level() - TOP_LEVEL


def lock_pins(name: str) -> dict[str, str]:
    """Package and marker -> version, as a lock file has them."""
    text = (ROOT / name).read_text("utf-8")
    found = re.findall(r"^([A-Za-z0-9_.\-]+)==(\S+)( ; .+?)? \\$", text, re.MULTILINE)
    return {f"{package}{marker}": version for package, version, marker in found}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_name_no_host_no_index_and_no_path(name):
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [] == [line for line in lines if re.search(r"://|^-|^/|file:|--(?!hash=sha256:)", line)]


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_carries_hashes(name):
    text = (ROOT / name).read_text("utf-8")
    pins = re.findall(r"^\S+==\S+.*\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.MULTILINE)
    assert len(lock_pins(name)) == len(pins) > 0


def test_the_tests_run_with_the_versions_that_the_dashboard_runs_with():
    assert lock_pins("requirements.txt").items() <= lock_pins("requirements-dev.txt").items()


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_dependency_is_locked_and_has_its_reason():
    described = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = [*project()["project"]["dependencies"], *project()["dependency-groups"]["dev"]]
    packages = [re.match(r"[A-Za-z0-9_.\-]+", one).group() for one in named]
    pins = lock_pins("requirements-dev.txt")
    assert [] == [one for one in packages if one.lower() not in pins]
    assert [] == [one for one in packages if f"`{one}`" not in described]


def test_version_is_the_same_wherever_it_stands():
    version = project()["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert version == citation["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_readme_names_every_make_target():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [] == [target for target in targets() if f"make {target}" not in readme]


def test_make_help_lists_every_target():
    run = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [] == [target for target in targets() if f"make {target} " not in run.stdout]


def test_readme_names_every_command():
    from metrics.__main__ import main

    assert isinstance(main, Group)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [] == [command for command in main.commands if f"python -m metrics {command}" not in readme]


def test_readme_shows_every_verdict_with_its_sign():
    shown = re.findall(
        r"^\| (\S+) \| ([A-Z][^|]*) \| ", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    words = words_for("en")
    assert [(TEXT[verdict], words.verdict(verdict)) for verdict in Verdict] == shown


def test_readme_shows_the_keys_of_the_json_in_their_order():
    documented = re.search(
        r"^```json\n(.*?)^```",
        (ROOT / "docs" / "command-line.md").read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    schema = json.loads(documented[1])
    target, reading = schema["$defs"]["target"], schema["$defs"]["reading"]
    inside = {"headline": target["properties"]["headline"]["required"], "readings": reading["required"]}
    expected = [
        *schema["required"],
        *(inner for key in target["required"] for inner in (key, *inside.get(key, ()))),
    ]
    shown = re.search(r"^```\n(\{.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert expected == re.findall(r'"(\w+)"', shown[1])


def test_files_that_the_texts_link_to_exist():
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{place(text)}: {link}"
        for text in texts
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text.read_text("utf-8"))
        if not (text.parent / link).exists()
    ]
    assert [] == broken


def test_terms_name_every_licence_and_every_source_that_has_one():
    held = yaml.safe_load((METRICS / "data" / "sources.yaml").read_text("utf-8"))["sources"]
    terms = (ROOT / "docs" / "figures-terms.md").read_text("utf-8")
    licensed = [source for source in held if "licence" in source]
    assert [] == [one["licence"] for one in licensed if f"| {one['licence']} |" not in terms]
    assert [] == [one["id"] for one in licensed if f"`{one['id']}`" not in terms]
    assert f"Of the {len(held)} sources, {len(held) - len(licensed)} state no licence" in terms


def configuration() -> dict:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_streamlit_wears_the_palette(palette):
    theme = configuration()["theme"][palette.mode]
    expected = {
        "primaryColor": palette.focus,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.panel,
        "textColor": palette.ink,
        "linkColor": palette.focus,
        "borderColor": palette.edge,
        "codeBackgroundColor": palette.panel,
        "codeTextColor": palette.ink,
        "dataframeBorderColor": palette.rule,
        "dataframeHeaderBackgroundColor": palette.panel,
        "dataframeHeaderTextColor": palette.ink_2,
        "grayColor": palette.mute,
        "grayTextColor": palette.ink_3,
    }
    hues = {
        "red": "neg",
        "orange": "warn",
        "yellow": "warn",
        "green": "pos",
        "blue": "focus",
        "violet": "open",
    }
    for hue, token in hues.items():
        expected[f"{hue}Color"] = expected[f"{hue}TextColor"] = getattr(palette, token)
    assert expected == theme


def test_dashboard_keeps_to_this_machine():
    settings = configuration()
    assert "localhost" == settings["server"]["address"]
    assert False is settings["browser"]["gatherUsageStats"]
    assert "none" == settings["client"]["showErrorDetails"]
    assert "://" not in (ROOT / ".streamlit" / "config.toml").read_text("utf-8")


def test_a_public_class_name_stands_once_in_the_package():
    where: dict[str, list[str]] = {}
    for module in MODULES:
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where.setdefault(node.name, []).append(place(module))
    assert {} == {name: places for name, places in where.items() if len(places) > 1}
