"""Makes regular expressions that are compiled when they are first asked, for most runs ask few of them."""

import re
from typing import cast

SMALL = "a-zà-ýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
"""The small letters, for a class of characters: from ả on capitals stand between them, so that no range has them."""


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression. Reading one article takes a third of those that reading all of an archive may take.

    >>> pattern("[0-9]+").findall("7 chi bộ, 120 đảng viên")
    ['7', '120']
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


class _Uncompiled:
    """Stands in for a regular expression, and has its methods from the first question on."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")
