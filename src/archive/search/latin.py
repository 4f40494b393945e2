"""Writes Vietnamese in letters below U+0100, which a browser keeps in one byte each.

The twin of `readable` in `static/search/index.js`.
"""

import json
from typing import Any
from unicodedata import normalize

from archive.search.scripts import as_json
from archive.vietnamese.tables import LazyTable, WordTable

SIGNS = "đĐ–—“”…\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323ộưếờệốớấảợồầậềạổể"
"""What is written as U+0080 to U+009F, which are control characters and stand in no article: the marks, and the
letters beyond U+00FF that save most (counted in `articles/` and `eval/unseen/`)."""

_CONTROLS = range(0x80, 0xA0)
_WRITTEN = dict(zip(SIGNS, map(chr, _CONTROLS), strict=True))


def as_latin(value: Any) -> str:
    """JSON of letters below U+0100: others as signs, else in their parts, else escaped.

    Once the signs are read as what they mean, and the text is composed, it is as before; control characters are blanks.

    >>> as_latin("é, ậ, ẫ, ☼").encode("latin-1")
    b'"\\xe9, \\x9b, a\\x89\\x8a, \\\\u263c"'
    """
    return " ".join(map(_WORDS.__getitem__, as_json(value).split(" ")))


def _latin(letter: str) -> str:
    if ord(letter) in _CONTROLS:
        return " "
    return _sign(letter) or "".join(_sign(part) or json.dumps(part)[1:-1] for part in normalize("NFD", letter))


def _sign(letter: str) -> str:
    return letter if letter <= "\xff" else _WRITTEN.get(letter, "")


_LATIN = LazyTable(_latin)
_WORDS = WordTable(lambda word: word.translate(_LATIN))
