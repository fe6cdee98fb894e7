"""Everything that can be wrong with a data file: one spoilt place each, and what is said about it."""

from dataclasses import dataclass

PROMISED = "targets.yaml"
INDICATORS = "data/indicators.yaml"
SOURCES = "data/sources.yaml"
EVENTS = "data/events.yaml"
OBSERVED = "data/observations/industry.csv"
CLAIMS = "data/claims.csv"
RATES = "data/exchange_rates.csv"
PRICES = "data/prices.csv"


@dataclass(frozen=True)
class Spoilt:
    """``old`` becomes ``new`` in ``file`` ("": ``new`` is added; None: it is the whole file).

    ``told`` is what is said, each line without the name of the file in front of it.
    """

    name: str
    file: str
    old: str | None
    new: str | bytes
    told: tuple[str, ...]


CHARACTERS = (
    Spoilt(
        "a NUL",
        PROMISED,
        "Plan A",
        "Plan\0A",
        (":7:21: character U+0000 may not stand in a file; delete it",),
    ),
    Spoilt(
        "an escape character",
        CLAIMS,
        "Larger",
        "\x1bLarger",
        (":2: character U+001B may not stand in a file; delete it",),
    ),
    Spoilt(
        "a line separator",
        PROMISED,
        "Plan A",
        "Plan\u2028A",
        (":7:21: character U+2028 may not stand in a file; delete it",),
    ),
    Spoilt(
        "UTF-16",
        PROMISED,
        None,
        "as_of: 2022-01-01".encode("utf-16"),
        (": the file is in UTF-16; save it as UTF-8",),
    ),
    Spoilt(
        "UTF-32",
        PROMISED,
        None,
        "as_of: 2022-01-01".encode("utf-32"),
        (": the file is in UTF-32; save it as UTF-8",),
    ),
    Spoilt(
        "UTF-16 without mark",
        PROMISED,
        None,
        "as_of: 1".encode("utf-16-le"),
        (":1:2: character U+0000 may not stand in a file; delete it",),
    ),
    Spoilt(
        "Latin-1",
        PROMISED,
        None,
        "as_of: 1\n# für".encode("latin-1"),
        (":2:4: byte 0xFC is not UTF-8; save the file as UTF-8",),
    ),
    Spoilt(
        "GBK",
        CLAIMS,
        None,
        "id,规划\n".encode("gbk"),
        (":1: byte 0xB9 is not UTF-8; save the file as UTF-8",),
    ),
    Spoilt("nothing", PROMISED, None, b"", (": the file is empty; it must hold what plans promised",)),
    Spoilt(
        "a lone byte-order mark",
        PROMISED,
        None,
        b"\xef\xbb\xbf",
        (": the file is empty; it must hold fields",),
    ),
    Spoilt(
        "a lone byte-order mark in a table",
        RATES,
        None,
        b"\xef\xbb\xbf",
        (": the file is empty; it must hold a line with the names of the columns",),
    ),
    Spoilt(
        "10 MB and a byte",
        PROMISED,
        None,
        b"#" * 10_000_001,
        (": the file is larger than 10 MB; split it or leave rows out",),
    ),
)

BROKEN_OFF = (
    ": the file ends in the middle of a line; put back what is missing, or end the line if nothing is"
)

YAML = (
    Spoilt(
        "half a file",
        SOURCES,
        None,
        "sources:\n  - id: other\n    publisher: Council\n    title: The other plan\n    published: 2018\n"
        "    kind: official\n    access: primary\n    independence: independ",
        (
            ":8:19: independence: 'independ' may not stand here; did you mean 'independent'? The words are: self_reported, state_affiliated, independent",
            f":8:27{BROKEN_OFF}",
        ),
    ),
    Spoilt(
        "half a file that is no YAML",
        EVENTS,
        None,
        "categories:\n  - {id: plan, label: {en: Pl",
        (
            ":2:23: a bracket is opened here and not closed, or a comma is missing in it; close it, or put a text with commas and brackets in quotes",
            f":2:30{BROKEN_OFF}",
        ),
    ),
    Spoilt(
        "a tab in the indentation",
        PROMISED,
        "  - id: plan-a",
        "\t- id: plan-a",
        (":6:1: a tab stands in the indentation; indent with spaces",),
    ),
    Spoilt(
        "a tab in a block of text",
        PROMISED,
        "path_reason: The plan says so.",
        "path_reason: |\n\tThe plan",
        (":27:1: a tab stands in the indentation; indent with spaces",),
    ),
    Spoilt(
        "a second colon",
        PROMISED,
        "The plan says so.",
        "The plan: so.",
        (
            ":26:34: a second ': ' stands here; put a text that holds ': ' in quotes, or check the indentation",
        ),
    ),
    Spoilt(
        "a text that begins with a sign",
        PROMISED,
        "The plan says so.",
        "@plan",
        (":26:26: a text may not begin with '@'; put the text in quotes",),
    ),
    Spoilt(
        "a comparator of two signs without quotes",
        PROMISED,
        'comparator: ">"\n            value: 150',
        "comparator: >=\n            value: 150",
        (":19:25: '>=' begins a block of text in YAML; write the sign in quotes: '>='",),
    ),
    Spoilt(
        "a comparator of one sign without quotes",
        PROMISED,
        'comparator: ">"\n            value: 150',
        "comparator: >\n            value: 150",
        (":19:25: comparator: '>' is the beginning of a text block to YAML; write it in quotes: '>'",),
    ),
    Spoilt(
        "an open quote",
        PROMISED,
        "The plan says so.",
        "'The plan",
        (":26:26: a quote is opened here and never closed; close it",),
    ),
    Spoilt(
        "an open bracket",
        PROMISED,
        "{en: A}",
        "{en: A",
        (
            ":8:12: a bracket is opened here and not closed, or a comma is missing in it; close it, or put a text with commas and brackets in quotes",
        ),
    ),
    Spoilt(
        "a field one column too far left",
        PROMISED,
        "    label: {en: A}",
        "   label: {en: A}",
        (
            ":8:4: the indentation does not fit the lines above; begin entries of one list, and fields of one entry, in the same column",
        ),
    ),
    Spoilt(
        "two documents",
        PROMISED,
        "",
        "---\nas_of: 2022-01-01\n",
        (":41:1: a second document begins here; remove the line '---' or '...'",),
    ),
    Spoilt(
        "an end mark and more after it",
        PROMISED,
        "",
        "...\nplans: []\n",
        (":42:1: a second document begins here; remove the line '---' or '...'",),
    ),
    Spoilt(
        "an unknown escape",
        PROMISED,
        "The plan says so.",
        '"\\q"',
        (":26:27: this is not YAML: found unknown escape character; check the lines just above",),
    ),
    Spoilt(
        "a tag for text",
        PROMISED,
        "value: 150",
        "value: !!str 150",
        (":20:20: the tag '!!str' may not stand here; remove it; a text is put in quotes",),
    ),
    Spoilt(
        "a tag that would run code",
        PROMISED,
        "path_reason: The plan says so.",
        "path_reason: !!python/object/apply:os.system [ls]",
        (
            ":26:26: the tag '!!python/object/apply:os.system' may not stand here; remove it; a text is put in quotes",
            ":26:26: path_reason: a list stands where a text is wanted; write one value",
        ),
    ),
    Spoilt(
        "a tag of one's own",
        PROMISED,
        "path_reason: The",
        "path_reason: !plan The",
        (":26:26: the tag '!plan' may not stand here; remove it; a text is put in quotes",),
    ),
    Spoilt(
        "a tag on a field name",
        PROMISED,
        "            path_reason:",
        "            !!str path_reason:",
        (":26:13: the tag '!!str' may not stand here; remove it; a text is put in quotes",),
    ),
    Spoilt(
        "more aliases than a person needs",
        PROMISED,
        "plans: [plan-a]",
        "plans: [&p plan-a" + ", *p" * 11 + "]",
        (":3:62: more than 10 aliases stand in the file; write the values out",),
    ),
    Spoilt(
        "an alias without anchor",
        PROMISED,
        "plans: [plan-a]",
        "plans: [*p]",
        (":3:11: no anchor '&p' stands before this alias; write the value out",),
    ),
    Spoilt(
        "an alias inside its own anchor",
        PROMISED,
        "plans: [plan-a]",
        "plans: &p [*p]",
        (":3:14: no anchor '&p' stands before this alias; write the value out",),
    ),
    Spoilt(
        "merge key",
        PROMISED,
        "        goals:\n          - id: parity-2020",
        "        goals:\n          - <<: {id: x}\n            id: parity-2020",
        (":28:13: the merge key '<<' may not stand here; write the fields out",),
    ),
    Spoilt(
        "lists 25 deep",
        PROMISED,
        "plans: [plan-a]",
        "plans: " + "[" * 25 + "]" * 25,
        (":3:28: more than 20 levels stand inside each other; no entry needs that",),
    ),
    Spoilt(
        "a list as field name",
        PROMISED,
        "  indicator: size\nplans",
        "  indicator: size\n  [a, b]: c\nplans",
        (":5:3: a list stands where the name of a field is wanted; write a name",),
    ),
    Spoilt(
        "a field given twice",
        PROMISED,
        "            value: 150",
        "            value: 150\n            value: 151",
        (":21:13: value: this field stands already in line 20; remove one of them",),
    ),
    Spoilt(
        "a list for a whole file",
        PROMISED,
        None,
        "- a\n- b\n",
        (":1:1: a list stands where fields are wanted",),
    ),
    Spoilt(
        "a word for a whole file",
        PROMISED,
        None,
        "hello\n",
        (":1:1: 'hello' stands where fields are wanted",),
    ),
    Spoilt(
        "a file of comments", PROMISED, None, "# nothing yet\n", (": the file is empty; it must hold fields",)
    ),
)

SHAPE = (
    Spoilt(
        "a misspelt field",
        PROMISED,
        'comparator: ">"\n            value',
        'comparater: ">"\n            value',
        (":19:13: unknown field 'comparater' in target 'size-2020'; did you mean 'comparator'?",),
    ),
    Spoilt(
        "an unknown field unlike any",
        PROMISED,
        "            path: linear",
        "            colour: red\n            path: linear",
        (
            ":25:13: unknown field 'colour' in target 'size-2020'; its fields are: id, due, statement, source, read_through, locator, verification, note, indicator, comparator, value, value_high, unit, place, baseline_value, baseline_period, path, path_reason",
        ),
    ),
    Spoilt(
        "a misspelt field of the file",
        PROMISED,
        "glance:\n",
        "glanse:\n",
        (":2:1: unknown field 'glanse' in the file; did you mean 'glance'?",),
    ),
    Spoilt(
        "a field that is filled in",
        PROMISED,
        "            indicator: size\n",
        "            plan: plan-a\n            indicator: size\n",
        (":18:13: 'plan' is filled in from the plan around it; remove it",),
    ),
    Spoilt(
        "a missing field",
        PROMISED,
        "            unit: bn\n",
        "",
        (":16:13: target 'size-2020' has no 'unit'; add it (an id)",),
    ),
    Spoilt(
        "a missing word of a list",
        PROMISED,
        "            verification: verified\n            path",
        "            path",
        (
            ":16:13: target 'size-2020' has no 'verification'; add it, one of: verified, verified_secondary, recalled, recalled_high, derived",
        ),
    ),
    Spoilt(
        "a missing language",
        PROMISED,
        "title: {en: Plan A}",
        "title: {zh: A}",
        (":7:12: 'title' of plan 'plan-a' has no 'en'; add it (a text)",),
    ),
    Spoilt(
        "a missing id",
        PROMISED,
        "          - id: size-2020\n            statement",
        "          - statement",
        (":16:13: target has no 'id'; add it (an id)",),
    ),
    Spoilt(
        "a field with nothing in it",
        PROMISED,
        "            due: 2020-12-31\n            source: paper\n            verification: verified\n            path",
        "            due:\n            source: paper\n            verification: verified\n            path",
        (":22:17: due: nothing stands here; write a day, such as 2020-12-31",),
    ),
    Spoilt(
        "a tilde without quotes",
        PROMISED,
        'comparator: ">"\n            value: 150',
        "comparator: ~\n            value: 150",
        (":19:25: comparator: nothing stands here; write one of: '>', '>=', '<', '<=', '~'",),
    ),
    Spoilt(
        "a text without language",
        PROMISED,
        "issuer: {en: Council}",
        "issuer: Council",
        (":9:13: issuer: 'Council' has no language; write {en: 'Council'}",),
    ),
    Spoilt(
        "a text where a map is wanted",
        PROMISED,
        "glance:\n  plans: [plan-a]\n  indicator: size\n",
        "glance: size\n",
        (":2:9: glance: 'size' stands where fields are wanted; its fields are: plans, indicator",),
    ),
    Spoilt(
        "a word where a map is wanted",
        INDICATORS,
        'quality: {verified: "no"}',
        'quality: "no"',
        (":18:14: quality: 'no' stands where fields are wanted; its fields are: verified, limits, handling",),
    ),
    Spoilt(
        "an id where a list is wanted",
        PROMISED,
        "plans: [plan-a]",
        "plans: plan-a",
        (":3:10: plans: 'plan-a' stands where a list is wanted; begin each entry with '- '",),
    ),
    Spoilt(
        "a map where a list is wanted",
        INDICATORS,
        "families:\n  - {id: industry, label: {en: Industry}}",
        "families: {id: industry, label: {en: Industry}}",
        (":7:11: families: a map stands where a list is wanted; begin each entry with '- '",),
    ),
    Spoilt(
        "a word where a place is wanted",
        INDICATORS,
        "  - {id: USA, label: {en: United States}}",
        "  - {id: USA, label: {en: United States}}\n  - FRA",
        (":7:5: 'FRA' stands where fields are wanted; its fields are: id, label",),
    ),
    Spoilt(
        "an empty item of a list",
        INDICATORS,
        "  - {id: USA, label: {en: United States}}",
        "  - {id: USA, label: {en: United States}}\n  -",
        (":7:4: nothing stands where fields are wanted; its fields are: id, label",),
    ),
    Spoilt(
        "a list where a text is wanted",
        PROMISED,
        "The plan says so.",
        "[a, b]",
        (":26:26: path_reason: a list stands where a text is wanted; write one value",),
    ),
    Spoilt(
        "a map where a number is wanted",
        PROMISED,
        "value: 150",
        "value: {exact: 150}",
        (":20:20: value: a map stands where a number is wanted; write one value",),
    ),
    Spoilt(
        "NO where a text is wanted",
        PROMISED,
        "The plan says so.",
        "NO",
        (":26:26: path_reason: 'NO' is false to YAML; write it in quotes: 'NO'",),
    ),
    Spoilt(
        "no where a word is wanted",
        INDICATORS,
        'verified: "no"',
        "verified: no",
        (":18:25: quality.verified: 'no' is false to YAML; write it in quotes: 'no'",),
    ),
    Spoilt(
        "12:30 where a text is wanted",
        PROMISED,
        "The plan says so.",
        "12:30",
        (":26:26: path_reason: '12:30' is 750 to YAML; write it in quotes: '12:30'",),
    ),
    Spoilt(
        "12:30 where a number is wanted",
        PROMISED,
        "value: 150",
        "value: 12:30",
        (":20:20: value: '12:30' is not a number; write digits with a point, such as 1200.5",),
    ),
    Spoilt(
        "010 where a text is wanted",
        PROMISED,
        "The plan says so.",
        "010",
        (":26:26: path_reason: '010' is 8 to YAML; write it in quotes: '010'",),
    ),
    Spoilt(
        "010 where a number is wanted",
        PROMISED,
        "value: 150",
        "value: 010",
        (":20:20: value: '010' is not a number; write 10",),
    ),
    Spoilt(
        "a number with an underscore",
        PROMISED,
        "value: 150",
        "value: 1_000",
        (":20:20: value: '1_000' is not a number; write 1000",),
    ),
    Spoilt(
        "an exponent that YAML takes for a text",
        PROMISED,
        "value: 150",
        "value: 1e3",
        (":20:20: value: '1e3' is not a number; write 1000",),
    ),
    Spoilt(
        "a number where a text is wanted",
        PROMISED,
        "The plan says so.",
        "2020",
        (":26:26: path_reason: 2020 is a number, not a text; write '2020'",),
    ),
    Spoilt(
        "an empty text",
        PROMISED,
        "{en: Plan A}",
        '{en: ""}',
        (":7:17: title.en: the text is empty; write something, or leave the field out",),
    ),
    Spoilt(
        "a text that is too long",
        PROMISED,
        "{en: Plan A}",
        "{en: " + "a" * 2001 + "}",
        (":7:17: title.en: the text is longer than 2,000 characters; shorten it",),
    ),
    Spoilt(
        "not a number",
        PROMISED,
        "value: 150",
        "value: .nan",
        (":20:20: value: '.nan' is not a finite number; leave out what has no number",),
    ),
    Spoilt(
        "an infinity",
        PROMISED,
        "value: 150",
        "value: -.inf",
        (":20:20: value: '-.inf' is not a finite number; leave out what has no number",),
    ),
    Spoilt(
        "an integer of 5,000 digits",
        PROMISED,
        "value: 150",
        "value: " + "1" * 5000,
        (
            ":20:20: value: '111111111111111111111111111111111111111111111111111111111111…' is beyond 1e15, which is more than can be counted exactly; choose a larger unit",
        ),
    ),
    Spoilt(
        "number in quotes",
        PROMISED,
        "value: 150",
        "value: '150'",
        (":20:20: value: '150' is not a number; write 150",),
    ),
    Spoilt(
        "true where a number is wanted",
        PROMISED,
        "value: 150",
        "value: true",
        (":20:20: value: 'true' is not a number; write digits with a point, such as 1200.5",),
    ),
    Spoilt(
        "a day that does not exist",
        PROMISED,
        "            due: 2020-12-31\n            source: paper\n            verification: verified\n            path",
        "            due: 2020-02-30\n            source: paper\n            verification: verified\n            path",
        (":22:18: due: '2020-02-30' is not a whole day; 30 February 2020 does not exist",),
    ),
    Spoilt(
        "a year as due date",
        PROMISED,
        "      - due: 2020-12-31",
        "      - due: 2020",
        (":14:14: due: 2020 is not a whole day; write 2020-12-31",),
    ),
    Spoilt(
        "a month as due date",
        PROMISED,
        "      - due: 2020-12-31",
        "      - due: 2020-12",
        (":14:14: due: '2020-12' is not a whole day; write 2020-12-31",),
    ),
    Spoilt(
        "day with slashes",
        PROMISED,
        "      - due: 2020-12-31",
        "      - due: 31/12/2020",
        (":14:14: due: '31/12/2020' is not a whole day; write year-month-day, such as 2020-12-31",),
    ),
    Spoilt(
        "a day with a clock time",
        PROMISED,
        "as_of: 2022-01-01",
        "as_of: 2022-01-01 10:00:00",
        (":1:8: as_of: '2022-01-01 10:00:00' is not a whole day; write year-month-day, such as 2020-12-31",),
    ),
    Spoilt(
        "a month that does not exist",
        PROMISED,
        "published: 2017-07",
        "published: 2017-13",
        (":10:16: published: '2017-13' is not a period; month 13 does not exist",),
    ),
    Spoilt(
        "a month in words",
        PROMISED,
        "published: 2017-07",
        "published: July 2017",
        (
            ":10:16: published: 'July 2017' is not a period; write 2019, 2019-H1, 2019-Q3, 2019-06 or 2019-06-30",
        ),
    ),
    Spoilt(
        "a year far off",
        PROMISED,
        "published: 2017-07",
        "published: 1017",
        (":10:16: published: 1017 is not a period; the year must lie between 1900 and 2199",),
    ),
    Spoilt(
        "a misspelt word of a list",
        PROMISED,
        "verification: verified\n            path",
        "verification: verifed\n            path",
        (
            ":24:27: verification: 'verifed' may not stand here; did you mean 'verified'? The words are: verified, verified_secondary, recalled, recalled_high, derived",
        ),
    ),
    Spoilt(
        "a word unlike any of the list",
        PROMISED,
        "path: linear",
        "path: zigzag",
        (":25:19: path: 'zigzag' may not stand here; write one of: linear, compound",),
    ),
    Spoilt(
        "an id with a space",
        PROMISED,
        "id: plan-a",
        "id: plan a",
        (
            ":6:9: id: 'plan a' is not an id; write at most 80 letters a-z, digits, '-', '_' or '+', a letter or digit first",
        ),
    ),
    Spoilt(
        "an address without https",
        SOURCES,
        "https://example.org/plan",
        "www.example.org",
        (
            ":6:10: url: 'www.example.org' is not a web address; write one that begins with https:// and has no space",
        ),
    ),
    Spoilt(
        "a currency in words",
        INDICATORS,
        "currency: CNY",
        "currency: yuan",
        (":2:45: currency: 'yuan' is not a currency; write three capital letters, such as CNY",),
    ),
    Spoilt(
        "a scale of 0",
        INDICATORS,
        "scale: 1.0e+9",
        "scale: 0",
        (":2:57: scale: 0 is not above 0; write a number above 0",),
    ),
)

CSV = (
    Spoilt(
        "half a table",
        RATES,
        None,
        "year,cny_per_usd,source\n2019,6.9081,paper\n2020,6.9",
        (":3: the row has 2 cells of 3; add the missing commas", f":3{BROKEN_OFF}"),
    ),
    Spoilt(
        "a missing column",
        RATES,
        "year,cny_per_usd,source\n2019,6.9081,paper",
        "year,cny_per_usd\n2019,6.9081",
        (":1:source: the column is missing; the columns are: year, cny_per_usd, source",),
    ),
    Spoilt(
        "a misspelt column",
        RATES,
        "cny_per_usd",
        "cny_per_us",
        (":1: unknown column 'cny_per_us'; did you mean 'cny_per_usd'?",),
    ),
    Spoilt(
        "a column given twice",
        RATES,
        "year,cny_per_usd,source\n2019,6.9081,paper",
        "year,cny_per_usd,source,year\n2019,6.9081,paper,2019",
        (":1:year: this column stands already in cell 1; remove one",),
    ),
    Spoilt(
        "semicolons between columns",
        RATES,
        None,
        "year;cny_per_usd;source\n2019;6.9081;paper\n",
        (":1: the columns are parted by semicolons; save it with commas",),
    ),
    Spoilt(
        "tabs between columns",
        RATES,
        None,
        "year\tcny_per_usd\tsource\n",
        (":1: the columns are parted by tabs; save it with commas",),
    ),
    Spoilt(
        "a short row",
        RATES,
        "2019,6.9081,paper",
        "2019,6.9081",
        (":2: the row has 2 cells of 3; add the missing commas",),
    ),
    Spoilt(
        "a long row",
        RATES,
        "2019,6.9081,paper",
        "2019,6,9081,paper",
        (":2: the row has 4 cells of 3; put a cell that holds a comma in quotes",),
    ),
    Spoilt(
        "an open quote in a row",
        RATES,
        "",
        '2020,6.9,"paper\n',
        (
            ':3: a quote is not closed, or text follows a closing quote; put the whole cell in quotes and write a quote inside it twice: ""',
        ),
    ),
    Spoilt(
        "text after a closing quote",
        RATES,
        "",
        '2020,6.9,"pa"per\n',
        (
            ':3: a quote is not closed, or text follows a closing quote; put the whole cell in quotes and write a quote inside it twice: ""',
        ),
    ),
    Spoilt(
        "a cell that swallows the file",
        RATES,
        "",
        '2020,6.9,"' + "a" * 140_000 + "\n",
        (":3: a cell is longer than 131,072 characters; most likely a quote is not closed before it",),
    ),
    Spoilt(
        "a file of blank lines",
        RATES,
        None,
        "\n\n",
        (": the file is empty; it must hold yuan per dollar by year",),
    ),
    Spoilt(
        "a comma for thousands",
        OBSERVED,
        ",160,",
        ',"1,200",',
        (":3:value: '1,200' is not a number; write 1200",),
    ),
    Spoilt(
        "a comma for decimals", OBSERVED, ",160,", ',"1,5",', (":3:value: '1,5' is not a number; write 1.5",)
    ),
    Spoilt(
        "NA for a number",
        OBSERVED,
        ",160,",
        ",NA,",
        (":3:value: 'NA' is not a number; write digits with a point, such as 1200.5",),
    ),
    Spoilt(
        "nan for a number",
        OBSERVED,
        ",160,",
        ",nan,",
        (":3:value: 'nan' is not a finite number; leave out what has no number",),
    ),
    Spoilt(
        "Infinity for a number",
        OBSERVED,
        ",160,",
        ",Infinity,",
        (":3:value: 'Infinity' is not a finite number; leave out what has no number",),
    ),
    Spoilt(
        "a number beyond all floats",
        OBSERVED,
        ",160,",
        ",1e400,",
        (
            ":3:value: '1e400' is beyond 1e15, which is more than can be counted exactly; choose a larger unit",
        ),
    ),
    Spoilt("a per cent sign", OBSERVED, ",160,", ",97%,", (":3:value: '97%' is not a number; write 97",)),
    Spoilt("an empty cell", OBSERVED, ",160,", ",,", (":3:value: nothing stands here; write a number",)),
    Spoilt(
        "yes for true",
        OBSERVED,
        "about,actual,false",
        "about,actual,yes",
        (":2:provisional: 'yes' is neither true nor false; write true or false",),
    ),
    Spoilt(
        "a misspelt word in a row",
        OBSERVED,
        "about,actual",
        "about,actal",
        (
            ":2:kind: 'actal' may not stand here; did you mean 'actual'? The words are: actual, estimate, forecast, derived",
        ),
    ),
    Spoilt(
        "a date as a spreadsheet mangles it",
        OBSERVED,
        "CHN,2020,",
        "CHN,Jun-20,",
        (":3:period: 'Jun-20' is not a period; write 2019, 2019-H1, 2019-Q3, 2019-06 or 2019-06-30",),
    ),
    Spoilt(
        "a day in a row that does not exist",
        OBSERVED,
        ",2021-03,",
        ",2021-02-30,",
        (":3:published: '2021-02-30' is not a period; 30 February 2021 does not exist",),
    ),
    Spoilt(
        "a year of two digits",
        RATES,
        "2019,",
        "19,",
        (":2:year: '19' is not a year; write a year from 1900 to 2199",),
    ),
    Spoilt(
        "a year far off in a row",
        RATES,
        "2019,",
        "1019,",
        (":2:year: 1019 is not a year; write a year from 1900 to 2199",),
    ),
    Spoilt(
        "a rate of 0", RATES, "6.9081", "0", (":2:cny_per_usd: 0 is not above 0; write a number above 0",)
    ),
)

REFERENCES = (
    Spoilt(
        "an unknown source",
        PROMISED,
        "source: paper\n    place",
        "source: papre\n    place",
        (":11:13: source: no source has the id 'papre'; did you mean 'paper'?",),
    ),
    Spoilt(
        "an unknown indicator",
        PROMISED,
        "            indicator: size\n            comp",
        "            indicator: sise\n            comp",
        (":18:24: indicator: no indicator has the id 'sise'; did you mean 'size'?",),
    ),
    Spoilt(
        "an unknown unit",
        PROMISED,
        "unit: bn",
        "unit: tn",
        (":21:19: unit: no unit has the id 'tn'; the ids stand in indicators.yaml",),
    ),
    Spoilt(
        "an unknown place, told once although targets inherit it",
        PROMISED,
        "place: CHN\n    miles",
        "place: China\n    miles",
        (":12:12: place: no place has the id 'China'; did you mean 'CHN'?",),
    ),
    Spoilt(
        "an unknown page of reading",
        PROMISED,
        "            path: linear",
        "            read_through: blog\n            path: linear",
        (":25:27: read_through: no source has the id 'blog'; the ids stand in sources.yaml",),
    ),
    Spoilt(
        "an unknown series in a benchmark",
        PROMISED,
        "series: count",
        "series: counts",
        (":35:25: series: no series has the id 'counts'; did you mean 'count'?",),
    ),
    Spoilt(
        "an unknown plan at a glance",
        PROMISED,
        "plans: [plan-a]",
        "plans: [plan-a, plan-b]",
        (":3:19: plans: no plan has the id 'plan-b'; did you mean 'plan-a'?",),
    ),
    Spoilt(
        "an unknown indicator at a glance",
        PROMISED,
        "  indicator: size\nplans",
        "  indicator: sizes\nplans",
        (":4:14: indicator: no indicator has the id 'sizes'; did you mean 'size'?",),
    ),
    Spoilt(
        "an unknown family",
        INDICATORS,
        "    measure: flow\n    direction: up\n    family: industry",
        "    measure: flow\n    direction: up\n    family: industrie",
        (":16:13: family: no family has the id 'industrie'; did you mean 'industry'?",),
    ),
    Spoilt(
        "a repeat of an unknown series",
        INDICATORS,
        "repeats: count",
        "repeats: cuont",
        (":38:18: repeats: no series has the id 'cuont'; did you mean 'count'?",),
    ),
    Spoilt(
        "an unknown category",
        EVENTS,
        "category: plan",
        "category: plans",
        (":7:15: category: no category has the id 'plans'; did you mean 'plan'?",),
    ),
    Spoilt(
        "an unknown series in a row",
        OBSERVED,
        "b,size,count",
        "b,size,cuont",
        (":3:series: no series has the id 'cuont'; did you mean 'count'?",),
    ),
    Spoilt(
        "an unknown place in a row",
        OBSERVED,
        "count,CHN,2020",
        "count,CHINA,2020",
        (":3:geography: no place has the id 'CHINA'; did you mean 'CHN'?",),
    ),
    Spoilt(
        "a claim about an unknown target",
        CLAIMS,
        "size-2020,",
        "size-2021,",
        (
            ":2:maps_to: no target, goal, observation or event has the id 'size-2021'; did you mean 'size-2020'?",
        ),
    ),
)

SENSE = (
    Spoilt(
        "an id given twice",
        SOURCES,
        "",
        "  - id: paper\n    publisher: Council\n    title: The plan\n    published: 2017-07-20\n    kind: official\n    access: primary\n    independence: self_reported\n",
        (":10:9: id: 'paper' stands already in data/sources.yaml:2; give each its own id",),
    ),
    Spoilt(
        "a goal with the id of a target",
        PROMISED,
        "- id: parity-2020",
        "- id: size-2020",
        (":28:17: id: 'size-2020' stands already in targets.yaml:16; give each its own id",),
    ),
    Spoilt(
        "an observation with the id of another",
        OBSERVED,
        "\nb,",
        "\na,",
        (":3:id: 'a' stands already in data/observations/industry.csv:2; give each its own id",),
    ),
    Spoilt(
        "a low above its high",
        OBSERVED,
        "110,130",
        "130,110",
        (":2:low: low 130 is above high 110; swap them",),
    ),
    Spoilt(
        "a value below its low",
        OBSERVED,
        ",120,110",
        ",100,110",
        (":2:value: 100 is below the low end 110; check both",),
    ),
    Spoilt(
        "a value above its high",
        OBSERVED,
        ",120,110,130",
        ",140,110,130",
        (":2:value: 140 is above the high end 130; check both",),
    ),
    Spoilt(
        "an actual published before its period ended",
        OBSERVED,
        ",2020-03,",
        ",2019-06,",
        (
            ":2:published: '2019-06' is before the end of the period 2019, which an actual cannot be; check both, or change the kind to estimate or forecast",
        ),
    ),
    Spoilt(
        "two rows for one day of publication",
        OBSERVED,
        "b,size,count,CHN,2020,160,,,exact,actual,false,bn,2021-03",
        "b,size,count,CHN,2019,160,,,exact,actual,false,bn,2020-03-31",
        (
            ":3:published: data/observations/industry.csv:2 has the same series, place, period and day of publication; remove one, or give the later figure its own day",
        ),
    ),
    Spoilt(
        "a unit of another series",
        OBSERVED,
        "false,bn,2021",
        "false,firms,2021",
        (":3:unit: 'firms' is not the unit of series 'count'; write bn",),
    ),
    Spoilt(
        "a series of another indicator",
        OBSERVED,
        "b,size,count",
        "b,firms,count",
        (":3:indicator: series 'count' belongs to 'size', not to 'firms'; write size",),
    ),
    Spoilt(
        "a range without tilde",
        PROMISED,
        "            unit: bn",
        "            value_high: 200\n            unit: bn",
        (":21:25: value_high: an upper end needs the comparator '~', and '>' stands there; write '~'",),
    ),
    Spoilt(
        "a range upside down",
        PROMISED,
        'comparator: ">"\n            value: 150\n',
        'comparator: "~"\n            value: 150\n            value_high: 100\n',
        (":21:25: value_high: 100 is not above the value 150; swap them",),
    ),
    Spoilt(
        "a baseline without period",
        PROMISED,
        "            unit: bn",
        "            baseline_value: 10\n            unit: bn",
        (
            ":21:29: baseline_value: baseline_value and baseline_period belong together; add 'baseline_period'",
        ),
    ),
    Spoilt(
        "a baseline without value",
        PROMISED,
        "            unit: bn",
        "            baseline_period: 2016\n            unit: bn",
        (
            ":21:30: baseline_period: baseline_value and baseline_period belong together; add 'baseline_value'",
        ),
    ),
    Spoilt(
        "a path without reason",
        PROMISED,
        "            path_reason: The plan says so.\n",
        "",
        (":25:19: path: a path needs a reason; add 'path_reason'",),
    ),
    Spoilt(
        "a reason without path",
        PROMISED,
        "            path: linear\n",
        "",
        (":25:26: path_reason: a reason needs a path; add 'path'",),
    ),
    Spoilt(
        "a benchmark with value and other place",
        PROMISED,
        "other_place: USA",
        "other_place: USA\n                value: 3",
        (":39:24: value: a benchmark has a value or an other_place, and here are both; remove one",),
    ),
    Spoilt(
        "a benchmark with neither",
        PROMISED,
        "                other_place: USA\n",
        "",
        (":34:21: a benchmark has a value or an other_place, and here is neither; add one",),
    ),
    Spoilt(
        "a benchmark against its own place",
        PROMISED,
        "other_place: USA",
        "other_place: CHN",
        (":38:30: other_place: 'CHN' is the place of the benchmark itself; name another",),
    ),
    Spoilt(
        "a series that repeats itself",
        INDICATORS,
        "repeats: count",
        "repeats: echo",
        (":38:18: repeats: a series cannot repeat itself; remove it",),
    ),
    Spoilt(
        "two series that repeat each other",
        INDICATORS,
        "        price_basis: nominal\n      - id: echo",
        "        price_basis: nominal\n        repeats: echo\n      - id: echo",
        (
            ":29:18: repeats: these repeat each other: count, echo; keep the one that counts free of it",
            ":39:18: repeats: these repeat each other: echo, count; keep the one that counts free of it",
        ),
    ),
    Spoilt(
        "a rate given twice",
        RATES,
        "",
        "2019,6.9,paper\n",
        (":3:year: data/exchange_rates.csv:2 holds the same year; remove one",),
    ),
    Spoilt(
        "a price index given twice",
        PRICES,
        "",
        "2019,CHN,cpi,95.6,paper\n",
        (":3:year: data/prices.csv:2 holds the same year, place and type of index; remove one",),
    ),
)

ALL = (*CHARACTERS, *YAML, *SHAPE, *CSV, *REFERENCES, *SENSE)
