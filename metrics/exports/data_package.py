"""The data package: everything known on a day as one zip that other programs read without a guess.

In: an extract. Out: the bytes of a zip with one CSV file a listing (UTF-8, RFC 4180), ``datapackage.json`` by
the Data Package and Tabular Data standards (types, keys, allowed words, titles, meanings), a README, and the
sources as CSL-JSON and BibTeX. The same extract gives the same bytes: no clock is read, files stand in one order.
"""

import json

from metrics.exports.archive import archive
from metrics.exports.bibliography import bibtex, csl_json
from metrics.exports.citation import work
from metrics.exports.csv_rows import csv_rows
from metrics.exports.extract import Extract
from metrics.exports.listings import Field, Listing, listings
from metrics.exports.package_readme import package_readme
from metrics.words import Words

Json = dict[str, object]

_PERIOD = r"[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?"
_TYPES = {
    "text": "string",
    "period": "string",
    "address": "string",
    "number": "number",
    "whole": "integer",
    "truth": "boolean",
    "day": "date",
}


def data_package(taken: Extract) -> bytes:
    """The zip."""
    tables = listings(taken)
    words, sources = taken.words, tuple(taken.records.sources.values())
    files = {
        "datapackage.json": _text(descriptor(taken, tables)),
        "README.md": package_readme(taken, tables),
        **{f"data/{one.name}.csv": csv_rows(one.header, one.rows) for one in tables},
        "sources.bib": bibtex(sources, words),
        "sources.csl.json": csl_json(sources, words),
    }
    return archive({name: text.encode("utf-8") for name, text in files.items()})


def descriptor(taken: Extract, tables: tuple[Listing, ...]) -> Json:
    """``datapackage.json`` as a document."""
    words, cited = taken.words, work()
    keys = {one.name: one.key for one in tables}
    digest = {"dataDigest": taken.known.digest} if taken.known.digest else {}
    return {
        "profile": "tabular-data-package",
        "name": f"milepost-known-on-{taken.known_on.isoformat()}",
        "title": words.say("package.title", day=taken.known_on),
        "description": words.say("package.description"),
        "version": cited.version,
        "knownOn": taken.known_on.isoformat(),
        "path": taken.progress.path.value if taken.progress.path else "both",
        **digest,
        "licenses": [{"name": cited.licence, "title": words.say("package.licence")}],
        "contributors": [{"title": author, "role": "author"} for author in cited.authors],
        "sources": [
            {"title": source.title, **({"path": source.url} if source.url else {})}
            for source in taken.records.sources.values()
        ],
        "resources": [_resource(one, keys, words) for one in tables],
    }


def _resource(table: Listing, keys: dict[str, tuple[str, ...]], words: Words) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"data/{table.name}.csv",
        "title": words.say(f"listing.title.{table.name}"),
        "description": words.say(f"listing.meaning.{table.name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(one, words) for one in table.fields],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [one.name],
                    "reference": {
                        "resource": "" if one.listing == table.name else one.listing,
                        "fields": list(keys[one.listing]),
                    },
                }
                for one in table.fields
                if one.listing
            ],
        },
    }


def _field(field: Field, words: Words) -> Json:
    constraints: Json = {}
    if field.required:
        constraints["required"] = True
    if field.allowed:
        constraints["enum"] = list(field.allowed)
    if field.kind == "period":
        constraints["pattern"] = _PERIOD
    return {
        "name": field.name,
        "type": _TYPES[field.kind],
        "title": field.title(words),
        "description": field.meaning(words),
        **({"constraints": constraints} if constraints else {}),
    }


def _text(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
