"""Gives every article, unit and person an address that stays the same from build to build."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from archive.errors import SiteError
from archive.model.entry import Entry
from archive.vietnamese.slugs import allocate, slug

Thing = TypeVar("Thing")
NO_YEAR = "chua-ro"
"""The folder of articles without a date."""


def article_paths(entries: Sequence[Entry]) -> list[str]:
    """The page of each entry: `bai/<year>/<slug>.html`.

    Within a year the slugs that people asked for come first, then the oldest article; each later one gets a suffix
    made from its file name. Raises `SiteError` when two people asked for one address.
    """
    paths: dict[str, str] = {}
    order = sorted(entries, key=lambda entry: (not entry.slug_asked, entry.date or "", entry.file))
    for year, group in grouped(order, lambda entry: entry.year or NO_YEAR).items():
        refuse_twins([entry for entry in group if entry.slug_asked])
        slugs = allocate([(entry.slug, entry.file) for entry in group])
        paths |= {entry.file: f"bai/{year}/{given}.html" for entry, given in zip(group, slugs, strict=True)}
    return [paths[entry.file] for entry in entries]


def name_stems(folder: str, names: Sequence[str], keys: Sequence[str]) -> list[str]:
    """The stem of each name's page, in the order given: the first of two with one slug keeps it plain."""
    return [f"{folder}/{given}" for given in allocate(list(zip(map(slug, names), keys, strict=True)))]


def refuse_twins(entries: Sequence[Entry]) -> None:
    """Nothing, or the error that two articles of a year ask for one slug."""
    for asked, owners in grouped(entries, lambda entry: entry.slug.casefold()).items():
        if len(owners) > 1:
            raise SiteError("path-collision", owners[1].file, path=asked, first=owners[0].file, second=owners[1].file)


def grouped(things: Iterable[Thing], key: Callable[[Thing], str]) -> dict[str, list[Thing]]:
    """The things by key, in the order in which they come."""
    groups: dict[str, list[Thing]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups
