"""Prints the pages that are due, in other processes while more are laid out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import Path

from archive.crew import Crew, Progress, one_by_one
from archive.layout import job_of
from archive.memory import LastLayout, Memory, Printed
from archive.model.order import Order
from archive.publish import KeptFile, Output, Staged, stage
from archive.render import VIEWS, Press
from archive.store import Store

Task = tuple[Order, KeptFile | None]
"""A page to be made, and the file that stands in its place."""


class Printing:
    """The printing of one build."""

    def __init__(self, press: Press, memory: Memory, output: Output, crew: Crew) -> None:
        """Nothing is begun yet."""
        self._press, self._memory, self._output, self._crew = press, memory, output, crew
        self.all_due = not memory.has_style(press.style)
        """Whether every page has to be made."""
        self._begun: list[Iterator[list[Staged]]] = []
        self._due = self._expected = 0
        self.orders: dict[str, Order] = {}
        """Every page that was asked for, by path."""
        self.left: dict[str, Printed] = {}
        """The other pages, which are left as the last build made them, by path."""
        self.kept: dict[str, KeptFile] = {}
        """The files of those of both kinds that stand as they would be made."""

    def prepare(self, expected: int) -> None:
        """Lets other processes, should they be needed for so many pages, compile the templates meanwhile."""
        self._expected = expected
        self._crew.map(self._press.prepare, sorted(VIEWS), expected=expected)

    def begin(self, pages: Sequence[Order]) -> None:
        """Hands out those of these pages that are due."""
        standing = self._output.standing
        kept = self._memory.kept(pages, self._press.style, standing)
        due = [(order, standing.get(order.path)) for order in pages if order.path not in kept]
        printing = partial(print_chunk, self._press, self._memory.store, self._output.staging)
        lists = [task for task in due if task[0].stored is None]
        self._begun.append(self._crew.map(printing, lists, expected=self._expected, together=self.all_due))
        self._begun.append(self._crew.map(printing, in_store_order(due), expected=self._expected))
        self._due += len(due)
        self.orders |= {order.path: order for order in pages}
        self.kept |= kept

    def leave_rest(self, last: LastLayout) -> None:
        """Of the pages of the last build, which stands whole, leaves those that are not begun, or begins them too."""
        rest = {path: page for path, page in last.pages.items() if path not in self.orders}
        if self.all_due:
            self.begin([page.order for page in rest.values()])
        else:
            self.left = rest
            self.kept |= {path: self._output.standing[path] for path in rest}

    def finish(self, progress: Progress | None) -> list[Staged]:
        """The pages that were due, staged. Raises `RenderError`, or `StoreDamagedError` when a text is not there."""
        return [*one_by_one(chain.from_iterable(self._begun), self._due, "write", progress)]


def print_chunk(press: Press, store: Store, staging: Path, tasks: Sequence[Task]) -> list[Staged]:
    """The pages of some orders, staged beside the files that stand at their paths."""
    with store.reading() as reader:
        return [stage(press.make(job_of(order, reader), reader.text), staging, standing) for order, standing in tasks]


def in_store_order(tasks: Iterable[Task]) -> list[Task]:
    """The tasks of articles, those side by side whose texts are: few packs are then open at once."""
    placed = [((stored.pack, stored.offset), task) for task in tasks if (stored := task[0].stored)]
    return [task for _, task in sorted(placed, key=itemgetter(0))]
