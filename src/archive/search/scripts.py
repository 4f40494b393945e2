"""Wraps data as small scripts: the one form that a page opened from a disk may load."""

import json
from typing import Any

from archive.model.output import OutputFile

FOLDER = "tim-kiem"
"""Folder of the index below the root of the site."""


def script(name: str, numbering: str, *values: Any) -> OutputFile:
    """The file of the index called `name`: one call that hands over the values.

    >>> script("tu/0", "5f3a", "an _").content
    b'archiveSearch.take("tu/0","5f3a","an _");\\n'
    """
    arguments = ",".join(map(as_json, (name, numbering, *values)))
    return OutputFile(f"{FOLDER}/{name}.js", f"archiveSearch.take({arguments});\n".encode(), "search")


def values_of(content: bytes) -> list[Any]:
    """The name, the numbering and the values that `script` wrote."""
    values: list[Any] = json.loads(b"[" + content[len("archiveSearch.take(") : -len(");\n")] + b"]")
    return values


def as_json(value: Any) -> str:
    """JSON without blanks that is also safe inside a script and inside a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
