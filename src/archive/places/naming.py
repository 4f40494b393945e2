"""Reads places out of words: the place in a unit's name, and where a text says that it lies."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from archive.patterns import pattern
from archive.places.lookup import find
from archive.places.place import SHORT, Era, Level, Place, key_of

REMEMBERED = 1024
"""Units of which the place, and places of which the kind is remembered: most articles are about one of a few."""
LEVELS: dict[str, tuple[Level, ...]] = {
    "tỉnh": ("province",),
    "thành phố": ("district", "province"),
    "quận": ("district",),
    "huyện": ("district",),
    "thị xã": ("district",),
    "phường": ("commune",),
    "xã": ("commune",),
    "thị trấn": ("commune",),
    "đặc khu": ("commune",),
}
"""What places are called, and on which levels, lowest first, they then may stand."""
ORDER: tuple[Level, ...] = ("commune", "district", "province")
SEATED = {"tỉnh": "tỉnh", "thành": "thành phố", "quận": "quận", "huyện": "huyện", "thị": "thị xã"}
"""What a place is called whose committee (`Quận ủy`) or youth union (`Quận đoàn`) says it in short."""
NO_COMMUNE = ("thị xã", "tác xã")
"""What ends in `xã` and is not one."""


@lru_cache(maxsize=REMEMBERED)
def seat(unit: str) -> str:
    """The place that a unit's name names, with what it is; empty when it names none.

    >>> seat("Đảng bộ phường Thới Long"), seat("Quận ủy Ô Môn"), seat("Chi bộ ấp Gò Me")
    ('phường Thới Long', 'quận Ô Môn', '')
    """
    found = _IN_UNIT.search(unit)
    if not found:
        return ""
    word = SEATED[found["seated"].casefold()] if found["seated"] else kind_of(found[0])
    return f"{word} {found['name']}"


def family(unit: str) -> str:
    """What units of one kind have in common on every level; empty for a name that is no more than a place's.

    >>> family("Quận ủy Ô Môn") == family("Đảng bộ phường Thới Long")
    True
    """
    found = _IN_UNIT.search(unit)
    if not found:
        return ""
    head = key_of(f"{unit[: found.start()]} {found['office'] or ''}")
    return _YOUTH.sub("đoàn", _PARTY.sub("đảng bộ", head))


def mentions(place: str, text: str) -> Iterator[str]:
    """What a text says of where a place lies, each time it does: `phường Thới Long, quận Ô Môn`.

    `place` is as `seat` gives it, and a text has to spell its name in the same letters. Nothing where no place of a
    higher level follows at once after a comma, a bracket or a dash.
    """
    word = kind_of(place)
    name = place[len(word) + 1 :]
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        over = tuple(lying_in(text, end, ORDER.index(LEVELS[word][0])))
        if over and is_called(word, text[max(0, start - 14) : start]):
            yield ", ".join((place, *over))
        start = text.find(name, end)


def named(place: str, era: Era | None = None) -> tuple[Place, ...]:
    """Every place that the words of `seat` or of one of `mentions` may mean."""
    own, *over = place.split(", ")
    return tuple(one for level in LEVELS[kind_of(own)] for one in find(level, own, within=over, era=era))


def is_commune(place: str) -> bool:
    """Whether the words of `seat` mean a commune."""
    return LEVELS[kind_of(place)] == ("commune",)


# Parts


@lru_cache(maxsize=REMEMBERED)
def kind_of(place: str) -> str:
    """What the place is called: the key of `LEVELS` that its name begins with."""
    key = key_of(place)
    return next(word for word in LEVELS if key.startswith(f"{word} "))


def is_called(word: str, before: str) -> bool:
    """Whether the text before a name ends with what a place of that name is called, in whole or in short."""
    said = " ".join(before.casefold().split())
    shorts = [short for short, whole in SHORT.items() if whole == word]
    endings = (word, *shorts, *(f"{short}." for short in shorts))
    return f" {said}".endswith(tuple(f" {ending}" for ending in endings)) and not (
        word == "xã" and said.endswith(NO_COMMUNE)
    )


def lying_in(text: str, end: int, rank: int) -> Iterator[str]:
    """The places named one after the other from `end` on, each on a higher level than the one before."""
    while found := _ABOVE.match(text, end):
        over = " ".join(f"{found['word']} {found['name']}".split())
        rank = next((ORDER.index(level) for level in LEVELS[kind_of(over)] if ORDER.index(level) > rank), 0)
        if not rank:
            return
        yield over
        end = found.end()


_CAPITAL = "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter in "AĂÂEÊIOÔƠUƯY"
    for tone in ("", *"\u0300\u0301\u0309\u0303\u0323")
)
_PROPER = rf"(?:[{_CAPITAL}BCDĐFGHJKLMNPQRSTVWXZ][\w'’]*|\d{{1,2}}(?!\w))"
_NAME = rf"(?P<name>(?:Nông trường\s+)?{_PROPER}(?:(?:\s+|\s+[-–]\s+(?={_PROPER}\s+{_PROPER})){_PROPER}){{0,5}})"
_WORD = rf"(?P<word>(?i:{'|'.join(LEVELS)})(?=\s)|(?i:{'|'.join(SHORT)})(?:\.|(?=\s)))"
_OFFICE = rf"(?P<seated>(?i:{'|'.join(SEATED)}))\s+(?P<office>(?i:ủy|uỷ|đoàn))(?:\s+(?i:tp\.?|thành phố))?"
_IN_UNIT = pattern(rf"(?<!\w)(?<!tác )(?:{_OFFICE}|{_WORD})\s*{_NAME}")
_ABOVE = pattern(rf"\s*[,(–-]\s*{_WORD}\s*{_NAME}")
_PARTY = pattern(r"\b(?:đảng )?uỷ\b(?! ban\b)")
_YOUTH = pattern("^đoàn (?:thanh niên|tncs|thanh niên cộng sản)(?: hồ chí minh)?$")
