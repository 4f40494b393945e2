"""What is remembered from one build to the next: a door of its own, around which every stage stays a pure function."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns
from typing import Self

from msgspec import DecodeError, Raw, Struct, msgpack, structs

from archive.digests import digest_of, digest_of_all, digest_of_files, file_digest
from archive.knowledge import Knowledge
from archive.ledger import Ledger, Written
from archive.model.entry import Filed, Stored
from archive.model.order import Order
from archive.model.report import BuildReport
from archive.publish import KeptFile, Stamp, stamp_from
from archive.resources import PACKAGE, files_in
from archive.store import Pack, Store

RACY = 2_000_000_000
"""A file changed so few nanoseconds before it was looked at may have changed again without its times telling."""
MOST_PACKS = 250
"""When so many packs have gathered beside those of a clean build, all articles are read again into few."""
IN_A_PACK = 100
"""A clean build of many articles puts at least so many into a pack."""


class Source(Struct, frozen=True, array_like=True, gc=False):
    """A source file as it was read."""

    stamp: Stamp
    """No edit leaves all of it as it was, where change times are kept."""
    digest: str
    """As in `SourceText.digest`."""

    def read_as(self, digest: str) -> "Source":
        """The source, whose bytes turned out to have this digest."""
        return self if self.digest == digest else Source(self.stamp, digest)


class Printed(Struct, frozen=True, array_like=True, gc=False):
    """A page as it was made; its order is encoded until it is asked for, and of most pages it is not."""

    digest: str
    """Digest of its bytes, as the manifest tells it."""
    key: str
    """As in `Order.key`."""
    origin: str
    """As in `Order.origin`."""
    pack: str
    """The pack that its view lies in."""
    encoded: Raw
    """Its order as MessagePack."""

    @classmethod
    def of(cls, order: Order, digest: str) -> Self:
        """The page that was made to this order, its bytes of this digest."""
        return cls(digest, order.key, order.origin, order.view.pack, Raw(_encode_order(order)))

    @property
    def order(self) -> Order:
        """Its order, decoded each time."""
        return _decode_order(self.encoded)

    def was(self, order: Order) -> bool:
        """Whether this very order, of the same path, was its own: a new one has its view in a new pack."""
        return self.pack == order.view.pack


_encode_order = msgpack.Encoder().encode
_decode_order = msgpack.Decoder(Order).decode


class Numbered(Struct, frozen=True, array_like=True, gc=False):
    """The articles as an index of search numbers them."""

    numbering: str = ""
    """Which article has which number; empty for no index."""
    listings: str = ""
    """Digest of what the list of results shows of them."""
    stored: tuple[Stored, ...] = ()
    """Where what search knows of each lies, by number."""


class Searched(Struct, frozen=True, array_like=True, gc=False):
    """An index of search as it was made."""

    articles: Numbered = Numbered()
    """What it was made from."""
    head: str = ""
    """What the page of results knows of it."""
    paths: tuple[str, ...] = ()
    """Its files, below the output."""
    census: bytes = b""
    """What the index needs to be brought up to date."""


class LastLayout(Struct, frozen=True):
    """The pages of the last build, whose site stands whole, and the articles they were laid out for."""

    layout: str
    """Digest of what lists depended on beside the articles."""
    entries: Mapping[str, Filed]
    """By name, as they were."""
    pages: Mapping[str, Printed]
    """By path."""
    without: dict[str, int]


class Contents(Struct, array_like=True):
    """What is remembered; the large parts lie in packs of their own, which are read only when they are asked for."""

    program: str
    looked: int = 0
    """When the sources were looked at, in nanoseconds."""
    words: str = ""
    """Digest of the project's own words that the sources were read with."""
    spellings: str = ""
    """Digest of how the authority file spelled units."""
    inputs: str = ""
    """Digest of everything that went into the last build."""
    outcome: str = ""
    """Digest of the manifest that it left."""
    report: BuildReport | None = None
    style: str = ""
    """Digest of what every page depended on beside its order."""
    layout: str = ""
    """Digest of what lists depended on beside the articles."""
    sources: dict[str, Source] = {}
    """By name below the articles' folder, as the entries."""
    entries: Written[Filed] = Written()
    """By name."""
    pages: Written[Printed] = Written()
    """By path below the output."""
    searched: Pack | None = None
    """Of `Searched`."""


class Memory:
    """The memory of one output folder; empty when there is none, or when another program wrote it."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self.templates = folder / "templates"
        self._file = folder / "memory"
        self._contents = read_contents(self._file)
        self._entries = Ledger(self.store, self._contents.entries, dict[str, Filed])
        self._pages = Ledger(self.store, self._contents.pages, dict[str, Printed])
        self._looked = time_ns()

    def report_of(self, inputs: str, outcome: str) -> BuildReport | None:
        """What a build has to report that would change nothing; None when it may change something.

        `inputs` is the digest of everything that goes into the build, `outcome` that of the manifest that stands.
        """
        last = self._contents
        if last.report is None or not inputs or (last.inputs, last.outcome) != (inputs, outcome):
            return None
        return structs.replace(last.report, written=0, unchanged=last.report.pages, removed=0)

    def look(self, folder: Path, names: Iterable[str]) -> dict[str, Source]:
        """Every source that can be read, by name; the digest is empty for one that was not known before."""
        found = {}
        place = f"{folder}/"
        trusted = self._contents.looked - RACY if has_change_times() else 0
        for name in names:
            try:
                stamp = stamp_of(place + name)
            except OSError:
                continue
            known = self._contents.sources.get(name)
            if known is None:
                found[name] = Source(stamp, "")
            elif known.stamp == stamp and stamp.changed < trusted and stamp.modified < trusted:
                found[name] = known
            else:
                found[name] = Source(stamp, file_digest(folder / name))
        return found

    def entries(self, sources: Mapping[str, Source], knowledge: Knowledge) -> dict[str, Filed]:
        """What is remembered of these sources as they are now, by name.

        An entry is forgotten when the authority file now spells one of its units in another way; all are when the
        project's own words are others.
        """
        packs = sum(1 for _ in self.store.folder.glob("pack-*"))
        if self._contents.words != words_digest(knowledge) or packs > MOST_PACKS + len(sources) // IN_A_PACK:
            return {}
        same = {
            name: filed
            for name, source in sources.items()
            if source.digest and (filed := self._entries.held.get(name)) and filed.digest == source.digest
        }
        if self._contents.spellings == spellings_digest(knowledge):
            return same
        return {name: filed for name, filed in same.items() if spells(filed, knowledge.spellings)}

    def last(self, outcome: str) -> LastLayout | None:
        """The layout of the last build; None when `outcome`, the digest of the manifest that stands, is not its own."""
        contents = self._contents
        if contents.report is None or contents.outcome != outcome:
            return None
        return LastLayout(contents.layout, self._entries.held, self._pages.held, contents.report.without)

    def has_style(self, style: str) -> bool:
        """Whether `style`, the digest of what all pages depend on, is that of the last build."""
        return self._contents.style == style

    def kept(self, orders: Iterable[Order], style: str, standing: Mapping[str, KeptFile]) -> dict[str, KeptFile]:
        """The pages that need not be made: what they are made from is as it was, and they stand as they were made.

        `style` is the digest of what all `orders` depend on; `standing` is what the output holds.
        """
        if not self.has_style(style):
            return {}
        return {
            order.path: standing[order.path]
            for order in orders
            if order.path in standing
            and (page := self._pages.held.get(order.path))
            and page.key == order.key
            and page.digest == standing[order.path].digest
        }

    def searched(self, standing: Mapping[str, KeptFile]) -> Searched:
        """The index of the last build; an empty one when it does not stand whole."""
        pack = self._contents.searched
        last = msgpack.decode(self.store.whole(pack), type=Searched) if pack else Searched()
        return last if all(path in standing for path in last.paths) else Searched()

    def remember(
        self,
        *,
        knowledge: Knowledge,
        inputs: str,
        outcome: str,
        report: BuildReport,
        sources: Mapping[str, Source],
        entries: Mapping[str, Filed],
        pages: Mapping[str, Printed],
        searched: Searched,
        style: str,
        layout: str,
    ) -> None:
        """Keeps all this for the next build, whole or not at all, and throws away what nothing of it lies in."""
        filed, printed = self._entries.rewritten(entries), self._pages.rewritten(pages)
        index = self.store.put(msgpack.encode(searched))
        contents = Contents(
            program=program_digest(),
            looked=self._looked,
            words=words_digest(knowledge),
            spellings=spellings_digest(knowledge),
            inputs=inputs,
            outcome=outcome,
            report=report,
            style=style,
            layout=layout,
            sources=dict(sources),
            entries=filed,
            pages=printed,
            searched=index,
        )
        write_contents(self._file, contents)
        packs = {entry.pack for entry in entries.values()} | {page.pack for page in pages.values()}
        self.store.keep(packs | {pack.name for pack in (*filed.packs, *printed.packs, index)})

    def emptied(self) -> "Memory":
        """The same memory with nothing in it."""
        self._file.unlink(missing_ok=True)
        return Memory(self.store.folder)

    def printed(self, order: Order, digest: str) -> Printed:
        """The page that was made to an order, its bytes of this digest: the one remembered, where it was so before."""
        known = self._pages.held.get(order.path)
        return known if known and known.was(order) and known.digest == digest else Printed.of(order, digest)


@contextmanager
def open_memory(folder: Path | None) -> Iterator[Memory]:
    """The memory in this folder, which is made; a passing one when there is no folder, or it cannot be written."""
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        except OSError:
            folder = None
    if folder is not None:
        yield Memory(folder)
        return
    with TemporaryDirectory() as passing:
        yield Memory(Path(passing))


def words_digest(knowledge: Knowledge) -> str:
    """The digest of the project's own words, and of whether search knows the articles."""
    return digest_of_all([b"%d" % knowledge.search, *(part.encode() for pair in knowledge.words for part in pair)])


def spellings_digest(knowledge: Knowledge) -> str:
    """The digest of how the authority file spells units."""
    return digest_of_all([part.encode() for pair in knowledge.spellings.items() for part in pair])


def spells(filed: Filed, spellings: Mapping[str, str]) -> bool:
    """Whether the authority file spells the article's units as it did when the article was read."""
    return all(spellings.get(key, "") == spelling for key, spelling in filed.spellings.items())


def read_contents(file: Path) -> Contents:
    """What is remembered in a file; nothing when it is absent, damaged, or of another program."""
    nothing = Contents("")
    try:
        digest, _, content = file.read_bytes().partition(b"\n")
        if digest != digest_of(content).encode():
            return nothing
        contents = msgpack.decode(content, type=Contents)
    except (OSError, DecodeError):
        return nothing
    return contents if contents.program == program_digest() else nothing


def write_contents(file: Path, contents: Contents) -> None:
    """Puts the contents in the place of what stood in the file."""
    content = msgpack.encode(contents)
    fresh = file.with_name("memory.new")
    fresh.write_bytes(digest_of(content).encode() + b"\n" + content)
    fresh.replace(file)


def stamp_of(path: str) -> Stamp:
    """The stamp of a file. Raises OSError."""
    return stamp_from(os.stat(path))  # noqa: PTH116 - thousands of times a build


def has_change_times() -> bool:
    """Whether the file system says when a file last changed in any way; Windows does not."""
    return os.name == "posix"


@cache
def program_digest() -> str:
    """The digest of this program: its code and vocabulary, the libraries beside it, the Python it runs on."""
    own = digest_of_files(files_in(PACKAGE, (".py", ".txt")))
    return digest_of_all(map(str.encode, (sys.version, *installed(), own)))


def installed() -> list[str]:
    """What is installed beside this program, as the names of its metadata folders tell: `jinja2-3.1.6.dist-info`."""
    folders = [folder for folder in dict.fromkeys(sys.path) if os.path.isdir(folder)]  # noqa: PTH112 - at each start
    names = {name for folder in folders for name in os.listdir(folder)}  # noqa: PTH208 - at each start
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
