"""The template: one a mode, from the palette; a configuration that sends nothing anywhere."""

import re

import pytest

from metrics.figures.palette import FONT, PALETTES
from metrics.figures.template import config, faded, mixed, template

HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_colour_of_the_template_is_of_its_palette(mode):
    palette = {str(value) for value in vars(PALETTES[mode]).values()}
    assert set() == set(HEX.findall(str(template(mode).to_plotly_json()))) - palette


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_paper_is_transparent_and_letters_are_the_house_s(mode):
    layout = template(mode).layout
    assert ("rgba(0,0,0,0)", "rgba(0,0,0,0)", FONT) == (
        layout.paper_bgcolor,
        layout.plot_bgcolor,
        layout.font.family,
    )


def test_light_and_dark_differ_in_colours_only():
    def bare(mode):
        return HEX.sub("#", str(template(mode).to_plotly_json()))

    assert bare("light") == bare("dark")


def test_value_axes_start_at_zero():
    assert "tozero" == template("light").layout.yaxis.rangemode


def test_nothing_is_sent_anywhere():
    asked = config()
    assert (False, False, False, False, "") == (
        asked["displayModeBar"],
        asked["displaylogo"],
        asked["showSendToCloud"],
        asked["showEditInChartStudio"],
        asked["plotlyServerURL"],
    )


def test_the_chart_follows_its_column_and_its_language():
    assert (True, "en", "zh-CN") == (config()["responsive"], config("en")["locale"], config("zh")["locale"])


def test_a_mixed_colour_lies_between_colour_and_ground():
    assert ("#FFFFFF", "#000000") == (mixed("#000000", "#FFFFFF", 0), mixed("#000000", "#FFFFFF", 1))


def test_a_faded_colour_keeps_its_parts():
    assert "rgba(255,0,16,0)" == faded("#FF0010", 0)
