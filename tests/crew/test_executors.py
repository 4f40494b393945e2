"""Whatever executor does the work, the results come in order, each is made, and few are on their way at once."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from multiprocessing import active_children
from typing import Any

import pytest

from archive.crew import CHUNKS_EACH, Crew


class HoldingExecutor(Executor):
    """Answers an equal call with the result it still holds, as Dask does; makes a result only when it is asked for."""

    def __init__(self) -> None:
        self.on_their_way = 0
        self.most = 0
        self._held: dict[object, Any] = {}

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:  # noqa: ARG002
        """A future that is done when its result is taken."""
        self.on_their_way += 1
        self.most = max(self.most, self.on_their_way)
        return LateFuture(self, lambda: self._held.setdefault(repr((work, given)), work(*given)))


class LateFuture(Future[Any]):
    """Counts itself as on its way until its result is taken, or nobody wants it."""

    def __init__(self, executor: HoldingExecutor, make: Callable[[], Any]) -> None:
        super().__init__()
        self._executor, self._make = executor, make

    def result(self, timeout: float | None = None) -> Any:  # noqa: ARG002
        """The result, made now."""
        self._executor.on_their_way -= 1
        return self._make()

    def cancel(self) -> bool:
        """Gives the result up."""
        self._executor.on_their_way -= 1
        return True


done: list[int] = []


def noted(chunk: Sequence[int]) -> list[int]:
    """The chunk, after a note that it was worked on."""
    done.extend(chunk)
    return list(chunk)


def failing(chunk: Sequence[int]) -> list[int]:
    """Nothing: it always fails."""
    raise ValueError(chunk)


def test_results_come_in_order_and_few_are_on_their_way() -> None:
    executor = HoldingExecutor()

    results = Crew(2, executor).map(noted, range(10_000))

    assert [number for chunk in results for number in chunk] == list(range(10_000))
    assert executor.most == 2 * CHUNKS_EACH


@pytest.mark.parametrize(("jobs", "calls"), [(1, 1), (2, 1), (5, 2), (8, 4)])
def test_what_is_best_done_together_goes_to_half_of_the_processes(jobs: int, calls: int) -> None:
    executor = HoldingExecutor()

    results = Crew(jobs, executor).map(noted, range(1_000), together=True)

    assert executor.on_their_way == calls
    assert [number for chunk in results for number in chunk] == list(range(1_000))


def test_work_that_was_done_before_is_done_again() -> None:
    executor = HoldingExecutor()
    done.clear()

    for _ in range(2):
        list(Crew(2, executor).map(noted, range(3)))

    assert done == [0, 1, 2] * 2


def test_nothing_stays_on_its_way_after_a_failure() -> None:
    executor = HoldingExecutor()

    with pytest.raises(ValueError, match="0"), Crew(2, executor) as crew:
        list(crew.map(failing, range(1_000)))

    assert executor.on_their_way == 0


@pytest.mark.parametrize(("tasks", "are_there"), [(10, False), (1_000, True)])
def test_processes_can_be_started_before_their_work_is_known(tasks: int, are_there: bool) -> None:
    with Crew(2) as crew:
        crew.start(tasks)
        assert bool(active_children()) is are_there


def test_an_executor_that_was_given_is_not_asked_to_start() -> None:
    executor = HoldingExecutor()
    Crew(2, executor).start(1_000)
    assert executor.on_their_way == 0


def test_work_begins_before_anybody_asks_for_its_results_and_is_given_up_at_the_end() -> None:
    executor = HoldingExecutor()

    with Crew(2, executor) as crew:
        crew.map(noted, range(3))
        assert executor.on_their_way == 3

    assert executor.on_their_way == 0
