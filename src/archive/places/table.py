"""Reads the table of administrative names, each part when it is first asked for."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct, field

from archive.places.place import Place, key_of
from archive.resources import PACKAGE
from archive.vietnamese.folding import identity_key

FILE = PACKAGE / "places" / "table.txt"
"""Written by `tools/places.py`; its head says what its lines mean."""
JOINED = " = "
"""Stands between a new province and the old ones it was made from."""


class Old(Struct, frozen=True, array_like=True, gc=False):
    """An old commune where the line of a new one names it."""

    name: str
    district: int
    """Place in `districts`."""
    new: int
    """Place in `Communes.places` of the one it went into, whole or in part."""


class Communes(Struct, frozen=True):
    """The communes of both eras."""

    places: list[Place] = field(default_factory=list)
    """Those from 1 July 2025 on."""
    parts: list[str] = field(default_factory=list)
    """For each of them what it was made from, as written: district by district."""
    old: dict[str, list[Old]] = field(default_factory=dict)
    """Old communes by key; one that was divided comes several times."""
    new: dict[str, list[int]] = field(default_factory=dict)
    """Places in `places`, by key."""
    went: dict[int, list[int]] = field(default_factory=dict)
    """For each district the places in `places` of those that its communes went into."""


@cache
def districts() -> tuple[Place, ...]:
    """The districts before 1 July 2025, in the order of their numbers."""
    lines = (line.partition(": ") for line in parts_of_table()[0] if line[:1] not in {"", "#", "["})
    return tuple(
        Place("district", "before", name, (province,)) for province, _, names in lines for name in names.split(", ")
    )


@cache
def provinces() -> dict[str, tuple[str, ...]]:
    """For each new province the old ones it was made from."""
    heads = (line.partition(JOINED) for line in parts_of_table()[1] if JOINED in line)
    return {province: tuple(names.split(", ")) for province, _, names in heads}


@cache
def communes() -> Communes:
    """The communes; by far the most of the table, and many a site asks for none."""
    read = Communes()
    province = ""
    for line in parts_of_table()[1]:
        if JOINED in line:
            province = line.partition(JOINED)[0]
        else:
            add_commune(read, line, province)
    return read


@cache
def old_provinces() -> dict[str, str]:
    """For each old province the new one it went into."""
    return {name: new for new, names in provinces().items() for name in names}


@cache
def districts_by_key() -> dict[str, list[Place]]:
    """The districts of each name."""
    named: dict[str, list[Place]] = {}
    for district in districts():
        named.setdefault(key_of(district.name), []).append(district)
    return named


@cache
def parts_of_table() -> tuple[list[str], list[str]]:
    """The lines before 1 July 2025, and those from that day on."""
    before, after = FILE.read_text("utf-8").split("\n[từ ngày 1-7-2025]\n")
    return before.splitlines(), after.splitlines()


def add_commune(read: Communes, line: str, province: str) -> None:
    """Puts a new commune and those it was made from into the table."""
    number = len(read.places)
    name, _, written = line.partition(": ")
    key, _, keys = identity_key(line).partition(": ")
    read.places.append(Place("commune", "after", name, (province,)))
    read.parts.append(written)
    read.new.setdefault(key, []).append(number)
    for (district, names), (_, keys_of_names) in zip(groups(written), groups(keys), strict=True):
        read.went.setdefault(district, []).append(number)
        for old, old_key in zip(names, keys_of_names, strict=True):
            read.old.setdefault(old_key, []).append(Old(old, district, number))


def groups(written: str) -> Iterator[tuple[int, list[str]]]:
    """For each district its place in `districts` and the names of its communes; an island district has none."""
    for group in written.split("; "):
        district, _, names = group.partition(" ")
        yield int(district) - 1, names.split(", ") if names else []
