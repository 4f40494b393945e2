"""Wraps data as small scripts: the one form that a page opened from a disk may load."""

import json
from collections.abc import Callable
from typing import Any

from archive.model.output import OutputFile

FOLDER = "tim-kiem"
"""Folder of the index below the root of the site."""


def as_json(value: Any, *, escaped: bool = False) -> str:
    """JSON without blanks that is also safe inside a script and inside a page; when `escaped`, of ASCII alone."""
    text = json.dumps(value, ensure_ascii=escaped, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def as_ascii(value: Any) -> str:
    """JSON of ASCII alone: a browser keeps a script of letters below U+0100 in one byte a letter, another in two.

    >>> as_ascii("ăn _")
    '"\\\\u0103n _"'
    """
    return as_json(value, escaped=True)


def script(name: str, numbering: str, *values: Any, write: Callable[[Any], str] = as_json) -> OutputFile:
    """The file of the index called `name`: one call that hands over the values, as `write` writes them.

    >>> script("tu/0", "5f3a", ["an", 1]).content
    b'archiveSearch.take("tu/0","5f3a",["an",1]);\\n'
    """
    arguments = ",".join(map(write, (name, numbering, *values)))
    return OutputFile(f"{FOLDER}/{name}.js", f"archiveSearch.take({arguments});\n".encode(), "search")


def values_of(content: bytes) -> list[Any]:
    """The name, the numbering and the values that `script` wrote."""
    values: list[Any] = json.loads(b"[" + content[len("archiveSearch.take(") : -len(");\n")] + b"]")
    return values
