"""Joins the reader's scripts into the one file that the page of results asks for."""

from collections.abc import Callable
from itertools import chain

from archive.model.output import OutputFile
from archive.search.building import Head
from archive.search.scripts import FOLDER, as_json

PARTS = ("analysis", "keystrokes", "index", "ranking", "excerpts", "spelling", "box", "results")
"""The scripts of `static/search`, in the order in which they are read."""

_COMMENT = (b"//", b"/**", b"* ", b"*/")


def reader_script(read: Callable[[str], bytes]) -> OutputFile:
    """All parts in one script, in one scope of their own, without the lines that are only comment.

    `read` gives a part's text by its path below the folder of static files.
    """
    lines = chain.from_iterable(read(f"search/{part}.js").splitlines() for part in PARTS)
    code = [line.strip() for line in lines if line.strip() and not line.strip().startswith(_COMMENT)]
    return OutputFile(f"{FOLDER}/tim-kiem.js", b"\n".join((b"(() => {", b"'use strict';", *code, b"})();\n")), "search")


def head_json(head: Head) -> str:
    """The head as JSON to stand in `<script type="application/json">` of the page of results."""
    return as_json({name: getattr(head, name) for name in head.__struct_fields__})
