"""Keeps the text of articles on disk, in packs: while the site is planned, and from one build to the next."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, BinaryIO, TypeVar

from msgspec import Struct, msgpack, structs

from archive.digests import digest_of
from archive.model.article import Article
from archive.model.entry import ArticleText, Entry, Filed, Stored
from archive.model.order import Part

_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(ArticleText).decode


Thing = TypeVar("Thing")

WHOLE = -1
"""The size of all that lies in a pack."""


class StoreDamagedError(Exception):
    """What lies in a pack is not what was put there."""


class Pack(Struct, frozen=True, array_like=True, gc=False):
    """A pack that was put as a whole."""

    name: str
    digest: str
    """Digest (`digests.py`) of its bytes."""


class Lines(Struct, frozen=True):
    """An article's line of each data file, without the address of its page."""

    json: bytes
    csv: bytes


class Parcel(Struct, frozen=True):
    """All that is stored of one article."""

    lines: Lines
    text: ArticleText
    search: bytes
    """What search knows of it."""


class Reader:
    """Reads from packs, each opened once."""

    def __init__(self, opened: Callable[[str], BinaryIO]) -> None:
        self._opened = cache(opened)

    def text(self, stored: Stored) -> ArticleText:
        """The text that lies there. Raises `StoreDamagedError`."""
        start = stored.offset + stored.json + stored.csv
        return _decode(_checked(self._opened(stored.pack), start, stored.text, stored.digest))

    def part(self, place: Part) -> bytes:
        """What lies there, whatever it is. Raises `StoreDamagedError` when there is no such pack."""
        return _read(self._opened(place.pack), place.offset, place.size)


class Parts:
    """A pack that is being filled."""

    def __init__(self, pack: str, file: IO[bytes]) -> None:
        self._pack, self._file, self._offset = pack, file, 0

    def put(self, parts: Iterable[tuple[Thing, bytes]]) -> Iterator[tuple[Thing, Part]]:
        """Each thing, and where the part that goes with it lies; once all are taken, others can read them too."""
        for thing, part in parts:
            self._file.write(part)
            yield thing, Part(self._pack, self._offset, len(part))
            self._offset += len(part)
        self._file.flush()


class Store(Struct, frozen=True):
    """A folder of packs."""

    folder: Path

    def write(self, articles: Iterable[tuple[Article, Entry, Parcel]]) -> list[Filed]:
        """The articles with their entries, each knowing where its text now lies: in a new pack of their own."""
        filed = []
        offset = 0
        with self._new_pack() as (pack, file):
            for article, entry, parcel in articles:
                parts = parcel.lines.json + parcel.lines.csv, _encode(parcel.text), parcel.search
                file.write(b"".join(parts))
                sizes = len(parcel.lines.json), len(parcel.lines.csv), len(parts[1]), len(parts[2])
                stored = Stored(pack, offset, *sizes, *map(digest_of, parts))
                filed.append(Filed.of(article, structs.replace(entry, stored=stored)))
                offset += sum(sizes)
        return filed

    @contextmanager
    def parts(self) -> Iterator["Parts"]:
        """A new pack for parts of one kind."""
        with self._new_pack() as (pack, file):
            yield Parts(pack, file)

    def put(self, content: bytes) -> Pack:
        """The new pack that holds this content and nothing else."""
        with self._new_pack() as (name, file):
            file.write(content)
        return Pack(name, digest_of(content))

    def whole(self, pack: Pack) -> bytes:
        """What was put there. Raises `StoreDamagedError`."""
        with self._pack(pack.name) as file:
            return _checked(file, 0, WHOLE, pack.digest)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reader of the packs, which stay open as long as it."""
        with ExitStack() as stack:
            yield Reader(lambda pack: stack.enter_context(self._pack(pack)))

    def lines(self, places: Iterable[Stored]) -> Iterator[Lines]:
        """The lines of the articles that lie there, in order. Raises `StoreDamagedError`."""
        for file, stored in self._opened(places):
            both = _checked(file, stored.offset, stored.json + stored.csv, stored.lines_digest)
            yield Lines(both[: stored.json], both[stored.json :])

    def search(self, places: Iterable[Stored]) -> Iterator[bytes]:
        """What search knows of the articles that lie there, in order. Raises `StoreDamagedError`."""
        for file, stored in self._opened(places):
            start = stored.offset + stored.json + stored.csv + stored.text
            yield _checked(file, start, stored.search, stored.search_digest)

    def _opened(self, places: Iterable[Stored]) -> Iterator[tuple[BinaryIO, Stored]]:
        for pack, run in groupby(places, key=lambda stored: stored.pack):
            with self._pack(pack) as file:
                yield from ((file, stored) for stored in run)

    def keep(self, packs: Iterable[str]) -> None:
        """Throws every other pack away."""
        kept = set(packs)
        for file in self.folder.glob("pack-*"):
            if file.name not in kept:
                file.unlink(missing_ok=True)

    @contextmanager
    def _new_pack(self) -> Iterator[tuple[str, IO[bytes]]]:
        with NamedTemporaryFile("wb", dir=self.folder, prefix="pack-", delete=False) as wrapper:
            yield Path(wrapper.name).name, wrapper.file  # the file itself: a wrapper costs a call a write

    def _pack(self, name: str) -> BinaryIO:
        try:
            return (self.folder / name).open("rb", buffering=0)
        except OSError as error:
            raise StoreDamagedError(name) from error


def _checked(file: BinaryIO, offset: int, size: int, digest: str) -> bytes:
    content = _read(file, offset, size)
    if digest_of(content) != digest:
        raise StoreDamagedError(file.name)
    return content


def _read(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)
