"""What a project knows beside its articles: how its units are spelled, and words of its own for the rules to find."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from archive.model.settings import Unit
from archive.resources import files_in
from archive.vietnamese.folding import identity_key

FOLDER = "vocabulary"
"""The folder of a project whose lists extend the program's."""


class Knowledge(Struct, frozen=True):
    """What reading an article depends on beside the article; light enough to go to other processes."""

    spellings: Mapping[str, str] = {}
    """The spelling of each name and alias of the authority file, by its identity key."""
    words: tuple[tuple[str, str], ...] = ()
    """The project's own word lists: the name of each file without `.txt`, and its text."""
    search: bool = True
    """Whether search is to know the articles."""


def knowledge_of(root: Path, authority: Iterable[Unit], *, search: bool = False) -> Knowledge:
    """What the project in this folder knows. Raises `ConfigError` when one of its lists cannot be read."""
    folder = root / FOLDER
    files = files_in(folder, (".txt",)) if folder.is_dir() else ()
    words = tuple((path.removesuffix(".txt"), content.decode("utf-8-sig", "replace")) for path, content in files)
    spellings = {identity_key(name): name for unit in authority for name in (unit.name, *unit.aliases)}
    return Knowledge(spellings, words, search)
