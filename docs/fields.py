"""Writes the JSON Schemas in metrics/schema/ and docs/fields.md anew: `python -m docs.fields`, after a change of a record.

In: the models in metrics/records. Out: one schema for each YAML file, for editors, and the reference of all
fields, for people.
"""

import json
from pathlib import Path

from metrics.records.contents import YAML
from metrics.records.schema import schema

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "metrics" / "schema"


def texts() -> dict[Path, str]:
    """Every file that is made of the models, with the text that it must hold."""
    return {
        SCHEMAS / f"{Path(file).stem}.schema.json": json.dumps(schema(file), ensure_ascii=False, indent=2)
        + "\n"
        for file in YAML
    }


if __name__ == "__main__":
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(text):,} characters")
