"""Takes the time of each phase of a build."""

from time import perf_counter

from archive.model.report import Phase


class Stopwatch:
    """Runs from the moment it is made."""

    def __init__(self) -> None:
        self._started = self._lap_began = perf_counter()
        self._phases: dict[str, Phase] = {}

    def lap(self, phase: str, count: int) -> None:
        """Notes that everything since the lap before was this phase, and how many things it handled.

        What goes on in several laps is told as one, in the place of the first.
        """
        now = perf_counter()
        before = self._phases.get(phase, Phase(phase, 0, 0.0))
        self._phases[phase] = Phase(phase, before.count + count, before.seconds + now - self._lap_began)
        self._lap_began = now

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases so far, in order of their first laps."""
        return tuple(self._phases.values())

    @property
    def seconds(self) -> float:
        """The time since it was made."""
        return perf_counter() - self._started
