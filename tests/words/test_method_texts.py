"""The texts of coverage and method: each is asked for somewhere, by its key or by a key that code completes."""

import re
from pathlib import Path as File

import pytest

from metrics.words.catalogue import FOLDER, _flat, yaml

METRICS = File(__file__).parents[2] / "metrics"
CODE = "\n".join(
    path.read_text("utf-8") for suffix in ("*.py", "*.html") for path in sorted(METRICS.rglob(suffix))
)
FILES = ["coverage", "method", "others"]


def keys(name):
    path = FOLDER / "en" / f"{name}.yaml"
    return [key for key, _ in _flat(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), "", path)]


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_asked_for(name):
    completed = set(re.findall(r"([a-z_]+(?:\.[a-z_]+)+)[._](?:\{|\" ~)", CODE))
    asked = set(re.findall(r"[\"']([a-z_]+(?:\.[A-Za-z_]+)+)[\"']", CODE))
    unused = [
        key
        for key in keys(name)
        if key not in asked and not any(key.startswith((f"{one}.", f"{one}_")) for one in completed)
    ]
    assert [] == unused
