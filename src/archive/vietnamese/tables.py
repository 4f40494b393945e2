"""A table for `str.translate` that works out what becomes of a character when it is first met."""

from collections.abc import Callable


class LazyTable(dict[int, str]):
    """What becomes of each code point; covers all of Unicode without the time to fill it at the start."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        """`rule` gives what stands in place of one character, and depends on nothing else."""
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = replacement = self._rule(chr(code))
        return replacement
