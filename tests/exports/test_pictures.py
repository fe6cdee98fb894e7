"""Pictures as files: one or a zip, the same bytes each time, and one clear sentence without a Chrome."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from metrics.__main__ import main
from metrics.exports.gallery import gallery
from metrics.exports.pictures import pictures
from tests.later import DAYS, told_too_early

DAY = ("--known-on", "2026-11-28")


def run(*arguments, **environment):
    return CliRunner(env={"PATH": "", "BROWSER_PATH": "", "CHROMIUM": "", **environment}).invoke(
        main, ["export", *arguments, *DAY], prog_name="python -m metrics"
    )


def test_without_a_chrome_the_command_says_what_to_do(tmp_path):
    result = run("png", "-o", str(tmp_path / "a.png"))
    assert 2 == result.exit_code
    assert "Install Chrome or Chromium" in result.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("size", ["slide", "square", "column"])
def test_svg_of_the_readings_needs_no_chrome_and_is_the_same_each_time(size, tmp_path):
    found = set()
    for name in "ab":
        result = run("svg", "--size", size, "-o", str(tmp_path / name))
        assert (0, "") == (result.exit_code, result.stderr)
        found.add((tmp_path / name).read_bytes())
    assert 1 == len(found)
    assert found.pop().startswith(b"<svg ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("csv", "--chart", "timeline"), "only png and svg take this option"),
        (("svg", "--chart", "target-aidp-2025-cor"), "did you mean 'target-aidp-2025-core'?"),
        (("svg", "--size", "huge"), "'huge' is not one of"),
    ],
)
def test_what_cannot_be_drawn_is_one_clear_message(arguments, said, tmp_path):
    result = run(*arguments, "-o", str(tmp_path / "a"))
    assert 2 == result.exit_code
    assert said in result.stderr


@pytest.mark.browser
def test_several_charts_are_a_zip_of_pictures_and_the_same_bytes_each_time(shipped):
    charts = ("target-aidp-2025-core", "readings-core_ai_industry_size")
    steps = []
    one = pictures(shipped(), "png", charts, size="column", step=lambda: steps.append(1))
    assert [1, 1] == steps
    with ZipFile(BytesIO(one)) as archive:
        assert 2 == len(archive.namelist())
        for name in archive.namelist():
            head = archive.read(name)[:24]
            assert head.startswith(b"\x89PNG")
            assert 1890 == int.from_bytes(head[16:20])
    assert one == pictures(shipped(), "png", charts, size="column")
    first, second = (pictures(shipped(), "svg", charts[:1]) for _ in range(2))
    assert first == second
    assert b"All five state readings" in first


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_pictures_tell_nothing_of_a_later_day(day, shipped):
    from metrics.exports.pictures import asked_of

    taken = shipped(day)
    kept = ("readings", "target", "timeline", "goal", "spread-core", "indicator-core", "panels-core")
    for one in gallery(taken, "light").values():
        if one.id.startswith(kept):
            asked = asked_of(one, "column", "light")
            said = asked.get("svg") or "\n".join(
                str(a["text"]) for a in asked["figure"]["layout"]["annotations"]
            )
            assert [] == told_too_early(said, day)
