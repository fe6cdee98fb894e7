r"""BibTeX read back by its own rules: balanced braces, one entry after the other, LaTeX's escapes undone."""

import re

_ESCAPES = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
_ESCAPED = re.compile("|".join(re.escape(one) for one in sorted(_ESCAPES, key=len, reverse=True)))


def shown(text):
    """A field as LaTeX prints it: grouping braces gone, escapes undone."""
    parts = _ESCAPED.split(text)
    signs = [_ESCAPES[one] for one in _ESCAPED.findall(text)] + [""]
    return "".join(re.sub("[{}]", "", part) + sign for part, sign in zip(parts, signs, strict=True))


def braced(text, start):
    """The end of the group that opens at ``start``; BibTeX counts every brace, the escaped ones too."""
    depth = 0
    for place in range(start, len(text)):
        if text[place] in "{}":
            depth += 1 if text[place] == "{" else -1
            if depth == 0:
                return place
    raise AssertionError("a brace is left open")


def entries(text):
    """Key -> fields, each as it stands between its outer braces."""
    found = {}
    place = 0
    while place < len(text.rstrip()):
        head = re.compile(r"\s*@([a-z]+)(?=\{)").match(text, place)
        assert head, text[place : place + 40]
        end = braced(text, head.end())
        key, _, body = text[head.end() + 1 : end].partition(",\n")
        assert re.fullmatch(r"[A-Za-z0-9_+.:-]+", key), key
        assert key not in found
        fields, at = {}, 0
        while at < len(body.rstrip()):
            name = re.compile(r"\s*([a-z]+) = (?=\{)").match(body, at)
            assert name, body[at : at + 40]
            close = braced(body, name.end())
            fields[name[1]] = body[name.end() + 1 : close]
            at = close + 1
            if body[at : at + 1] == ",":
                at += 1
        found[key] = fields
        place = end + 1
    return found
