"""Tables that work out what becomes of a character or of a word when it is first met."""

from collections.abc import Callable

REMEMBERED = 16384
"""How many words a table remembers: more than the forms that a language of syllables has in some hundred articles."""
LONGEST = 24
"""Characters of the longest word that is remembered; longer ones are addresses, which seldom come back."""


class LazyTable(dict[int, str]):
    """What becomes of each code point; covers all of Unicode without the time to fill it at the start."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        """`rule` gives what stands in place of one character, and depends on nothing else."""
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = replacement = self._rule(chr(code))
        return replacement


class WordTable(dict[str, str]):
    """What becomes of each word. A table that is full is emptied: frequent words are soon in it again."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        """`rule` gives what stands in place of one word, and depends on nothing else."""
        super().__init__()
        self._rule = rule

    def __missing__(self, word: str) -> str:
        replacement = self._rule(word)
        if len(word) <= LONGEST:
            if len(self) >= REMEMBERED:
                self.clear()
            self[word] = replacement
        return replacement
