"""Lays out the site: which articles stand on which list, in which order, under which address."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import structs

from archive import places
from archive.model.entry import Entry
from archive.model.settings import Unit
from archive.model.site import Placed, Positions, Shelf, Site, UnitShelf
from archive.site.addresses import article_paths, name_stems
from archive.site.names import Name, Names
from archive.site.seats import parents, seat
from archive.vietnamese.collation import sort_key
from archive.vietnamese.folding import identity_key


def plan(entries: Iterable[Entry], authority: Sequence[Unit] = ()) -> Site:
    """The site of the entries that are to be published; the authority file says which units are one.

    Raises `SiteError` when two articles ask for one address.
    """
    ordered = newest_first(entries)
    unit_names = Names((unit for entry in ordered for unit in entry.unit), authority)
    person_names = Names(person for entry in ordered for person in entry.byline)
    units_named = [unit_names.of(entry.unit) for entry in ordered]
    people_named = [person_names.of(entry.byline) for entry in ordered]
    units, people = unit_shelves(ordered, units_named, authority), person_shelves(people_named)
    return Site(
        articles=placed_articles(
            ordered, tuple(units.values()), positions_of(units_named, units), positions_of(people_named, people)
        ),
        units=tuple(units.values()),
        people=tuple(people.values()),
        years=year_shelves(ordered),
        everything=Shelf("Tất cả bài", "bai/index", tuple(range(len(ordered)))),
        undated=shelf("Chưa rõ ngày", "chua-ro/ngay", (not entry.date for entry in ordered)),
        unitless=shelf("Chưa rõ đơn vị", "chua-ro/don-vi", (not entry.unit for entry in ordered)),
        unsigned=shelf("Chưa rõ tác giả", "chua-ro/tac-gia", (not entry.byline for entry in ordered)),
    )


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by date, newest first, undated last; those of one date by file name."""
    by_file = sorted(lightened(entries), key=lambda entry: entry.file)
    return sorted(by_file, key=lambda entry: entry.date or "", reverse=True)


def lightened(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries; what several say alike they hold in common, for there are many."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    packs: dict[str, str] = {}
    for entry in entries:
        unit, byline, places = (known.setdefault(said, said) for said in (entry.unit, entry.byline, entry.places))
        stored = structs.replace(entry.stored, pack=packs.setdefault(entry.stored.pack, entry.stored.pack))
        yield structs.replace(entry, unit=unit, byline=byline, places=places, stored=stored)


def shelf(name: str, stem: str, belongs: Iterable[bool]) -> Shelf:
    """The shelf of the articles that belong on it."""
    return Shelf(name, stem, tuple(position for position, is_on_it in enumerate(belongs) if is_on_it))


def year_shelves(ordered: Sequence[Entry]) -> tuple[Shelf, ...]:
    """A shelf for each year that has articles, newest first."""
    held: dict[str, list[int]] = {}
    for position, entry in enumerate(ordered):
        if entry.year:
            held.setdefault(entry.year, []).append(position)
    return tuple(Shelf(year, f"nam/{year}", tuple(positions)) for year, positions in held.items())


# Names: one shelf for each, keyed by its identity key, in Vietnamese alphabetical order


def person_shelves(named: Sequence[tuple[Name, ...]]) -> dict[str, Shelf]:
    """The shelf of each person of a byline."""
    held = holdings(named)
    stems = stems_of("tac-gia", held)
    return {name.key: Shelf(name.text, stems[name.key], held[name]) for name in in_order(held)}


def unit_shelves(
    ordered: Sequence[Entry], named: Sequence[tuple[Name, ...]], authority: Sequence[Unit]
) -> dict[str, UnitShelf]:
    """The shelf of each unit that articles are about, and of each unit above one of them."""
    held = holdings(named)
    tree = Tree(authority)
    above = [Name(key, tree.units[key].name) for name in held for key in tree.above(name.key)]
    held |= {name: () for name in above if name not in held}
    seats = {name.key: seat(name.text, (ordered[position] for position in held[name])) for name in held}
    tree.adopt(parents({name.key: name.text for name in held}, seats))
    stems = stems_of("don-vi", held)
    order = {name.key: position for position, name in enumerate(in_order(held))}

    def shelved(name: Name) -> UnitShelf:
        known = tree.units.get(name.key, Unit(name.text))
        return UnitShelf(
            name.text,
            stems[name.key],
            held[name],
            kind=known.kind,
            note=known.note,
            aliases=known.aliases,
            place=places.sentence(seats[name.key][0]) if seats[name.key] else "",
            parents=tuple(order[key] for key in tree.above(name.key)),
            children=tuple(sorted(order[key] for key in tree.below(name.key) if key in order)),
        )

    return {name.key: shelved(name) for name in in_order(held)}


def holdings(named: Sequence[tuple[Name, ...]]) -> dict[Name, Positions]:
    """For each name the positions of its articles, in order; names in order of their oldest article."""
    held: dict[Name, list[int]] = {}
    for position in range(len(named) - 1, -1, -1):
        for name in named[position]:
            held.setdefault(name, []).append(position)
    return {name: tuple(reversed(positions)) for name, positions in held.items()}


def stems_of(folder: str, held: Mapping[Name, Positions]) -> dict[str, str]:
    """The address of each name; of two with one slug, the one whose articles go further back keeps it plain."""
    names = list(held)
    stems = name_stems(folder, [name.text for name in names], [name.key for name in names])
    return {name.key: stem for name, stem in zip(names, stems, strict=True)}


def in_order(names: Iterable[Name]) -> list[Name]:
    """The names in Vietnamese alphabetical order."""
    return sorted(names, key=lambda name: sort_key(name.text))


class Tree:
    """Which unit stands above which: as the authority file says, else as their places tell."""

    def __init__(self, authority: Sequence[Unit]) -> None:
        self.units = {identity_key(unit.name): unit for unit in authority}
        known_as = {identity_key(name): key for key, unit in self.units.items() for name in (unit.name, *unit.aliases)}
        self._parent = {key: known_as[identity_key(unit.parent)] for key, unit in self.units.items() if unit.parent}
        self._children: dict[str, list[str]] = {}
        for child, parent in self._parent.items():
            self._children.setdefault(parent, []).append(child)

    def adopt(self, parents: Mapping[str, str]) -> None:
        """Takes these parents for units that have none yet, unless a unit would come to stand above itself."""
        for child, parent in parents.items():
            if child not in self._parent and child not in self.above(parent):
                self._parent[child] = parent
                self._children.setdefault(parent, []).append(child)

    def above(self, key: str) -> list[str]:
        """The keys of the units above one, from the top down."""
        chain: list[str] = []
        while key in self._parent:
            key = self._parent[key]
            chain.insert(0, key)
        return chain

    def below(self, key: str) -> list[str]:
        """The keys of the units right below one."""
        return self._children.get(key, [])


# Articles


def placed_articles(
    ordered: Sequence[Entry], units: Sequence[UnitShelf], units_of: Sequence[Positions], people_of: Sequence[Positions]
) -> tuple[Placed, ...]:
    """Each entry at its address, with its shelves and its neighbours in its first unit."""
    previous: list[int | None] = [None] * len(ordered)
    following = [*previous]
    for number, unit in enumerate(units):
        for newer, older in pairwise(unit.articles):
            if units_of[newer][0] == number:
                previous[newer] = older
            if units_of[older][0] == number:
                following[older] = newer
    return tuple(map(Placed, ordered, article_paths(ordered), units_of, people_of, previous, following))


def positions_of(named: Sequence[tuple[Name, ...]], shelves: Iterable[str]) -> list[Positions]:
    """For each article where its names stand among the shelves, which are given by their keys."""
    order = {key: position for position, key in enumerate(shelves)}
    known: dict[Positions, Positions] = {}
    positions = (tuple(order[name.key] for name in names) for names in named)
    return [known.setdefault(these, these) for these in positions]  # many articles stand on the same shelves
