"""The table of faults: every kind of problem that a data file can have, as data.

Nothing comes in. Out: :data:`FAULTS`, from the name of a kind to its title, its wording and its fixes.
``says`` names what stands there and what may stand there. Of ``fixes`` the first whose placeholders
are all known, and none of them cut short, is added. Field and place are not part of the wording: they stand in front of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of problem: a title for lists, a template, and templates of likely fixes."""

    title: str
    says: str
    fixes: tuple[str, ...] = ()


_GUESS = "did you mean '{guess}'?"

_FILES = {
    "no_folder": Fault(
        "Folder missing", "there is no such folder", ("give the folder that holds targets.yaml",)
    ),
    "not_a_folder": Fault(
        "Not a folder", "a file stands where a folder is wanted", ("give the folder that holds targets.yaml",)
    ),
    "file_for_folder": Fault(
        "Not a folder", "a file stands where a folder is wanted", ("make a folder of it, with {holds}",)
    ),
    "no_data_folder": Fault("Data folder missing", "there is no such folder", ("make it; it holds {holds}",)),
    "no_file": Fault("File missing", "there is no such file", ("make it; it holds {holds}",)),
    "folder_for_file": Fault("Not a file", "a folder stands where a file is wanted", ("put {holds} there",)),
    "not_a_file": Fault("Not a file", "this is a device or a pipe, not a file", ("put {holds} there",)),
    "dead_link": Fault("Dead link", "this is a link that leads nowhere", ("put the file itself there",)),
    "link_out": Fault(
        "Link out of the folder", "this is a link out of the folder", ("put what it leads to there itself",)
    ),
    "odd_name": Fault(
        "Odd file name",
        "the name of the file holds characters that cannot be read",
        ("give it a name of letters and digits that ends in .csv or .yaml",),
    ),
    "closed_folder": Fault(
        "Unreadable folder", "the folder cannot be read: {why}", ("check its permissions",)
    ),
    "unreadable": Fault("Unreadable file", "the file cannot be read: {why}", ("check its permissions",)),
    "unread_file": Fault(
        "File that nothing reads", "no file of this name is read", (_GUESS, "remove it; {allowed} are read")
    ),
    "too_large": Fault(
        "File too large", "the file is larger than {limit} MB", ("split it or leave rows out",)
    ),
    "empty_file": Fault("Empty file", "the file is empty", ("it must hold {holds}",)),
    "other_format": Fault(
        "Not a text file",
        "this is {found}, whatever its name says",
        ("save it as a text file in UTF-8",),
    ),
    "conflict": Fault(
        "Version conflict",
        "the marks of a version conflict stand here",
        ("keep one of the two versions and delete the marks",),
    ),
    "utf16": Fault("Wrong encoding", "the file is in {found}", ("save it as UTF-8",)),
    "not_utf8": Fault("Wrong encoding", "byte {found} is not UTF-8", ("save the file as UTF-8",)),
    "broken_off": Fault(
        "File without end",
        "the file ends in the middle of a line",
        ("put back what is missing, or end the line if nothing is",),
    ),
    "control_character": Fault(
        "Control character", "character {found} may not stand in a file", ("delete it",)
    ),
    "forced_direction": Fault(
        "Forced direction of writing",
        "character {found} shows a text in another order than it is written in",
        ("delete it",),
    ),
    "open_direction": Fault(
        "Open direction of writing",
        "character {found} changes the direction of writing for all that follows",
        ("close it with {better} on the same line, or delete it",),
    ),
    "stray_end": Fault(
        "End of a direction of writing",
        "character {found} ends a direction of writing that was not begun on this line",
        ("delete it",),
    ),
}

_YAML = {
    "yaml": Fault("Not YAML", "this is not YAML: {why}", ("check the lines just above",)),
    "tab": Fault("Tab", "a tab stands in the indentation", ("indent with spaces",)),
    "two_colons": Fault(
        "Second colon",
        "a second ': ' stands here",
        ("put a text that holds ': ' in quotes, or check the indentation",),
    ),
    "bad_start": Fault(
        "Bad start of a text", "a text may not begin with {found}", ("put the text in quotes",)
    ),
    "text_block": Fault(
        "Sign without quotes",
        "{found} begins a block of text in YAML",
        (
            "write the sign in quotes: '{better}'",
            "put it in quotes, or write digits alone where a number is wanted",
        ),
    ),
    "no_colon": Fault(
        "Colon missing",
        "no ': ' stands in {found} between the name of a field and its value",
        ("write a colon and a space after the name",),
    ),
    "after_quote": Fault(
        "Text after a quote",
        "text follows a closing quote here",
        ("put the whole text in quotes, with a quote inside it written twice: ''",),
    ),
    "open_quote": Fault("Open quote", "a quote is opened here and never closed", ("close it",)),
    "open_bracket": Fault(
        "Open bracket",
        "a bracket is opened here and not closed, or a comma is missing in it",
        ("close it, or put a text with commas and brackets in quotes",),
    ),
    "indentation": Fault(
        "Indentation",
        "the indentation does not fit the lines above",
        ("begin entries of one list, and fields of one entry, in the same column",),
    ),
    "several_documents": Fault(
        "Several documents", "a second document begins here", ("remove the line '---' or '...'",)
    ),
    "tag": Fault("Tag", "the tag {found} may not stand here", ("remove it; a text is put in quotes",)),
    "many_aliases": Fault(
        "Many aliases", "more than {limit} aliases stand in the file", ("write the values out",)
    ),
    "no_anchor": Fault(
        "Alias without anchor", "no anchor {found} stands before this alias", ("write the value out",)
    ),
    "merge_key": Fault("Merge key", "the merge key '<<' may not stand here", ("write the fields out",)),
    "deep": Fault(
        "Deep nesting", "more than {limit} levels stand inside each other", ("no entry needs that",)
    ),
    "many_values": Fault(
        "Too many values",
        "more than {limit} values stand in the file",
        ("keep so large a plan in several folders",),
    ),
    "long_value": Fault(
        "Long value",
        "the value is longer than {limit} characters",
        ("shorten it; most likely a quote is not closed before it",),
    ),
    "odd_key": Fault(
        "Bad field name", "{found} stands where the name of a field is wanted", ("write a name",)
    ),
    "same_key": Fault(
        "Field given twice", "this field stands already in line {line}", ("remove one of them",)
    ),
}

_CSV = {
    "no_header": Fault(
        "Names of columns missing",
        "the line does not hold the names of the columns",
        ("begin the file with: {allowed}",),
    ),
    "no_column": Fault("Column missing", "the column is missing", ("the columns are: {allowed}",)),
    "unknown_column": Fault(
        "Unknown column", "unknown column {found}", (_GUESS, "remove it; the columns are: {allowed}")
    ),
    "same_column": Fault("Column given twice", "this column stands already in cell {cell}", ("remove one",)),
    "separator": Fault("Wrong separator", "the columns are parted by {found}", ("save it with commas",)),
    "short_row": Fault("Short row", "the row has {found} cells of {wanted}", ("add the missing commas",)),
    "long_row": Fault(
        "Long row", "the row has {found} cells of {wanted}", ("put a cell that holds a comma in quotes",)
    ),
    "csv_quote": Fault(
        "Open quote",
        "a quote is not closed, or text follows a closing quote",
        ('put the whole cell in quotes and write a quote inside it twice: ""',),
    ),
    "many_columns": Fault(
        "Too many columns", "the row has {found} cells", ("leave out the rest; the columns are: {allowed}",)
    ),
    "many_lines": Fault(
        "Too many lines",
        "more than {limit} lines stand in the file",
        ("leave out blank lines, or split the file",),
    ),
    "long_line": Fault(
        "Long line", "the line is longer than {limit} characters", ("most likely its line ends are lost",)
    ),
    "long_cell": Fault(
        "Long cell",
        "a cell is longer than {limit} characters",
        ("most likely a quote is not closed before it",),
    ),
}

_SHAPE = {
    "unknown_field": Fault(
        "Unknown field", "unknown field {found} in {record}", (_GUESS, "its fields are: {allowed}")
    ),
    "filled_in": Fault("Field filled in", "{found} is filled in from the {outer} around it", ("remove it",)),
    "missing_field": Fault(
        "Missing field",
        "{record} has no '{name}'",
        (
            "add it, one of: {allowed}",
            "add it, such as {example} ({page})",
            "add it ({wanted})",
        ),
    ),
    "nothing": Fault("Nothing there", "nothing stands here", ("write one of: {allowed}", "write {wanted}")),
    "not_a_map": Fault("Not a map", "{found} stands where fields are wanted", ("its fields are: {allowed}",)),
    "no_language": Fault(
        "Text without a language",
        "the text stands in no language",
        ("write {{en: ...}}, {{zh: ...}} or both, or the text alone, in the language of the folder",),
    ),
    "not_a_list": Fault(
        "Not a list", "{found} stands where a list is wanted", ("begin each entry with '- '",)
    ),
    "not_one_value": Fault(
        "Not one value",
        "{found} stands where {wanted} is wanted",
        ("write one of: {allowed}", "write one value"),
    ),
    "odd_scalar": Fault(
        "Read as something else",
        "{found} is {reading} to YAML",
        ("write it in quotes: {found}", "write it in quotes"),
    ),
    "number_for_text": Fault(
        "Number for a text", "{found} is a number, not a text", ("write '{found}'", "write it in quotes")
    ),
    "empty_text": Fault("Empty text", "the text is empty", ("write something, or leave the field out",)),
    "long_text": Fault("Long text", "the text is longer than {limit} characters", ("shorten it",)),
    "text_for_number": Fault(
        "Not a number",
        "{found} is not a number",
        ("write {better}", "write digits with a point, such as 1200.5"),
    ),
    "relative_value": Fault(
        "Change for a level",
        "{found} reads like a change from a base, and what is held here are levels",
        (
            "write the number that it comes to: {worked}",
            "write the number that it comes to, such as 1540 for 40 % more than 1100",
        ),
    ),
    "per_cent_of_what": Fault(
        "Per cent in another unit",
        "{found} is a per cent",
        (
            "write the number that it comes to in the unit {unit}, or change the unit",
            "write the number that it comes to, in the unit of the entry",
        ),
    ),
    "not_finite": Fault(
        "Not a finite number", "{found} is not a finite number", ("leave out what has no number",)
    ),
    "huge_number": Fault(
        "Huge number",
        "{found} is beyond {limit}, which is more than can be counted exactly",
        ("choose a larger unit",),
    ),
    "not_positive": Fault("Not above 0", "{found} is not above 0", ("write a number above 0",)),
    "not_a_day": Fault(
        "Not a day",
        "{found} is not a whole day",
        ("{why}", "write {better}", "write year-month-day, such as 2020-12-31"),
    ),
    "not_a_period": Fault(
        "Not a period",
        "{found} is not a period",
        ("{why}", "write 2019, 2019-H1, 2019-Q3, 2019-06 or 2019-06-30"),
    ),
    "not_a_span": Fault(
        "Not a period",
        "{found} is not a period",
        ("{why}", "write 2019, 2019-H1, 2019-Q3, 2019-06, 2019-06-30, 12 months to 2019-06 or 2019/2022"),
    ),
    "not_a_year": Fault("Not a year", "{found} is not a year", ("write a year from {first} to {last}",)),
    "not_true_or_false": Fault(
        "Not true or false", "{found} is neither true nor false", ("write true or false",)
    ),
    "not_a_choice": Fault(
        "Not in the list of words",
        "{found} may not stand here",
        ("did you mean '{guess}'? The words are: {allowed}", "write one of: {allowed}"),
    ),
    "not_an_id": Fault(
        "Not an id",
        "{found} is not an id",
        ("write at most 80 letters a-z, digits, '-', '_' or '+', a letter or digit first",),
    ),
    "not_an_address": Fault(
        "Not an address",
        "{found} is not a web address",
        ("write one that begins with https:// and has no space",),
    ),
    "not_a_language": Fault(
        "Not a language", "{found} is not a language", ("write its letters in lower case, such as en or zh",)
    ),
    "not_a_currency": Fault(
        "Not a currency", "{found} is not a currency", ("write three capital letters, such as CNY",)
    ),
}

_SENSE = {
    "same_id": Fault("Id given twice", "{found} stands already in {place}", ("give each its own id",)),
    "unknown_id": Fault("Unknown id", "no {what} has the id {found}", (_GUESS, "the ids stand in {home}")),
    "low_above_high": Fault("Low above high", "low {low} is above high {high}", ("swap them",)),
    "below_low": Fault("Value below its range", "{found} is below the low end {end}", ("check both",)),
    "above_high": Fault("Value above its range", "{found} is above the high end {end}", ("check both",)),
    "before_end": Fault(
        "Published before its period ended",
        "{found} is before the end of the period {period}, which an actual cannot be",
        ("check both, or change the kind to estimate or forecast",),
    ),
    "same_vintage": Fault(
        "Two rows for one figure",
        "{place} has the same series, place, period and day of publication",
        ("remove one, or give the later figure its own day",),
    ),
    "other_unit": Fault(
        "Unit of another series", "{found} is not the unit of series '{series}'", ("write {better}",)
    ),
    "other_indicator": Fault(
        "Series of another indicator",
        "series '{series}' belongs to '{better}', not to {found}",
        ("write {better}",),
    ),
    "range_without_about": Fault(
        "Range without '~'", "an upper end needs the comparator '~', and {found} stands there", ("write '~'",)
    ),
    "range_upside_down": Fault("Range upside down", "{found} is not above the value {value}", ("swap them",)),
    "half_baseline": Fault(
        "Half a baseline", "baseline_value and baseline_period belong together", ("add '{missing}'",)
    ),
    "path_without_reason": Fault("Path without a reason", "a path needs a reason", ("add 'path_reason'",)),
    "reason_without_path": Fault("Reason without a path", "a reason needs a path", ("add 'path'",)),
    "one_of_two_both": Fault(
        "Value and other place",
        "a benchmark has a value or an other_place, and here are both",
        ("remove one",),
    ),
    "one_of_two_neither": Fault(
        "No value, no other place",
        "a benchmark has a value or an other_place, and here is neither",
        ("add one",),
    ),
    "same_place": Fault(
        "Place held against itself", "{found} is the place of the benchmark itself", ("name another",)
    ),
    "repeats_itself": Fault("Series repeats itself", "a series cannot repeat itself", ("remove it",)),
    "overlaps_itself": Fault("Series overlaps itself", "a series cannot overlap itself", ("remove it",)),
    "overlaps_other": Fault(
        "Series of another indicator",
        "{found} counts another indicator, {there}, and is never added to this one",
        ("remove it",),
    ),
    "repeats_in_circle": Fault(
        "Series repeat in a circle",
        "these repeat each other: {circle}",
        ("keep the one that counts free of it",),
    ),
    "same_row": Fault("Two rows for one year", "{place} holds the same {what}", ("remove one",)),
    "more": Fault("More problems", "and {count} more problems", ("they show when these are mended",)),
    "many_more": Fault(
        "Many more problems", "and at least {count} more problems", ("they show when these are mended",)
    ),
}


#: What can be wrong with files that are sent, before any of them is read.
FAULTS: Mapping[str, Fault] = MappingProxyType({**_FILES, **_YAML, **_CSV, **_SHAPE, **_SENSE})
