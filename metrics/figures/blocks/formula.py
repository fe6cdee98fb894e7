"""A formula as HTML: fractions and powers, with letters or with the numbers in their place.

In: the text of a formula as Python would read it, ``(b / a) ** (1 / t) - 1``. Out: HTML, and the same in one line
for those who listen. The text that is shown is the text that can be worked out, so they cannot disagree.
"""

import ast
from collections.abc import Mapping

from markupsafe import Markup

_SIGNS = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "/"}
_RANK = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 2, ast.Pow: 3}


def formula(
    text: str, values: Mapping[str, str] | None = None, parts: Mapping[str, str] | None = None
) -> Markup:
    """A formula, with its letters or with ``values`` in the place of letters.

    Args:
        text: the formula.
        values: letter -> how its value is written.
        parts: letter -> the formula that stands in its place; done before the values.

    Raises:
        ValueError: something else than numbers, letters, + - * / and ** stands in it.

    >>> formula("1 / t")
    Markup('<span class="mp-formula" role="math" aria-label="1 / t"><span aria-hidden="true">...</span></span>')
    """
    tree = _Parts(parts or {}).visit(ast.parse(text, mode="eval").body)
    given = values or {}
    label = _line(tree, given, 0)
    return Markup(
        '<span class="mp-formula" role="math" aria-label="{}"><span aria-hidden="true">{}</span></span>'
    ).format(label, _set(tree, given, 0, raised=False))


class _Parts(ast.NodeTransformer):
    """Puts a formula in the place of a letter."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self.parts = parts

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The formula of the letter, or the letter."""
        return ast.parse(self.parts[node.id], mode="eval").body if node.id in self.parts else node


def _leaf(node: ast.expr, values: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        text = values.get(node.id, node.id)
        return f"({text})" if text.startswith("−") else text
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return f"{node.value:g}"
    raise ValueError(f"not a part of a formula: {ast.dump(node)}")


def _line(node: ast.expr, values: Mapping[str, str], above: int) -> str:
    """In one line, with brackets where the order of working needs them."""
    if not isinstance(node, ast.BinOp):
        return _leaf(node, values)
    rank = _rank(node)
    if isinstance(node.op, ast.Pow):
        return f"{_line(node.left, values, 4)} ^ {_line(node.right, values, 4)}"
    left, right = _line(node.left, values, rank), _line(node.right, values, rank + 1)
    text = f"{left} {_SIGNS[type(node.op)]} {right}"
    return f"({text})" if rank < above else text


def _set(node: ast.expr, values: Mapping[str, str], above: int, *, raised: bool) -> Markup:
    """With stacked fractions; inside an exponent or another fraction they stay in one line."""
    if not isinstance(node, ast.BinOp):
        leaf = _leaf(node, values)
        letter = isinstance(node, ast.Name) and node.id not in values
        return Markup("<var>{}</var>").format(leaf) if letter else Markup("{}").format(leaf)
    rank = _rank(node)
    if isinstance(node.op, ast.Pow):
        return Markup("{}<sup>{}</sup>").format(
            _set(node.left, values, 4, raised=raised), _set(node.right, values, 0, raised=True)
        )
    if isinstance(node.op, ast.Div) and not raised:
        whole = Markup('<span class="mp-frac"><span>{}</span><span>{}</span></span>').format(
            _set(node.left, values, 0, raised=True), _set(node.right, values, 0, raised=True)
        )
        return Markup("({})").format(whole) if above > _RANK[ast.Pow] else whole
    text = Markup("{} {} {}").format(
        _set(node.left, values, rank, raised=raised),
        _SIGNS[type(node.op)],
        _set(node.right, values, rank + 1, raised=raised),
    )
    return Markup("({})").format(text) if rank < above else text


def _rank(node: ast.BinOp) -> int:
    if type(node.op) not in _RANK:
        raise ValueError(f"not a part of a formula: {ast.dump(node.op)}")
    return _RANK[type(node.op)]
