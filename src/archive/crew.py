"""Shares work out: to this process when there is little, to several when there is much, or to another's executor."""

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Task = TypeVar("Task")
Result = TypeVar("Result")

ALONE = 100
"""So few tasks are done sooner than another process starts."""
CHUNKS_EACH = 8
"""How many chunks each process is given, so that none waits long for the last; and how many wait for it at most."""
LARGEST = 200
"""Most tasks in a chunk, so that results in flight stay small."""


class Progress(Protocol):
    """Is told how far a phase has come."""

    def __call__(self, done: int, total: int, phase: str) -> None: ...


class Crew(AbstractContextManager["Crew"]):
    """The processes of one build; none is started before there is work for it."""

    def __init__(self, jobs: int = 0, executor: "Executor | None" = None) -> None:
        """`jobs` processes, 0 for one a core; or `executor`, which whoever handed it in shuts down."""
        self.jobs = jobs or usable_cores()
        self._given = executor
        self._own: Executor | None = None
        self._stack = ExitStack()
        self._handed: list[deque[Future[Any]]] = []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()
        self._stack.close()

    def map(
        self,
        work: Callable[[Sequence[Task]], Result],
        tasks: Sequence[Task],
        *,
        expected: int = 0,
        together: bool = False,
    ) -> Iterator[Result]:
        """The results of `work` on chunks of the tasks, in order. `work` and its results can be pickled.

        Other processes begin at once, and are given more as results are taken, so that few are on their way whatever
        the executor does with them. `expected` says how many tasks there will be soon, if more than these. Tasks that
        are best done `together`, for one needs what was made for another, go to half of the processes, a chunk to each.
        """
        helpers = self.helpers(max(len(tasks), expected))
        if helpers is None:
            return (work(chunk) for chunk in chunks(tasks, LARGEST))
        most = self.jobs * CHUNKS_EACH
        batch = os.urandom(8)
        parts = max(1, self.jobs // 2) if together else most
        size = -(-len(tasks) // parts)
        handed = (
            helpers.submit(afresh, batch, work, chunk)
            for chunk in chunks(tasks, size if together else min(LARGEST, size))
        )
        waiting = deque(islice(handed, most))
        self._handed.append(waiting)
        return taken(waiting, handed)

    def gather(
        self,
        work: Callable[[Sequence[Task]], Sequence[Result]],
        tasks: Sequence[Task],
        phase: str,
        progress: Progress | None = None,
    ) -> Iterator[Result]:
        """The results of `work` on chunks of the tasks, one by one in order; `progress` is told after each chunk."""
        return one_by_one(self.map(work, tasks), len(tasks), phase, progress)

    def abandon(self) -> None:
        """Gives up the work whose results nobody has taken; none of it goes on afterwards."""
        if self._handed:
            from concurrent.futures import wait

            wait([future for waiting in self._handed for future in waiting if not future.cancel()])
            self._handed.clear()

    def start(self, tasks: int) -> None:
        """Starts our own processes for so many tasks: what comes to be held here later, they hold no copy of."""
        helpers = self.helpers(tasks)
        if helpers and not self._given:
            helpers.submit(gc.isenabled)  # the first call starts them, whatever it is

    def helpers(self, tasks: int) -> "Executor | None":
        """The executor for so many tasks; None when they are sooner done in this process."""
        return None if self._given is None and (self.jobs == 1 or tasks <= ALONE) else self._executor()

    def _executor(self) -> "Executor":
        if self._given:
            return self._given
        if self._own is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            pool = ProcessPoolExecutor(self.jobs, get_context(start_method()), initializer=begin_helping)
            self._own = self._stack.enter_context(pool)
        return self._own

    def __enter__(self) -> Self:
        return self


def taken(waiting: "deque[Future[Result]]", handed: "Iterator[Future[Result]]") -> Iterator[Result]:
    """The results of those waiting, in order; for each that is taken one more is handed out."""
    while waiting:
        result = waiting.popleft().result()
        waiting.extend(islice(handed, 1))
        yield result


def one_by_one(
    chunked: Iterable[Sequence[Result]], total: int, phase: str, progress: Progress | None
) -> Iterator[Result]:
    """The results of all chunks; `progress` is told after each how many of `total` are done."""
    done = 0
    for results in chunked:
        done += len(results)
        if progress:
            progress(done, total, phase)
        yield from results


def afresh(_batch: bytes, work: Callable[[Sequence[Task]], Result], chunk: Sequence[Task]) -> Result:
    """The result of `work` on the chunk.

    An executor may answer a call with the result of an equal one that it still holds, as Dask does. Our work also
    writes files, which may be gone by then: the name of its batch makes each call another.
    """
    return work(chunk)


@contextmanager
def uncollected() -> Iterator[None]:
    """Meanwhile Python does not look for objects that hold each other: a build makes hardly any, and many others."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def begin_helping() -> None:
    """Prepares a process of our own for its work."""
    gc.disable()
    end_with_parent()


def end_with_parent() -> None:
    """Sees to it that this process ends when the one that started it is gone: a killed build leaves none waiting."""
    from multiprocessing import parent_process

    parent = parent_process()

    def wait() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def chunks(tasks: Sequence[Task], size: int) -> list[Sequence[Task]]:
    """The tasks in runs of `size`, or of one for a size of 0."""
    return [tasks[start : start + size] for start in range(0, len(tasks), max(1, size))]


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def start_method() -> str:
    """How processes are started: by forking where that is quick and no other thread is running, else from nothing."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
