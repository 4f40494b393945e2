"""Recognises reports on several units in turn, and names them all."""

from itertools import pairwise

from archive.extract.bodies import Body, bodies_in
from archive.extract.draft import Draft, Piece
from archive.extract.shape import LONG, is_prose
from archive.extract.unit import restored

FEWEST = 3
"""Items from which a report is a roundup."""
FIRST_WORDS = 6
"""An item names its unit within so many words."""


def roundup(draft: Draft) -> None:
    """Marks a report whose items each begin with another unit, under a heading of their own or behind a bullet.

    Leaves alone articles with sub-headings about one unit, and lists of works and figures.
    """
    if draft.kind != "article":
        return
    items = _bulleted(draft) or _headed(draft)
    if len(items) < FEWEST:
        return
    draft.kind = "roundup"
    names = tuple(dict.fromkeys(restored(draft, body.text) for _, body in items))
    draft.unit = names
    draft.note("unit", "; ".join(names), "unit_of_each_item", [piece for piece, _ in items], 0.8)


def _bulleted(draft: Draft) -> list[tuple[Piece, Body]]:
    pieces = [piece for piece in draft.pieces if piece.owner in ("lead", "body") and piece.text[0] in "*•+-–"]
    return _named(draft, [piece for piece in pieces if len(piece.text) > 80])


def _headed(draft: Draft) -> list[tuple[Piece, Body]]:
    """Short lines over running text that begin with a unit; the headline is the first when it does so too."""
    return _named(draft, [upper for upper, lower in pairwise(draft.pieces) if _heads_item(upper, lower)])


def _heads_item(upper: Piece, lower: Piece) -> bool:
    heading = upper.kind == "heading" or (upper.owner == "headline" and lower.owner in ("lead", "caption"))
    return heading and is_prose(lower) and len(upper.text) <= LONG


def _named(draft: Draft, pieces: list[Piece]) -> list[tuple[Piece, Body]]:
    """The pieces that begin with a named body, each with it; none when they do not name different ones."""
    if len(pieces) < FEWEST:
        return []
    found = []
    for piece in pieces:
        first = next(iter(bodies_in(piece.text[:160], draft.vocabulary)), None)
        if first and first.named and first.place <= FIRST_WORDS:
            found.append((piece, first))
    different = {body.text.lower() for _, body in found}
    return found if len(different) >= FEWEST and len(found) >= 0.6 * len(pieces) else []
