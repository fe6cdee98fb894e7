"""A plan whose every text is hostile: markup, scripts, links, formulas and templates where words are wanted.

In: a folder with a plan that is in order. Out: a folder with the same plan, in which each text that the records leave
free is replaced by one of :data:`TEXTS` and a number of its own. Ids, figures and dates stay: pages and exports
have as much to show as before, and whatever of these texts becomes anything but text is a fault.
"""

import csv
import shutil
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from metrics.records.contents import CSV, YAML
from metrics.records.expectation import Expectation, expectations, text_fields
from metrics.records.folder import Folder
from metrics.records.model import Text
from metrics.records.model.fields import LANGUAGES, Wanted

#: What a text must never become carries this word: as a class, a variable or a part of an address.
WORD = "pwned"

TEXTS = (
    f"<script>window.{WORD}=1</script>",
    f"<img src=x class={WORD} onerror=window.{WORD}=1>",
    f'"><svg class={WORD} onload=window.{WORD}=1>',
    f"'\"><b class={WORD}>b</b>",
    f"<a class={WORD} href='https://{WORD}.example/a'>a</a>",
    f"[{WORD}](javascript:window.{WORD}=1)",
    f"![{WORD}](https://{WORD}.example/p.png)",
    f"**{WORD}** _{WORD}_ `{WORD}` ~~{WORD}~~",
    rf"$\text{{{WORD}}}$",
    f":red[{WORD}] :blue-background[{WORD}] :material/home:",
    f"# {WORD}",
    f'=HYPERLINK("https://{WORD}.example","{WORD}")',
    f"+cmd|'/c {WORD}'!A0",
    f"-{WORD}+2",
    f"@SUM(1+1)*{WORD}",
    f"</style><style>.{WORD}{{}}</style>",
    f"</script><script>window.{WORD}=1</script>",
    f"{{{{7*7}}}} {{% {WORD} %}} ${{7*7}} %({WORD})s {{0}} {{{WORD}}}",
    f"&lt;b class={WORD}&gt; &#60;i&#62;",
    f"<br><sup>{WORD}</sup><i>{WORD}</i>",
    f"https://{WORD}.example/plain",
    f"<iframe class={WORD} srcdoc='<script>parent.{WORD}=1</script>'>",
    f"<!-- {WORD} ]]> -->",
    f"\u05e9\u05dc\u05d5\u05dd {WORD} \u0645\u0631\u062d\u0628\u0627 a\u200db",
    f"x\\{WORD}\\n%00%0d%0a;{WORD}",
)


_NUMBERS = (Wanted.NUMBER, Wanted.POSITIVE, Wanted.YEAR, Wanted.COUNT, Wanted.MINUTES)


def hostile(folder: Path, to: Path) -> Path:
    """Write the hostile plan; gives its folder."""
    numbers = count()
    found = Folder(folder)
    for file in found.files:
        if not found.has(file.label):
            continue
        source = folder / file.label
        target = to / file.label.removeprefix("metrics/")
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.role in YAML:
            held = yaml.load(
                source.read_text("utf-8"), Loader=yaml.BaseLoader
            )  # every scalar as it is written
            wanted = Expectation(Wanted.FIELDS, record=YAML[file.role])
            spoilt = _spoil(held, wanted, numbers)
            target.write_text(yaml.safe_dump(spoilt, allow_unicode=True, sort_keys=False), "utf-8")
        else:
            wants = expectations(CSV[file.role])
            spoken = {
                f"{name}_{one}": wants[name] for name in text_fields(CSV[file.role]) for one in LANGUAGES
            }
            with source.open(encoding="utf-8-sig", newline="") as opened:
                rows = list(csv.DictReader(opened))
            with target.open("w", encoding="utf-8", newline="") as opened:
                writer = csv.DictWriter(opened, rows[0] if rows else wants)
                writer.writeheader()
                writer.writerows(
                    {
                        name: _spoil(cell, {**spoken, **wants}[name], numbers) if cell else cell
                        for name, cell in row.items()
                    }
                    for row in rows
                )
    for picture in (folder / found.data).glob("*.png"):
        shutil.copyfile(picture, to / "data" / picture.name)
    return to


def _spoil(value: Any, wanted: Expectation, numbers: "count[int]") -> Any:
    if isinstance(value, dict) and wanted.record:
        inner = expectations(wanted.record)
        return {name: _spoil(one, inner[name], numbers) for name, one in value.items()}
    if isinstance(value, list) and wanted.item:
        return [_spoil(one, wanted.item, numbers) for one in value]
    if wanted.kind in _NUMBERS and isinstance(value, str):
        return yaml.safe_load(value)
    if wanted.kind is Wanted.TRUTH:
        return value
    if wanted.kind is not Wanted.TEXT and wanted.record is not Text:
        return value
    number = next(numbers)
    return f"{TEXTS[number % len(TEXTS)]} {number}"
