"""Golden files: a figure as JSON, without its template, one line a value, or a text as it is.

To write them anew after a change that was meant: ``GOLDEN=write pytest tests/figures``, then read the diff.
"""

import json
import os
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

FOLDER = Path(__file__).parent / "golden"


def as_text(figure: go.Figure) -> str:
    found: dict[str, Any] = json.loads(figure.to_json())
    found["layout"].pop("template", None)
    return json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def expected(name: str, figure: go.Figure) -> str:
    """The text of a golden file; written first where that was asked for."""
    return expected_text(f"{name}.json", as_text(figure))


def expected_text(name: str, text: str) -> str:
    """The same for what is text already; ``name`` with its ending."""
    path = FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")
