"""Between two texts a template asks the language for the space, since Chinese has none there."""

import re
from pathlib import Path

import pytest

from metrics.figures import blocks

TEMPLATES = sorted((Path(blocks.__file__).parent / "templates").glob("*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_writes_a_space_after_a_sign_of_the_language(template):
    after = re.compile(r"""say\(["']punctuation\.\w+["']\) \}\}(?:</\w+>)? """)
    assert [] == after.findall(template.read_text(encoding="utf-8"))
