"""Reads the table of administrative names, quickly: what is seldom asked for stays in the lines it is written on."""

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct, field

from archive.places.place import Place, key_of
from archive.resources import PACKAGE
from archive.vietnamese.folding import identity_key

FILE = PACKAGE / "places" / "table.txt"
"""Written by `tools/places.py`; its head says what its lines mean."""


class Old(Struct, frozen=True, array_like=True, gc=False):
    """An old commune where the line of a new one names it."""

    name: str
    district: int
    """Place in `Table.districts`."""
    new: int
    """Place in `Table.communes` of the one it went into, whole or in part."""


class Table(Struct, frozen=True):
    """The places of both eras."""

    districts: tuple[Place, ...]
    """Those before 1 July 2025."""
    communes: list[Place] = field(default_factory=list)
    """Those from that day on."""
    parts: list[str] = field(default_factory=list)
    """For each new commune what it was made from, as written: district by district."""
    provinces: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each new province the old ones it was made from."""
    old: dict[str, list[Old]] = field(default_factory=dict)
    """Old communes by key; one that was divided comes several times."""
    new: dict[str, list[int]] = field(default_factory=dict)
    """Places in `communes`, by key."""
    went: dict[int, list[int]] = field(default_factory=dict)
    """For each district the places in `communes` of those that its communes went into."""


@cache
def table() -> Table:
    """The table, read when it is first asked for."""
    before, after = FILE.read_text("utf-8").split("\n[từ ngày 1-7-2025]\n")
    read = Table(tuple(old_districts(before.splitlines())))
    province = ""
    for line in after.splitlines():
        if " = " in line:
            province, _, names = line.partition(" = ")
            read.provinces[province] = tuple(names.split(", "))
        else:
            add_commune(read, line, province)
    return read


@cache
def old_provinces() -> dict[str, str]:
    """For each old province the new one it went into."""
    return {name: new for new, names in table().provinces.items() for name in names}


@cache
def districts_by_key() -> dict[str, list[Place]]:
    """The districts of each name."""
    named: dict[str, list[Place]] = {}
    for district in table().districts:
        named.setdefault(key_of(district.name), []).append(district)
    return named


def old_districts(lines: Iterable[str]) -> Iterator[Place]:
    """The districts in the order of their numbers."""
    for line in lines:
        if line[:1] not in {"", "#", "["}:
            province, _, names = line.partition(": ")
            yield from (Place("district", "before", name, (province,)) for name in names.split(", "))


def add_commune(read: Table, line: str, province: str) -> None:
    """Puts a new commune and those it was made from into the table."""
    number = len(read.communes)
    name, _, written = line.partition(": ")
    key, _, keys = identity_key(line).partition(": ")
    read.communes.append(Place("commune", "after", name, (province,)))
    read.parts.append(written)
    read.new.setdefault(key, []).append(number)
    for (district, names), (_, keys_of_names) in zip(groups(written), groups(keys), strict=True):
        read.went.setdefault(district, []).append(number)
        for old, old_key in zip(names, keys_of_names, strict=True):
            read.old.setdefault(old_key, []).append(Old(old, district, number))


def groups(written: str) -> Iterator[tuple[int, list[str]]]:
    """For each district its place in `Table.districts` and the names of its communes; an island district has none."""
    for group in written.split("; "):
        district, _, names = group.partition(" ")
        yield int(district) - 1, names.split(", ") if names else []
