"""Folds: what is folded in a block is no part of the page until it is opened; the page script puts it there."""

import re

from metrics.app.form import Form

_FOLD = re.compile(r"(<details[^>]*>\s*<summary>.*?</summary>|</details>)", re.DOTALL)


def filled_on_opening(html: str, form: Form) -> str:
    """HTML of blocks whose closed folds are filled when they are opened, with the folds in them; on paper as it is.

    >>> filled_on_opening("<details><summary>More</summary><p>All</p></details>", Form.SCREEN)
    '<details><summary>More</summary><template><p>All</p></template></details>'
    >>> inner = "<details><summary>1</summary>2</details>"
    >>> filled_on_opening(f"<details><summary>More</summary>{inner}<p>All</p></details>", Form.SCREEN)
    '<details><summary>More</summary><template><details><summary>1</summary>2</details><p>All</p></template></details>'
    """
    if form is Form.PAPER:
        return html
    parts: list[str] = []
    filled: list[bool] = []  # for each fold around this place whether it is filled when it is opened
    for part in _FOLD.split(html):
        if part == "</details>":
            parts.append("</template>" * filled.pop())
        parts.append(part)
        if part.startswith("<details"):
            filled.append(not any(filled) and " open" not in part.partition(">")[0])
            parts.append("<template>" * filled[-1])
    return "".join(parts)
