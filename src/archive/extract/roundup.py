"""Recognises reports on several units in turn, and names them all."""

from itertools import pairwise

from archive.extract.bodies import Body, bodies_in
from archive.extract.draft import Draft, Piece
from archive.extract.shape import LONG, is_bullet, is_closed, is_prose
from archive.extract.unit import restored

FEWEST = 3
"""Items from which a report is a roundup."""
SHORTEST_ITEM = 60
"""Characters of the shortest item behind a bullet that is no line of a list."""
FIRST_WORDS = 6
"""An item names its unit within so many words."""


def roundup(draft: Draft) -> None:
    """Marks a report whose items each begin with another unit, under a heading of their own, behind a bullet or behind
    a line of signs.

    Leaves alone articles with sub-headings about one unit, and lists of works and figures.
    """
    if draft.kind != "article":
        return
    items = _bulleted(draft) or _headed(draft) or _parted(draft)
    if len(items) < FEWEST:
        return
    draft.kind = "roundup"
    names = tuple(dict.fromkeys(restored(draft, body.text) for _, body in items))
    draft.unit = names
    draft.note("unit", "; ".join(names), "unit_of_each_item", [piece for piece, _ in items], 0.8)


def _bulleted(draft: Draft) -> list[tuple[Piece, Body]]:
    pieces = [piece for piece in draft.pieces if piece.owner in ("lead", "body") and is_bullet(piece.text)]
    return _named(draft, [piece for piece in pieces if len(piece.text) > SHORTEST_ITEM])


def _headed(draft: Draft) -> list[tuple[Piece, Body]]:
    """Short lines over running text that begin with a unit; the headline is the first when it does so too."""
    return _named(draft, [upper for upper, lower in pairwise(draft.pieces) if _heads_item(upper, lower)])


def _heads_item(upper: Piece, lower: Piece) -> bool:
    heading = upper.kind == "heading" or (upper.owner == "headline" and lower.owner in ("lead", "caption"))
    item = upper.owner in ("lead", "body") and is_bullet(upper.text) and _is_text(lower)
    return (item or (heading and is_prose(lower))) and len(upper.text) <= LONG


def _is_text(piece: Piece) -> bool:
    """Whether a piece may be what an item tells: a closed text that has no bullet."""
    return is_closed(piece.text) and len(piece.text) > SHORTEST_ITEM and not is_bullet(piece.text)


def _parted(draft: Draft) -> list[tuple[Piece, Body]]:
    """The first paragraph behind each line of signs."""
    pairs = ((upper, lower) for upper, lower in pairwise(draft.pieces) if upper.reason == "line of signs only")
    return _named(draft, [lower for _, lower in pairs if lower.owner in ("lead", "body") and _is_text(lower)])


def _named(draft: Draft, pieces: list[Piece]) -> list[tuple[Piece, Body]]:
    """The pieces that begin with a named body, each with it; none when they do not name different ones."""
    if len(pieces) < FEWEST:
        return []
    found = []
    for piece in pieces:
        first = next(iter(bodies_in(piece.text[:160], draft.vocabulary)), None)
        if first and first.named and _opens(piece.text, first.place):
            found.append((piece, first))
    different = {body.text.lower() for _, body in found}
    return found if len(different) >= FEWEST and len(found) >= 0.6 * len(pieces) else []


def _opens(text: str, place: int) -> bool:
    """Whether the word at the place is one of the first, or the first behind when and where: `Sáng 6/1, tại xã, …`."""
    words = text.split()
    return place <= FIRST_WORDS or (words[place - 1][-1] == "," and "." not in "".join(words[1:place]))
