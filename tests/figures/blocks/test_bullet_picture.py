from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from metrics.figures.blocks import under_headline
from metrics.figures.bullet_picture import SHEETS, bullet_chart, bullet_picture
from metrics.figures.palette import PALETTES
from metrics.progress import assess, histories
from metrics.records import load
from metrics.words import words_for

HEIGHT = SHEETS["slide"].height
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def sample():
    records = load()
    return records, assess(records, records.as_of), words_for("en")


@pytest.fixture(scope="module")
def core(sample):
    return [sample[1].statuses[f"aidp-{year}-core"] for year in (2020, 2025, 2030)]


@pytest.fixture(scope="module")
def picture(sample, core):
    return ET.fromstring(bullet_picture(core, sample[0], sample[2], "light"))


def _texts(root):
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def test_the_picture_is_1600_by_900(picture):
    assert ("1600", "900", "0 0 1600 900") == tuple(
        picture.get(name) for name in ("width", "height", "viewBox")
    )


def test_title_subtitle_sources_and_known_on_day_stand_inside(picture, sample, core):
    chart = bullet_chart(core, sample[0], sample[2])
    texts = _texts(picture)
    assert chart.title in texts
    assert chart.subtitle in texts
    assert chart.source in " ".join(texts)
    assert "Known on 28 Nov 2026" in chart.source


def test_every_counted_reading_is_drawn_with_its_figure_and_its_verdict(picture, sample, core):
    words, texts = sample[2], _texts(picture)
    for status in core:
        for reading in status.counted:
            assert words.text(reading.series.short) in texts
            assert any(text.startswith(words.figure(reading.observation)) for text in texts)
            assert words.verdict(reading.verdict) in texts


def test_since_when_and_what_is_needed_stand_under_each_headline(sample, core):
    records, _, words = sample
    turned = histories(records, records.as_of)
    beside = {
        one.target.id: under_headline(one, records, words, turned[one.target.id].turned) for one in core
    }
    texts = _texts(ET.fromstring(bullet_picture(core, records, words, "light", beside=beside)))
    assert "Since 14 Nov 2021, by 160.7 from Shi Yong, counsellor" in texts
    assert any(text.startswith("Needed from here, RMB bn a year: NDRC about 70.5") for text in texts)


def test_it_needs_nothing_from_outside(sample, core):
    svg = bullet_picture(core, sample[0], sample[2], "dark")
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "href" not in svg
    assert "<style" not in svg
    assert PALETTES["dark"].paper in svg


def test_more_lanes_than_fit_make_the_picture_taller(sample, core):
    root = ET.fromstring(bullet_picture(core * 4, sample[0], sample[2], "light"))
    assert int(root.get("height")) > HEIGHT


def test_a_target_without_figures_is_drawn_with_its_reason(sample):
    root = ET.fromstring(
        bullet_picture([sample[1].statuses["moe-2020-textbooks"]], sample[0], sample[2], "light")
    )
    assert "No published figure was found." in _texts(root)


def test_characters_that_xml_forbids_are_left_out(sample, core):
    records = sample[0]
    reading = core[0].counted[0]
    dirty = reading.series.model_copy(
        update={"short": reading.series.short.model_copy(update={"en": "A\x00\x0bB"})}
    )
    status = replace(core[0], readings=(replace(reading, series=dirty),))
    assert "AB" in _texts(ET.fromstring(bullet_picture([status], records, sample[2], "light")))


def test_the_table_has_a_row_for_every_counted_reading(sample, core):
    chart = bullet_chart(core, sample[0], sample[2])
    assert sum(len(status.counted) for status in core) == len(chart.table.rows)
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)
    assert "readings-core_ai_industry_size" == chart.id


def test_the_text_alternative_names_every_target_with_its_full_phrase(sample, core):
    alt = bullet_chart(core, sample[0], sample[2]).alt
    assert [True] * 3 == [sample[2].headline_full(status) in alt for status in core]
