"""Wraps data as small scripts: the one form that a page opened from a disk may load."""

import json
from typing import Any

from archive.model.output import OutputFile

FOLDER = "tim-kiem"
"""Folder of the index below the root of the site."""


def script(name: str, numbering: str, *values: Any, escaped: bool = False) -> OutputFile:
    """The file of the index called `name`: one call that hands over the values.

    When `escaped`, only ASCII stands in it: a browser keeps such a script in one byte a letter, another in two.

    >>> script("tu/0", "5f3a", "ăn _", escaped=True).content
    b'archiveSearch.take("tu/0","5f3a","\\\\u0103n _");\\n'
    """
    arguments = ",".join(as_json(value, escaped=escaped) for value in (name, numbering, *values))
    return OutputFile(f"{FOLDER}/{name}.js", f"archiveSearch.take({arguments});\n".encode(), "search")


def values_of(content: bytes) -> list[Any]:
    """The name, the numbering and the values that `script` wrote."""
    values: list[Any] = json.loads(b"[" + content[len("archiveSearch.take(") : -len(");\n")] + b"]")
    return values


def as_json(value: Any, *, escaped: bool = False) -> str:
    """JSON without blanks that is also safe inside a script and inside a page; when `escaped`, of ASCII alone."""
    text = json.dumps(value, ensure_ascii=escaped, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
