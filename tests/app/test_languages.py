"""Every page in every language but the first: drawn, linked and free of texts of the first one."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.app import data
from metrics.exports.citation import work
from metrics.progress import assess, histories
from metrics.records import load
from metrics.words import languages, words_for
from metrics.words.catalogue import FOLDER, PLACEHOLDER, read_catalogue
from tests.latin import foreign, seen

ROOT = Path(__file__).resolve().parents[2]
OTHERS = languages()[1:]
DAY = "2026-11-28"
PAGES = {
    "glance": {},
    "timeline": {"item": "ev-aidp"},
    "targets": {},
    "target": {"target": "aidp-2025-core"},
    "goal": {"target": "aidp-2020-parity"},
    "indicators": {"indicator": "ai_private_investment", "series": "quid_real"},
    "changes": {"part": "changes"},
    "sources": {},
    "claims": {"show": "claims"},
    "coverage": {"part": "coverage"},
    "compare": {"indicator": "core_ai_industry_size", "compare": "aidp-2017,internet-plus-ai-2016"},
    "method": {"part": "method"},
    "rules": {"part": "rules"},
}
FILES = {
    "goal": "target",
    "claims": "sources",
    "compare": "indicators",
}


def run(name, **parameters):
    app = AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=40)
    for parameter, value in {"known_on": DAY, **PAGES[name], **parameters}.items():
        app.query_params[parameter.replace("_", "-")] = value
    file = FILES.get(name, name)
    app.run()
    return app if file == "glance" else app.switch_page(f"../pages/{file}.py").run()


def protos(app) -> Iterator[str]:
    """Everything but HTML that the page sends to the browser, in the notation of protocol buffers."""
    for element in app.main:
        if element.type != "html":
            yield str(element.proto)


def html(app):
    bodies = "\n".join(element.proto.body for element in app.get("html"))
    return re.sub(r"<style>.*?</style>", "", bodies, flags=re.DOTALL)


def letters(text):
    return re.sub(r"[^a-z ]", "", re.sub(r"\s+", " ", text).lower()).strip()


@cache
def english() -> set[str]:
    """The pieces of the English catalogue that are sentences enough to be known again, without the data's own and the title."""
    held = letters(" ".join([work().title, *(str(one) for one in _texts(load()))]))
    catalogue = read_catalogue(FOLDER / "en")
    pieces = {
        piece.strip()
        for key in catalogue.entries
        if not key.startswith(("cli.", "field.", "listing.", "native.", "package.", "workbook."))
        for text in _forms(catalogue.entries[key])
        for piece in PLACEHOLDER.split(text)
        if piece
    }
    return {
        piece for piece in pieces if " " in piece and len(letters(piece)) > 12 and letters(piece) not in held
    }


def _forms(entry):
    return [entry] if isinstance(entry, str) else list(entry.values())


def _texts(held):
    for records in (held.plans, held.indicators, held.observations, held.sources, held.events, held.claims):
        yield from records.values()


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", PAGES)
def test_page_speaks_the_language_of_its_address_and_no_other(name, language):
    app = run(name, lang=language)
    assert [] == list(app.exception)
    shown = html(app)
    assert "<h1" in shown
    assert 'role="alert"' not in shown
    assert f'lang="{words_for(language).tag}" hreflang="{words_for(language).tag}"' in shown
    known_again = letters(shown + " ".join(protos(app)))
    assert [] == [piece for piece in sorted(english()) if letters(piece) in known_again]
    if language == "zh":
        assert {"EN"} == foreign(seen(shown))  # the switch to English


@pytest.mark.parametrize("language", OTHERS)
def test_links_keep_the_language_and_the_switch_keeps_the_view(language):
    shown = html(run("target", lang=language))
    links = re.findall(r'href="((?:\./|target|targets|sources|indicators|method)(?:\?[^"]*)?)"', shown)
    spoken = [one for one in links if f"lang={language}" in one]
    first = [one for one in links if "lang=" not in one]
    assert spoken
    assert ["target?known-on=2026-11-28&amp;target=aidp-2025-core"] == first


def test_a_language_that_there_is_not_leaves_one_note_on_an_english_page():
    shown = html(run("glance", lang="fr"))
    assert 1 == shown.count("fr</p>") or 1 == shown.count("lang = “fr”")
    assert words_for("en").say("block.strip.subtitle") in shown


def test_records_in_units_of_a_language_are_kept_apart_from_those_as_published():
    records = load()
    digests = {data.in_units_of(words_for(language), records).digest for language in languages()}
    assert len(languages()) == len(digests)
    assert records.digest in digests


def test_a_day_is_judged_once_for_all_languages(monkeypatch):
    judged = []
    monkeypatch.setattr(data, "assess", lambda *given: judged.append(given) or assess(*given))
    monkeypatch.setattr(data, "every_history", lambda *given: judged.append(given) or histories(*given))
    for language in languages():
        app = run("target", known_on="2023-03-31", lang=language)
        assert [] == list(app.exception)
    assert 1 == sum(day == date(2023, 3, 31) for _, day, _ in judged)
    assert len(judged) == len({(records.digest, day, path) for records, day, path in judged})
    assert {load().digest} == {records.digest for records, _, _ in judged}
