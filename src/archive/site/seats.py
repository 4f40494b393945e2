"""Tells which place a unit belongs to, when the articles leave no doubt of it, and which unit is above it then."""

from collections.abc import Iterable, Mapping, Sequence

from archive import places
from archive.model.entry import Entry
from archive.places import Era, Place
from archive.vietnamese.folding import identity_key

TURN = "2025-07-01"
"""The day on which communes and provinces were joined and the districts ended."""

Seat = tuple[Place, ...]
"""A place of the era before, one of the era after, or one of each on the same ground; empty when not decided."""


def seat(unit: str, entries: Iterable[Entry]) -> Seat:
    """The one place that a unit's name and its articles can mean; empty when they can mean several, or none.

    A commune is not told by its own name alone, even by one that a single commune bears: those that ended before 2025
    are not in the table. Articles that speak of different places leave their unit without one.
    """
    own = places.seat(unit)
    said = mentioned(own, unit, entries) if own else []
    if not own or (places.is_commune(own) and not said):
        return ()
    meant = [named(words, era) for words, era in said] or [places.named(own)]
    return agreed([*dict.fromkeys(place for each in meant for place in each)]) if all(meant) else ()


def parents(names: Mapping[str, str], seats: Mapping[str, Seat]) -> dict[str, str]:
    """For each unit the one of its family that has its seat right above, by key; only where exactly one fits.

    `names` and `seats` are those of the units by key.
    """
    seated: dict[tuple[str, Place], list[str]] = {}
    for key, seat in seats.items():
        for place in seat:
            seated.setdefault((places.family(names[key]), place), []).append(key)
    found = {key: parent(names, key, seat, seated) for key, seat in seats.items()}
    return {key: above for key, above in found.items() if above}


# A unit's seat


def mentioned(own: str, unit: str, entries: Iterable[Entry]) -> list[tuple[str, Era | None]]:
    """What the unit's name and its articles say of where its place lies, and in which era each says it."""
    key = identity_key(own)
    in_articles = (
        (words, era_of(entry.date))
        for entry in entries
        for words in entry.places
        if identity_key(words.partition(",")[0]) == key
    )
    return [*dict.fromkeys([*((words, None) for words in places.mentions(own, unit)), *in_articles])]


def named(words: str, era: Era | None) -> tuple[Place, ...]:
    """The places that the words can mean in their era; later articles still speak of places that are gone."""
    return places.named(words, era) or (places.named(words) if era == "after" else ())


def agreed(found: Sequence[Place]) -> Seat:
    """The places when they are the same ground before and after, else none."""
    before = [place for place in found if place.era == "before"]
    after = [place for place in found if place.era == "after"]
    one_each = len(before) <= 1 and len(after) <= 1
    if before and after and after[0] not in places.successors(before[0]):
        return ()
    return (*before, *after) if one_each else ()


def era_of(date: str | None) -> Era | None:
    """The era of a date; None when the day is not known well enough."""
    if not date or date == TURN[: len(date)] == TURN[:4]:
        return None
    return "after" if date >= TURN[: len(date)] else "before"


# The unit above


def parent(
    names: Mapping[str, str], key: str, seat: Seat, seated: Mapping[tuple[str, Place], Sequence[str]]
) -> str | None:
    """The unit right above; of a Đảng bộ and its committee that both have a page, the one that is named alike."""
    kind = places.family(names[key])
    for place in seat:
        over = places.above(place)
        found = seated.get((kind, over), ()) if kind and over else ()
        alike = [one for one in found if is_whole(names[one]) == is_whole(names[key])]
        if len(alike) == 1 or len(found) == 1:
            return (alike or found)[0]
    return None


def is_whole(unit: str) -> bool:
    """Whether the name is that of a party organisation and not of its committee."""
    return "đảng bộ" in identity_key(unit)
