"""Keeps one copy of what was printed twice."""

from itertools import pairwise
from operator import eq

from archive.extract.dateline import is_repeated_title
from archive.extract.draft import Draft, Piece
from archive.extract.shape import is_closed, is_prose
from archive.extract.tag import split_tag
from archive.vietnamese.folding import identity_words

SHORTEST = 12
"""Characters of the shortest text that is looked for again."""
NEAR = 4
"""How many pieces apart two copies of a short text may stand; a refrain stands further off."""
WHOLE_TEXT = 3
"""Copies far off from which the whole text was printed twice."""
HEAD = 60
"""How many pieces from the top can stand above the text."""
LIKE = 0.8
"""A copy is at least this share as long as the other, whatever blanks and stops it lost."""
LONG = 80
"""Characters from which a copy is one wherever it stands."""
LABEL = 4
"""Words of the longest label over a list of headings."""
BEGINNING = 20
"""Characters that two copies have in common at least."""


def printed_again(draft: Draft) -> None:
    """Discards the second copy of a headline, lead, caption or paragraph, and a line that is the headline twice.

    Leaves alone short lines that come back later, as in verse, tables and speeches.
    """
    _doubled_headline(draft)
    _listed_headings(draft)
    if _discard_copies(draft, LONG) >= WHOLE_TEXT:
        _discard_copies(draft, SHORTEST)


def _listed_headings(draft: Draft) -> None:
    """Discards the list of headings in front of a text, with its label, so that each heading stays over its text."""
    if len({piece.text for piece in draft.pieces}) == len(draft.pieces):
        return
    pairs = enumerate(pairwise(draft.pieces))
    headings = {upper.text: at for at, (upper, lower) in pairs if _is_open(upper) and is_prose(lower)}
    listed = [at for at, piece in enumerate(draft.pieces) if headings.get(piece.text, 0) > at]
    if len(listed) < 2 or listed[-1] - listed[0] >= len(listed):
        return
    above = draft.pieces[max(0, listed[0] - 1) : listed[0]]
    for piece in (*filter(_labels_list, above), *draft.pieces[listed[0] : listed[-1] + 1]):
        draft.discard(piece, "printed again")


def _is_open(piece: Piece) -> bool:
    return not piece.owner and len(piece.text) < LONG


def _labels_list(piece: Piece) -> bool:
    """Whether a piece may be the label of a list of headings: `Nội dung chính`."""
    return _is_open(piece) and piece.text.count(" ") < LABEL and not is_closed(piece.text)


def _discard_copies(draft: Draft, shortest: int) -> int:
    """Discards copies of at least so many characters, and shorter ones that stand near; how many were far off."""
    seen: dict[str, int] = {}
    far = 0
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) < SHORTEST:
            continue
        at = seen.setdefault(_untagged(piece)[:BEGINNING].lower(), place)
        if at != place and (place - at <= NEAR or len(piece.text) >= shortest) and _same(draft.pieces[at], piece):
            draft.discard(piece, "printed again")
            far += place - at > NEAR
    return far


def _same(one: Piece, other: Piece) -> bool:
    """Whether two pieces are the same words, as their lengths show first."""
    texts = _untagged(one), _untagged(other)
    if min(map(len, texts)) < LIKE * max(map(len, texts)):
        return False
    first, second = (text.rstrip(". \t").split() for text in texts)
    return len(first) == len(second) and all(map(eq, identity_words(first), identity_words(second)))


def _untagged(piece: Piece) -> str:
    text = piece.text
    return split_tag(text)[1] if text[0] in "([" or text[:2].isupper() else text


def _doubled_headline(draft: Draft) -> None:
    """Discards a line that holds the next line twice, as portals print a headline with its alternative text."""
    head = draft.above_text(HEAD)
    for place, piece in enumerate(head):
        if piece.owner or len(piece.text) < 2 * SHORTEST:
            continue
        middle = piece.text[: len(piece.text) // 2].strip()
        copies = (other for at, other in enumerate(head) if at != place and other.owner in ("", "headline"))
        if any(other.text.startswith(middle) for other in copies) and is_repeated_title(middle, piece.text):
            draft.discard(piece, "printed again")
