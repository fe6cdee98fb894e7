"""Folds: what is folded in a block is no part of the page until it is opened; the page script puts it there."""

import re

from metrics.app.form import Form

_FOLD = re.compile(r"(<details(?![^>]*\bopen\b)[^>]*>\s*<summary>.*?</summary>)(.*?)</details>", re.DOTALL)


def filled_on_opening(html: str, form: Form) -> str:
    """HTML of blocks whose closed folds are filled when they are opened; on paper as it is.

    >>> filled_on_opening("<details><summary>More</summary><p>All</p></details>", Form.SCREEN)
    '<details><summary>More</summary><template><p>All</p></template></details>'
    """
    return html if form is Form.PAPER else _FOLD.sub(r"\1<template>\2</template></details>", html)
