"""The examples that are cut out of the shipped plans, ``metrics/examples/digital-economy`` and ``ai-plus``.

``python docs/examples.py`` writes them anew, so that they hold what the shipped files hold; a test compares the two.
``python docs/gallery.py`` takes the pictures of docs/examples.md.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # started as a file, so that the repository's own packages are found

from docs.cut import cut  # noqa: E402 - needs the path above
from metrics.records.load import SHIPPED  # noqa: E402

EXAMPLES = ROOT / "metrics" / "examples"

#: Folder -> the plan, and indicators that throw light on it without being named in it.
CUTS = {
    "digital-economy": ("digital-economy-14fyp", ()),
    "ai-plus": ("ai-plus-2025", ("genai_users", "genai_adoption_rate", "manufacturing_ai_adoption")),
}
TOP = """\
# One plan of those that Milepost ships, with all that it refers to: docs/examples.md tells what it shows.
# Cut out of the shipped files, and held equal to them by a test. Copy the folder to go on from here; changes made in
# this place are lost when docs/examples.py cuts it anew.
#
"""


def files(name: str) -> dict[str, str]:
    """The text of each file of an example, by its path inside the folder."""
    plan, beside = CUTS[name]
    found = cut(SHIPPED, plan, beside).files
    return {path: _headed(path, text) if path.endswith(".yaml") else text for path, text in found.items()}


def _headed(path: str, text: str) -> str:
    """The text of a YAML file under lines of its own, the first of which names its schema."""
    up = "../" * (2 + path.count("/"))
    _, rest = text.split("\n", 1)
    line = f"# yaml-language-server: $schema={up}schema/{Path(path).stem}.schema.json\n"
    return line + TOP + rest.replace("metrics/data/", "data/")


def main() -> None:
    """Write the folders."""
    for name in CUTS:
        for path, text in files(name).items():
            to = EXAMPLES / name / path
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
