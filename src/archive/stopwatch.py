"""Takes the time of each phase of a build."""

from time import perf_counter

from archive.model.report import Phase


class Stopwatch:
    """Runs from the moment it is made."""

    def __init__(self) -> None:
        self._started = self._lap_began = perf_counter()
        self._phases: list[Phase] = []

    def lap(self, phase: str, count: int) -> None:
        """Notes that everything since the lap before was this phase, and how many things it handled."""
        now = perf_counter()
        self._phases.append(Phase(phase, count, now - self._lap_began))
        self._lap_began = now

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases so far, in order."""
        return tuple(self._phases)

    @property
    def seconds(self) -> float:
        """The time since it was made."""
        return perf_counter() - self._started
