"""Details: what a message names in words of its own, beside what stands in the file: "a number", "the file", "tabs".

In: a key of :data:`DETAILS`, and what is filled in. Out: a :class:`Detail`, a text in English that another language can
say in its own words, because it knows its key.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

_WANTED = {
    "text": "a text",
    "id": "an id",
    "number": "a number",
    "positive": "a number above 0",
    "year": "a year",
    "day": "a day, such as 2020-12-31",
    "period": "a period, such as 2019, 2019-H1, 2019-06 or 2019-06-30",
    "span": "a period, such as 2019, 2019-H1, 2019-06, 12 months to 2019-06 or 2019/2022",
    "truth": "true or false",
    "choice": "a word of the list",
    "address": "a web address",
    "currency": "a currency, such as CNY",
    "language": "a language, such as en or zh",
    "fields": "fields",
    "list": "a list",
}
_FOUND = {
    "map": "a map",
    "list": "a list",
    "nothing": "nothing",
    "semicolons": "semicolons",
    "tabs": "tabs",
    "bars": "bars",
}
_FORMAT = {
    "png": "a PNG picture",
    "jpeg": "a JPEG picture",
    "gif": "a GIF picture",
    "pdf_document": "a PDF document",
    "pdf": "a PDF",
    "workbook": "a ZIP archive, or a workbook",
    "old_workbook": "an old workbook or document",
    "compressed": "a compressed file",
    "gzip": "a gzip file",
    "seven_zip": "a 7-Zip file",
    "rar": "a RAR file",
    "web_page": "a web page",
    "other": "something else",
}
_HOLDS = {
    "promises": "what plans promised",
    "indicators": "units, places, families and indicators with their series",
    "sources": "the documents that are cited",
    "events": "dated facts for the timeline",
    "observations": "one CSV file of figures for each family",
    "claims": "statements found in sources",
    "exchange_rates": "yuan per dollar by year",
    "prices": "price indices by year",
    "reported": "what was reported",
    "columns": "a line with the names of the columns",
    "fields": "fields",
}
_RECORD = {
    **{
        name: name
        for name in (
            *("plan", "milestone", "target", "goal", "benchmark", "question", "glance", "row"),
            *("unit", "place", "family", "indicator", "series", "source", "category", "event"),
            *("observation", "claim"),
        )
    },
    "file": "the file",
    "files": "the data files",
    "with_id": "{record} {id}",
    "part": "'{field}' of {record}",
}
_READING = {
    "infinity": "an infinity",
    "huge": "a huge number",
    "not_a_number": "not a number",
    "text_block": "the beginning of a text block",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WHY = {
    "years": "the year must lie between {first} and {last}",
    "no_month": "month {month} does not exist",
    "no_day": "{day} {month} {year} does not exist",
    **{f"month_{number}": name for number, name in enumerate(_MONTHS, 1)},
    "years_turned": "the second year must come after the first",
    "part_of_month": "the months must end with a whole month",
    "cannot_be_read": "it cannot be read",
    # what an operating system says
    "permission_denied": "Permission denied",
    "operation_not_permitted": "Operation not permitted",
    "file_name_too_long": "File name too long",
    "input_output_error": "Input/output error",
    # what the loader of YAML says; what it says of other faults is told as a kind of its own
    "block_sequence_entries_are_not_allowed_in_this_context": "block sequence entries are not allowed in this context",
    "control_characters_are_not_allowed": "control characters are not allowed",
    "could_not_find_expected_directive_name": "could not find expected directive name",
    "did_not_find_uri_escaped_octet": "did not find URI escaped octet",
    "did_not_find_expected": "did not find expected '!'",
    "did_not_find_expected_document_start": "did not find expected <document start>",
    "did_not_find_expected_alphabetic_or_numeric_character": "did not find expected alphabetic or numeric character",
    "did_not_find_expected_comment_or_line_break": "did not find expected comment or line break",
    "did_not_find_expected_digit_or_character": "did not find expected digit or '.' character",
    "did_not_find_expected_hexdecimal_number": "did not find expected hexdecimal number",
    "did_not_find_expected_key": "did not find expected key",
    "did_not_find_expected_node_content": "did not find expected node content",
    "did_not_find_expected_tag_uri": "did not find expected tag URI",
    "did_not_find_expected_version_number": "did not find expected version number",
    "did_not_find_expected_whitespace": "did not find expected whitespace",
    "did_not_find_expected_whitespace_or_line_break": "did not find expected whitespace or line break",
    "did_not_find_the_expected": "did not find the expected '>'",
    "found_an_incorrect_leading_utf_8_octet": "found an incorrect leading UTF-8 octet",
    "found_an_incorrect_trailing_utf_8_octet": "found an incorrect trailing UTF-8 octet",
    "found_an_indentation_indicator_equal_to_0": "found an indentation indicator equal to 0",
    "found_duplicate_tag_directive": "found duplicate %TAG directive",
    "found_duplicate_yaml_directive": "found duplicate %YAML directive",
    "found_extremely_long_version_number": "found extremely long version number",
    "found_incompatible_yaml_document": "found incompatible YAML document",
    "found_invalid_unicode_character_escape_code": "found invalid Unicode character escape code",
    "found_undefined_tag_handle": "found undefined tag handle",
    "found_unexpected_document_indicator": "found unexpected document indicator",
    "found_unexpected_end_of_stream": "found unexpected end of stream",
    "found_unexpected_non_alphabetical_character": "found unexpected non-alphabetical character",
    "found_unknown_directive_name": "found unknown directive name",
    "found_unknown_escape_character": "found unknown escape character",
    "mapping_keys_are_not_allowed_in_this_context": "mapping keys are not allowed in this context",
}
_KEY_OF_ROW = {
    "year": "year",
    "price": "year, place and type of index",
    "half": "half-years",
    "quarter": "quarters",
    "months": "some months",
    "span": "several years",
}
_JOIN = {"list": "{a}, {b}", "or": "{a} or {b}", "and": "{a} and {b}"}

#: From the key of a detail to what English says.
DETAILS: Mapping[str, str] = MappingProxyType(
    {
        f"{section}.{name}": text
        for section, texts in {
            "wanted": _WANTED,
            "found": _FOUND,
            "format": _FORMAT,
            "holds": _HOLDS,
            "record": _RECORD,
            "reading": _READING,
            "why": _WHY,
            "what": _KEY_OF_ROW,
            "join": _JOIN,
        }.items()
        for name, text in texts.items()
    }
)


class Detail(str):
    """A text of :data:`DETAILS`, filled in: in English what it is, for other languages ``key`` and ``parts``.

    >>> found = Detail("record.with_id", record=Detail("record.target"), id="'a'")
    >>> found, found.key, found.parts["record"].key
    ("target 'a'", 'record.with_id', 'record.target')
    """

    __slots__ = ("key", "parts")

    key: str
    parts: dict[str, str]

    def __new__(cls, key: str, **parts: str) -> Self:
        """Fill in the text at ``key``."""
        made = super().__new__(cls, DETAILS[key].format_map(parts))
        made.key, made.parts = key, parts
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """What a copy is made of."""
        return (self.key,), self.parts


def why(said: str) -> str:
    """What a system or a loader says of a file, as a detail where it is known.

    >>> why("Permission denied").key, why("something new")
    ('why.permission_denied', 'something new')
    """
    key = f"why.{re.sub('[^a-z0-9]+', '_', said.lower()).strip('_')}"
    return Detail(key) if DETAILS.get(key) == said else said


def either(names: list[str]) -> str:
    """Several details as a list of which one is meant.

    >>> either([Detail(f"record.{name}") for name in ("target", "goal", "event")])
    'target, goal or event'
    """
    *first, last = names
    if not first:
        return last
    joined = first[0]
    for one in first[1:]:
        joined = Detail("join.list", a=joined, b=one)
    return Detail("join.or", a=joined, b=last)
