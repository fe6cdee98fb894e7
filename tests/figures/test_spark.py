"""The spark: the marks of every chart, in a few pixels, and a line only between years that follow on one another."""

import re
from base64 import b64decode

import pytest

from metrics.figures.palette import PALETTES
from metrics.figures.spark import HEIGHT, WIDTH, spark_img, spark_svg
from metrics.records import load
from tests.progress.build import figure, records, series

SHIPPED = load()


def drawn(*figures, places=("CHN", "USA"), mode="light", **more):
    return spark_svg(records(*figures, series=[series(**more)]), "count", places, mode)


def joins(svg):
    return re.findall(r'<path d="M[\d. ]+L', svg)


def test_no_line_leaps_over_a_missing_year():
    assert 1 == len(joins(drawn(figure("2020", 1), figure("2021", 2), figure("2023", 3))))


def test_no_line_joins_two_places():
    assert [] == joins(drawn(figure("2020", 1), figure("2021", 2, geography="USA")))


@pytest.mark.parametrize(("bound", "fade"), [("more_than", "#u0"), ("at_most", "#d0"), ("exact", None)])
def test_an_open_end_is_drawn_open(bound, fade):
    found = re.findall(r"fill=\"url\((#..)\)\"", drawn(figure("2020", 1, bound)))
    assert ([fade] if fade else []) == found


def test_about_has_a_halo_and_a_forecast_is_hollow():
    assert 'r="5"' in drawn(figure("2020", 1, "about"))
    assert f'fill="{PALETTES["light"].paper}"' in drawn(figure("2020", 1, kind="forecast"))


def test_parts_of_a_year_of_a_flow_are_left_out():
    assert "" == drawn(figure("2020-H1", 1))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", [one for one in SHIPPED.series if SHIPPED.observations_of(one)])
def test_every_mark_of_every_series_stands_inside_the_picture(name, mode):
    svg = spark_svg(SHIPPED, name, ("CHN", "USA"), mode)
    for attribute, most in (("cx", WIDTH), ("cy", HEIGHT), ("x", WIDTH), ("y", HEIGHT)):
        assert all(0 <= float(one) <= most for one in re.findall(rf' {attribute}="(-?[\d.]+)"', svg))


def test_the_text_alternative_cannot_leave_its_attribute():
    img = spark_img(records(figure("2020", 1)), "count", ("CHN",), "light", 'a" onerror="x')
    assert "&quot; onerror=" in img
    assert b"<svg" in b64decode(re.search('base64,([^"]+)', img)[1])
