"""Looks places up: which ones bear a name, what is above them, and what became of them on 1 July 2025."""

from collections.abc import Iterator, Sequence

from archive.places import table
from archive.places.place import Era, Level, Place, key_of


def find(level: Level, name: str, *, within: Sequence[str] = (), era: Era | None = None) -> tuple[Place, ...]:
    """Every place of that name; names are not keys, so there may be many.

    The name says what the place is, for `xã Tân An` is not `phường Tân An`; it is compared by `key_of`. `within` are
    names of places above, each of which has to be right. `era` leaves only the places of one era.
    """
    wanted = {key_of(over) for over in within}
    return tuple(
        place
        for place in dict.fromkeys(_BEARERS[level](key_of(name)))
        if era in (None, place.era) and wanted <= {key_of(over) for over in place.within}
    )


def above(place: Place) -> Place | None:
    """The place right above; None for a province."""
    if not place.within:
        return None
    return Place("district" if len(place.within) > 1 else "province", place.era, place.within[0], place.within[1:])


def successors(place: Place) -> tuple[Place, ...]:
    """The communes that hold the ground of an old commune or district from 1 July 2025 on; a province's province.

    A commune that was divided has several. Nothing for a place of the era after.
    """
    if place.era == "after":
        return ()
    if place.level == "province":
        return (Place("province", "after", table.old_provinces()[place.name]),)
    known = table.communes()
    if place.level == "district":
        return tuple(known.places[new] for new in known.went[table.districts().index(place)])
    return tuple(
        known.places[old.new]
        for old in known.old[key_of(place.name)]
        if old_commune(old.name, table.districts()[old.district]) == place
    )


def predecessors(place: Place) -> tuple[Place, ...]:
    """The communes that a new one was made from, whole or in part; the provinces of a province.

    An island district that had no communes stands for itself. Nothing for a place of the era before.
    """
    if place.era == "before":
        return ()
    if place.level == "province":
        return tuple(Place("province", "before", name) for name in table.provinces()[place.name])
    known = table.communes()
    number = next(new for new in known.new[key_of(place.name)] if known.places[new] == place)
    found = ((table.districts()[district], names) for district, names in table.groups(known.parts[number]))
    return tuple(old for district, names in found for old in old_communes(names, district))


def old_communes(names: Sequence[str], district: Place) -> Iterator[Place]:
    """The communes of these names in a district; the district itself when there are none."""
    yield from (old_commune(name, district) for name in names)
    if not names:
        yield district


def old_commune(name: str, district: Place) -> Place:
    """The commune of that name in a district."""
    return Place("commune", "before", name, (district.name, *district.within))


def provinces(key: str) -> Iterator[Place]:
    """The provinces of that name."""
    yield from (Place("province", "before", name) for name in table.old_provinces() if key_of(name) == key)
    yield from (Place("province", "after", name) for name in table.provinces() if key_of(name) == key)


def districts(key: str) -> Iterator[Place]:
    """The districts of that name."""
    yield from table.districts_by_key().get(key, ())


def communes(key: str) -> Iterator[Place]:
    """The communes of that name: those before, then those after."""
    known = table.communes()
    yield from (old_commune(old.name, table.districts()[old.district]) for old in known.old.get(key, ()))
    yield from (known.places[new] for new in known.new.get(key, ()))


_BEARERS = {"province": provinces, "district": districts, "commune": communes}
