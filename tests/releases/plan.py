"""A small plan to bring figures into: a target of more than 150 bn in 2020, and two figures of one series."""

import shutil
from datetime import date
from pathlib import Path
from textwrap import dedent

from metrics.records.load import load
from metrics.releases.folder import files_of
from metrics.releases.preview import Import, Preview, preview
from tests.records.corpus import BASE

TODAY = date(2022, 6, 1)


def folder_with(place: Path, mapping: str) -> Path:
    """A copy of the plan with a mapping of the name ``office``."""
    folder = place / "plan"
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    (folder / "data" / "releases.csv").unlink()
    indented = "".join(f"    {line}\n" for line in dedent(mapping).strip().splitlines())
    text = f"mappings:\n  - id: office\n{indented}"
    (folder / "data" / "mappings.yaml").write_text(text, "utf-8")
    return folder


def asked(
    folder: Path, data: str | bytes, file: str = "data.csv", published: date = date(2022, 5, 1)
) -> Import:
    """A file that is brought in."""
    content = data.encode() if isinstance(data, str) else data
    return Import(file, content, load(folder).mappings["office"], "paper", published, TODAY)


def previewed(
    folder: Path, data: str | bytes, file: str = "data.csv", published: date = date(2022, 5, 1)
) -> Preview:
    """What a file would bring."""
    return preview(*files_of(folder), asked(folder, data, file, published))


def told(found: Preview) -> list[str]:
    """The problems of a preview as they are told."""
    return [str(one) for one in found.problems]


def figures(found: Preview) -> list[tuple[object, ...]]:
    """Series, place, period and value of all figures that were read, by what is known of them."""
    sorted_ = found.figures
    new = [("new", *one[:4]) for one in sorted_.new]
    revised = [("revised", *one.new[:4]) for one in sorted_.revised]
    return new + revised + [("unchanged", *one[:4]) for one in sorted_.unchanged]
