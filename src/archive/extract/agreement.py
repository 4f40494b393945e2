"""Tells whether the running text takes up the words of a line: it does for a headline, seldom for a menu."""

from collections.abc import Iterable, Set
from itertools import pairwise

from msgspec import Struct

from archive.extract.draft import Draft
from archive.extract.vocabulary import words_of

FEW_WORDS = 0.51
"""Share of a headline's words that come again in the text of nearly every article, and of few other lines."""
FEW_PAIRS = 0.2
"""The same for words that stand side by side."""
RUNNING = 60
"""Characters from which a piece below the head counts as text."""


class Told(Struct, frozen=True):
    """The words of a text, and those that stand side by side in it."""

    words: Set[str]
    pairs: Set[tuple[str, str]]


def told_below_head(draft: Draft) -> Told:
    """What the running text tells, before its pieces are claimed."""
    return _told(
        piece.text for piece in draft.pieces[draft.first_prose :] if not piece.owner and len(piece.text) >= RUNNING
    )


def told_in_body(draft: Draft) -> Told:
    """What lead and body tell."""
    return _told(piece.text for piece in draft.pieces if piece.owner in ("", "body", "lead"))


def is_taken_up(text: str, told: Told) -> bool:
    """Whether the text tells enough of the line's words, or of its pairs of words."""
    return share_taken_up(text, told) >= FEW_WORDS or has_pairs(text, told)


def share_taken_up(text: str, told: Told) -> float:
    """The share of the line's words that the text tells too; words of one letter do not count."""
    long = [word for word in words_of(text) if len(word) > 1]
    return sum(word in told.words for word in long) / len(long) if long else 1.0


def has_pairs(text: str, told: Told) -> bool:
    """Whether enough pairs of the line's words stand side by side in the text too."""
    return pairs_taken_up(text, told) >= FEW_PAIRS * max(1, len(words_of(text)) - 1)


def pairs_taken_up(text: str, told: Told) -> int:
    """How many pairs of neighbouring words of the line stand side by side in the text too."""
    return sum(pair in told.pairs for pair in pairwise(words_of(text)))


def _told(texts: Iterable[str]) -> Told:
    words = [[word for word in words_of(text) if word] for text in texts]
    return Told({word for row in words for word in row}, {pair for row in words for pair in pairwise(row)})
