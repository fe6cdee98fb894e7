"""The logo of a theme: read with it, from a folder and from what was sent, and shown only where nothing in it acts."""

import pytest

from metrics.records import read_files
from metrics.records.colour import LEAST_CONTRAST, LEAST_DISTANCE, ON_DARK, ON_LIGHT, contrast, distance
from metrics.records.logo import Logo, logo_of
from metrics.records.upload import unpack
from tests.records.conftest import Draft
from tests.records.corpus import FAULTS

PLAN = FAULTS / "theme-that-is-in-order" / "data"
PNG = (PLAN / "logo.png").read_bytes()
THEME = (PLAN / "theme.yaml").read_text("utf-8")


def svg(inner: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{inner}</svg>'.encode()


def logo(draft: Draft) -> Logo | None:
    records = draft.read()[0]
    assert records
    return records.logo


def test_plan_without_a_theme_has_neither_name_nor_logo(draft: Draft) -> None:
    records = draft.read()[0]
    assert records
    assert (None, None) == (records.theme, records.logo)


def test_logo_is_read_with_its_size_and_is_an_address_of_its_own(draft: Draft) -> None:
    draft.write("data/theme.yaml", THEME)
    draft.write("data/logo.png", PNG)
    found = logo(draft)
    assert found
    assert ("png", 64, 32, PNG) == (found.kind, found.width, found.height, found.data)
    assert found.address.startswith("data:image/png;base64,iVBOR")


def test_another_logo_is_another_version_of_the_data(draft: Draft) -> None:
    draft.write("data/theme.yaml", THEME.replace("logo.png", "logo.svg"))
    draft.write("data/logo.svg", svg('<path d="M0 0h9v9"/>'))
    first = draft.read()[0]
    draft.write("data/logo.svg", svg('<path d="M0 0h9v8"/>'))
    second = draft.read()[0]
    assert first
    assert second
    assert first.digest != second.digest
    assert b"v8" in (second.logo.data if second.logo else b"")


def test_plan_that_was_sent_brings_its_own_theme_and_no_picture_beside_it(draft: Draft) -> None:
    files = {path.relative_to(draft.path).as_posix(): path.read_bytes() for path in draft.path.rglob("*.*")}
    files |= {"data/theme.yaml": THEME.encode(), "data/logo.png": PNG, "data/photo.png": PNG}
    found = unpack(files.items())
    assert (("photo.png",), ()) == (found.left_out, found.problems)
    records, problems = read_files(found.files)
    assert () == problems
    assert records
    assert records.logo
    assert PNG == records.logo.data


@pytest.mark.parametrize(
    "inner",
    [
        "<script/>",
        '<g onload="a()"/>',
        '<g OnLoad="a()"/>',
        '<a href="#b"/>',
        '<image href="#b"/>',
        "<foreignObject/>",
        '<use href="a.svg#b"/>',
        '<use href="data:image/svg+xml,a"/>',
        '<path fill="url(https://example.org/a)"/>',
        '<path style="fill:u\\72l(//example.org)"/>',
        "<style>@import 'a.css';</style>",
        '<animate attributeName="href"/>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
    ],
)
def test_svg_that_acts_or_reaches_out_is_refused(inner: str) -> None:
    with pytest.raises(Exception, match="active_logo"):
        logo_of("a.svg", svg(inner))


def test_colours_of_the_house_pass_what_an_accent_must() -> None:
    for colours, blue in ((ON_LIGHT, "#12436D"), (ON_DARK, "#7AA0FF")):
        assert contrast(blue, colours.paper) >= LEAST_CONTRAST
        assert min(distance(blue, one) for one in colours.of_verdicts) >= LEAST_DISTANCE
