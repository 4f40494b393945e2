"""Tells whether the running text takes up the words of a line: it does for a headline, seldom for a menu."""

from collections.abc import Iterable
from itertools import islice, pairwise

from archive.extract.draft import Draft
from archive.extract.told import Told
from archive.extract.vocabulary import words_of

FEW_WORDS = 0.51
"""Share of a headline's words that come again in the text of nearly every article, and of few other lines."""
FEW_PAIRS = 0.2
"""The same for words that stand side by side."""
PASSAGES = 500
"""How many passages are asked: what a longer text tells of its headline, it tells there."""
RUNNING = 60
"""Characters from which a piece below the head counts as text."""


def told_below_head(draft: Draft) -> Told:
    """What the running text tells, before its pieces are claimed."""
    below = draft.pieces[draft.first_prose :]
    telling = (piece.text for piece in below if not piece.owner and len(piece.text) >= RUNNING)
    return Told([*islice(telling, PASSAGES)])


def told_in_body(draft: Draft) -> Told:
    """What lead and body tell; asked when no piece changes its owner any more, so that one answer serves all."""
    if draft.told is None:
        telling = (piece.text for piece in draft.pieces if piece.owner in ("", "body", "lead"))
        draft.told = Told([*islice(telling, PASSAGES)])
    return draft.told


def prints_each(text: str, words: Iterable[str]) -> bool:
    """Whether each of the words, given in small letters, is printed in the text: so, with a capital, or in capitals."""
    return all(word in text or word.title() in text or word.upper() in text for word in words)


def is_taken_up(text: str, told: Told) -> bool:
    """Whether the text tells enough of the line's words, or of its pairs of words."""
    return has_words(text, told, FEW_WORDS) or has_pairs(text, told)


def has_words(text: str, told: Told, share: float) -> bool:
    """Whether the text tells at least this share of the line's words too; words of one letter do not count.

    Words that stand there in small letters between blanks are seen at a glance, and mostly suffice.
    """
    long = [word for word in words_of(text) if len(word) > 1]
    enough = share * len(long)
    missing, found = [f" {word} " for word in long], 0
    for passage in told.passages:
        unseen = []
        for word in missing:
            if word not in passage:
                unseen.append(word)
                continue
            found += 1
            if found >= enough:
                return True
        missing = unseen
    return sum(word in told.words for word in long) >= enough


def has_pairs(text: str, told: Told) -> bool:
    """Whether enough pairs of the line's words stand side by side in the text too."""
    return pairs_taken_up(text, told) >= FEW_PAIRS * max(1, len(words_of(text)) - 1)


def pairs_taken_up(text: str, told: Told) -> int:
    """How many pairs of neighbouring words of the line stand side by side in the text too."""
    return sum(pair in told.pairs for pair in pairwise(words_of(text)))
