"""The type of a place, and how places are told apart by name."""

from typing import Literal

from msgspec import Struct

from archive.patterns import pattern
from archive.vietnamese.folding import identity_key

Level = Literal["province", "district", "commune"]
Era = Literal["before", "after"]
"""Before 1 July 2025, or from that day on."""

SHORT = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "p": "phường", "q": "quận", "h": "huyện"}
"""What is written short at the head of a name, with or without a full stop."""


class Place(Struct, frozen=True):
    """An administrative unit of one era."""

    level: Level
    era: Era
    name: str
    """With what it is, as a sentence begins: `Phường Thới Long`."""
    within: tuple[str, ...] = ()
    """The names of those above it, the lowest first; none for a province. In the era after there are no districts."""


def key_of(name: str) -> str:
    """The name as it is compared with others: `identity_key`, with whole words, one dash and one apostrophe.

    >>> key_of("TP. Phan Rang–Tháp Chàm") == key_of("Thành phố Phan Rang - Tháp Chàm")
    True
    """
    key = _DASH.sub(" - ", identity_key(name.replace("’", "'")))
    return _SHORT.sub(lambda short: f"{SHORT[short[1]]} ", key)


_DASH = pattern(" ?[-–] ?")
_SHORT = pattern(rf"^({'|'.join(SHORT)})(?:\. ?| )")
