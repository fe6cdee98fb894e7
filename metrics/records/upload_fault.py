"""The table of faults of an upload: what can be wrong with files that somebody sends, before any of them is read.

Nothing comes in. Out: :data:`UPLOAD_FAULTS`, which goes on where :data:`~metrics.records.fault.FAULTS` ends.
"""

from collections.abc import Mapping
from types import MappingProxyType

from metrics.records.fault import Fault

_AGAIN = "pack the folder of the plan anew"

UPLOAD_FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "nothing_sent": Fault(
            "Nothing of use",
            "nothing was sent that a plan is made of",
            ("send targets.yaml, the other YAML and CSV files, or a zip of their folder",),
        ),
        "same_file": Fault(
            "Same file twice",
            "this would stand at {place}, as {other} does",
            ("send one of them",),
        ),
        "many_files": Fault(
            "Many files", "{found} files were sent, and at most {limit} are read", ("put families together",)
        ),
        "too_much": Fault(
            "Too much at once",
            "the files have {found} MB together, and at most {limit} MB are read",
            ("leave out what the plan does not need",),
        ),
        "many_sent_lines": Fault(
            "Many lines",
            "the files have {found} lines together, and at most {limit} are checked here",
            (
                "leave rows out, or check the folder on your own machine with 'python -m metrics check FOLDER'",
            ),
        ),
        "not_a_zip": Fault(
            "Not a zip file",
            "this is {what}, not a zip file",
            ("send the files themselves, or a zip of their folder",),
        ),
        "broken_zip": Fault("Broken zip file", "the zip file is broken or cut off", (_AGAIN,)),
        "broken_entry": Fault("Broken file in a zip", "it does not come out as it was put in", (_AGAIN,)),
        "many_entries": Fault(
            "Many files in a zip", "the zip lists {found} files, and at most {limit} are looked at", (_AGAIN,)
        ),
        "too_much_in_zip": Fault(
            "Too much in a zip",
            "{found} MB or more come out of the zip, and at most {limit} MB are read",
            ("leave out what the plan does not need",),
        ),
        "packed_too_tight": Fault(
            "Packed too tight",
            "what comes out is more than {limit} times as large as the zip, which no plan is",
            ("send the files themselves",),
        ),
        "overlapping": Fault("Files over each other", "files in the zip lie over each other", (_AGAIN,)),
        "same_entry": Fault("Same name twice", "{found} is in the zip twice, or once in capitals", (_AGAIN,)),
        "zip_in_zip": Fault("Packed twice", "packed files inside a zip are not opened", ("unpack it first",)),
        "locked_entry": Fault("Locked file", "the file is locked with a password", ("pack it without one",)),
        "packed_oddly": Fault(
            "Unusual packing", "it is packed in a way that is not read here", ("pack it as a usual zip",)
        ),
        "not_a_plain_file": Fault(
            "Not a plain file",
            "this is a link or a device, not a file",
            ("put the file itself in its place",),
        ),
        "odd_sent_name": Fault(
            "Odd name", "the name holds {found}, which no name needs", ("give it a plain name",)
        ),
        "long_name": Fault(
            "Long name", "the name is longer than {limit} characters", ("give it a shorter name",)
        ),
        "backslash": Fault(
            "Backslash in a name", "the name holds a backslash", ("pack it with forward slashes",)
        ),
        "leads_out": Fault(
            "Name that leads out",
            "the name leads out of the folder",
            ("pack the folder itself, from inside",),
        ),
    }
)
