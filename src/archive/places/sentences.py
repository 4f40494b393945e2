"""Says in plain Vietnamese what a place was before 1 July 2025 and is from that day on."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from archive.places.lookup import predecessors, successors
from archive.places.place import Place

DAY = "ngày 1-7-2025"


def sentence(place: Place) -> str:
    """The place with what is above it, and what it became or was made from; without a full stop.

    >>> sentence(Place("province", "before", "Tỉnh Sóc Trăng"))
    'Tỉnh Sóc Trăng; từ ngày 1-7-2025 thuộc thành phố Cần Thơ'
    """
    change = before(place) if place.era == "after" else after(place)
    return f"{place.name}{'; ' if change else ''}{change}" if not place.within else f"{full(place)}; {change}"


def after(place: Place) -> str:
    """What became of a place of the era before."""
    new = successors(place)
    if place.level == "province":
        return province_after(place, new[0])
    ground = f"{listed(inline(one.name) for one in new)}, {inline(new[0].within[0])}"
    if place.level == "district":
        return f"từ {DAY} không còn cấp huyện, địa bàn nay thuộc {ground}"
    return f"từ {DAY} {'thuộc' if len(new) == 1 else 'chia về'} {ground}"


def province_after(place: Place, new: Place) -> str:
    """What became of a province; nothing when it stayed as it was."""
    if new.name != place.name:
        return f"từ {DAY} thuộc {inline(new.name)}"
    others = [inline(old.name) for old in predecessors(new) if old.name != place.name]
    return f"từ {DAY} gồm cả {listed(others)}" if others else ""


def before(place: Place) -> str:
    """What a place of the era after was made from."""
    old = predecessors(place)
    if place.level == "province":
        return f"trước {DAY} là {listed(inline(one.name) for one in old)}" if len(old) > 1 else ""
    groups = groupby(old, key=lambda one: one.within)
    return f"trước {DAY} là {'; '.join(made_from(over, list(communes)) for over, communes in groups)}"


def made_from(over: Sequence[str], communes: Sequence[Place]) -> str:
    """The communes of one district, or an island district, with what they were in."""
    names = listed(f"{'một phần ' if len(successors(one)) > 1 else ''}{inline(one.name)}" for one in communes)
    return f"{names} ({', '.join(map(inline, over))})"


def full(place: Place) -> str:
    """The place and all above it."""
    return ", ".join((place.name, *map(inline, place.within)))


def inline(name: str) -> str:
    """The name as it stands within a sentence: `phường Thới Long`."""
    return name[:1].lower() + name[1:]


def listed(names: Iterable[str]) -> str:
    """The names in a row, the last after `và`."""
    *first, last = names
    return f"{', '.join(first)} và {last}" if first else last
