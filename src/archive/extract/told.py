"""Holds some passages of a text, and their words once they are asked for."""

from collections.abc import Sequence, Set
from functools import cached_property
from itertools import pairwise

from archive.extract.vocabulary import words_of


class Told:
    """What some passages tell; they are cut into words when a question cannot be answered at a glance."""

    def __init__(self, passages: Sequence[str]) -> None:
        self.passages = passages

    @cached_property
    def text(self) -> str:
        """All passages, one a line."""
        return "\n".join(self.passages)

    @cached_property
    def words(self) -> Set[str]:
        """The words of the passages."""
        return {word for row in self._rows for word in row}

    @cached_property
    def pairs(self) -> Set[tuple[str, str]]:
        """Words that stand side by side in a passage."""
        return {pair for row in self._rows for pair in pairwise(row)}

    @cached_property
    def _rows(self) -> list[list[str]]:
        return [[word for word in words_of(passage) if word] for passage in self.passages]
