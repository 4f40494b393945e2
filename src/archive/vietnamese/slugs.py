"""Makes the last part of a page's address from a name or a headline."""

import re
from collections.abc import Sequence
from hashlib import blake2b

from archive.vietnamese.folding import fold

LIMIT = 60
"""How many characters a slug has at most."""
NAMELESS = "khong-ten"
"""The slug of a text that holds no letter and no digit."""


def slug(text: str, limit: int = LIMIT) -> str:
    """A slug of `a-z`, `0-9` and single `-`, never empty, cut at a word to `limit` characters.

    It is the answer of python-slugify, save for names that Windows keeps for itself or that the site does.

    >>> slug("Đảng bộ phường Thới Long")
    'dang-bo-phuong-thoi-long'
    """
    answer = _cut(_dashed(text), limit) or NAMELESS
    return f"{answer}-1" if answer in _RESERVED else answer


def allocate(wanted: Sequence[tuple[str, str]], limit: int = LIMIT) -> list[str]:
    """The slugs of one folder, none twice, in the order of `wanted`: pairs of a slug and a key that no other owner has.

    The first owner of a slug keeps it; each later one gets `-` and at least four hexadecimal digits made from its key,
    so that it keeps its address when others come or go. Slugs that differ only in capitals count as one.
    """
    taken = {plain.casefold() for plain, _ in wanted}
    owned: set[str] = set()
    given: list[str] = []
    for plain, key in wanted:
        answer = plain if plain.casefold() not in owned else _suffixed(plain, key, limit, taken)
        taken.add(answer.casefold())
        owned.add(plain.casefold())
        given.append(answer)
    return given


def _dashed(text: str) -> str:
    plain = fold(text.translate(_PLAIN) if _TO_PLAIN.search(text) else text)
    if not plain.isascii() or "&" in plain or "'" in plain:
        return _dashed_by_library(text)
    return "-".join(_WORD.findall(_THOUSANDS.sub("", plain) if "," in plain else plain))


def _dashed_by_library(text: str) -> str:
    # Imported late: only text with letters of other languages, quotes or HTML entities comes here.
    from slugify import slugify

    return slugify(text)


def _cut(dashed: str, limit: int) -> str:
    if len(dashed) <= limit:
        return dashed
    return (dashed[: limit + 1].rpartition("-")[0] or dashed[:limit]).strip("-")


def _suffixed(plain: str, key: str, limit: int, taken: set[str]) -> str:
    digits = blake2b(key.encode("utf-8", "surrogateescape")).hexdigest()
    sizes = range(4, len(digits) + 1)
    answers = (f"{_cut(plain, limit - size - 1)}-{digits[:size]}" for size in sizes)
    return next(answer for answer in answers if answer.casefold() not in taken)


# U+0085 is a blank to Python and nothing to python-slugify, which makes letters of the rarest marks: those go to it.
_PLAIN = str.maketrans(
    dict.fromkeys("“”«»–—•…", "-") | {"\x85": ""} | dict.fromkeys(map(chr, range(0x34F, 0x370)), "\ufffd")
)
_TO_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_WORD = re.compile("[a-z0-9]+")
_THOUSANDS = re.compile("(?<=[0-9]),(?=[0-9])")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
