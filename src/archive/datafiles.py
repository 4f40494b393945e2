"""Makes the files of all records, or brings up to date those that stand."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack

from msgspec import Struct

from archive.memory import LastLayout
from archive.model.entry import Stored
from archive.model.order import Order
from archive.publish import Draft, Output, Staged, stage
from archive.render import DATA_FILES, OpenLines, data_lines, revised_data_files
from archive.store import Store

FEW = 200
"""So many lines are put into the data files that stand; for more these are made anew."""


class Told(Struct, frozen=True, gc=False):
    """An article of which the data files tell."""

    page: str
    """Path of its page."""
    stored: Stored
    """Where its lines lie."""

    def reads_as(self, other: "Told") -> bool:
        """Whether its lines are those of the other."""
        return self.page == other.page and self.stored.lines_digest == other.stored.lines_digest


def staged_data(orders: Iterable[Order], last: LastLayout | None, store: Store, output: Output) -> list[Staged]:
    """The data files of the articles whose pages are ordered, staged where they are not those of the `last` build.

    Raises `StoreDamagedError` when the lines of an article are not what was put there.
    """
    now = told(orders)
    before = told(last.orders.values()) if last else {}
    if last and now.keys() == before.keys():
        others = [file for file, one in now.items() if not one.reads_as(before[file])]
        if not others:
            return [stays(path, output) for path in DATA_FILES]
        if len(others) <= FEW and (revised := in_place([(before[file], now[file]) for file in others], store, output)):
            return revised
    return anew(now.values(), store, output)


def told(orders: Iterable[Order]) -> dict[str, Told]:
    """The articles whose pages are ordered, by file, in order of file."""
    pages = ((order.origin, Told(order.path, order.stored)) for order in orders if order.stored)
    return dict(sorted(pages, key=lambda page: page[0]))


def stays(path: str, output: Output) -> Staged:
    """The file that stands at a path, which has nothing new to tell."""
    kept = output.standing[path]
    return Staged(path, kept.size, kept.digest, changed=False)


def in_place(pairs: Sequence[tuple[Told, Told]], store: Store, output: Output) -> list[Staged] | None:
    """The data files that stand, with the second line of each pair in the place of the first.

    None when a first line does not stand there.
    """
    befores, nows = zip(*pairs, strict=True)
    standing = [(output.folder / path).read_bytes() for path in DATA_FILES]
    files = revised_data_files(standing, zip(lines(befores, store), lines(nows, store), strict=True))
    return None if files is None else [stage(file, output.staging, output.standing.get(file.path)) for file in files]


def anew(articles: Iterable[Told], store: Store, output: Output) -> list[Staged]:
    """The data files of these articles, written line by line."""
    with ExitStack() as stack:
        drafts = [stack.enter_context(Draft(path, output.staging)) for path in DATA_FILES]
        for both in data_lines(lines(articles, store)):
            for draft, line in zip(drafts, both, strict=True):
                draft.write(line)
        return [draft.staged(output.standing.get(draft.path)) for draft in drafts]


def lines(articles: Iterable[Told], store: Store) -> Iterator[OpenLines]:
    """What the data files say of these articles."""
    these = [*articles]
    stored = store.lines(one.stored for one in these)
    return ((line.json, line.csv, one.page) for line, one in zip(stored, these, strict=True))
