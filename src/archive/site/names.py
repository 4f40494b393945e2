"""Tells which spellings are one name: by the authority file, else by what a reader would take for the same."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from archive.model.settings import Unit
from archive.vietnamese.folding import identity_key


class Name(Struct, frozen=True):
    """One unit or person, however it is spelled."""

    key: str
    """Identity key of the name that stands for all its spellings."""
    text: str
    """The spelling that the site shows."""


class Names:
    """The names of one kind that a site knows: every spelling leads to one `Name`."""

    def __init__(self, spellings: Iterable[str], authority: Sequence[Unit] = ()) -> None:
        """`spellings` as they stand in the records, one for each time a name occurs."""
        counted = Counter(spellings)
        entry_of = {identity_key(known): unit for unit in authority for known in (*unit.aliases, unit.name)}
        keys = {spelling: identity_key(spelling) for spelling in counted}
        shown = commonest(counted, keys)
        self._names = {
            spelling: Name(identity_key(entry_of[key].name), entry_of[key].name)
            if key in entry_of
            else Name(key, shown[key])
            for spelling, key in keys.items()
        }

    def of(self, spellings: Iterable[str]) -> tuple[Name, ...]:
        """The names that the spellings stand for, each once, in order."""
        return tuple(dict.fromkeys(self._names[spelling] for spelling in spellings))


def commonest(counted: Mapping[str, int], keys: Mapping[str, str]) -> dict[str, str]:
    """For each key its most frequent spelling; among equals one not in capitals, then the first by code points."""
    best: dict[str, str] = {}
    for spelling in sorted(counted, key=lambda spelling: (-counted[spelling], spelling.isupper(), spelling)):
        best.setdefault(keys[spelling], spelling)
    return best
