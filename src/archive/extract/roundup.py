"""Recognises reports on several units in turn, and names them all."""

from itertools import pairwise

from archive.extract.bodies import Body, bodies_in
from archive.extract.digest import is_signed
from archive.extract.draft import Draft, Piece
from archive.extract.shape import LONG, is_bullet, is_closed, is_prose
from archive.extract.unit import restored
from archive.patterns import pattern

SIGNS_ONLY = "line of signs only"
"""Why a line was discarded that parts items."""
FEWEST = 3
"""Items from which a report is a roundup."""
MOST = 100
"""How many pieces that may begin an item are asked for a unit."""
SHORTEST_ITEM = 60
"""Characters of the shortest item behind a bullet that is no line of a list."""
FIRST_WORDS = 6
"""An item names its unit within so many words."""


def roundup(draft: Draft) -> None:
    """Marks a report whose items each begin with another unit, under a heading of their own, behind a bullet, behind
    their number (`Tin 2: …`) or behind a line of signs; and a digest whose items are signed.

    Leaves alone articles with sub-headings about one unit, and lists of works and figures.
    """
    if draft.kind != "article":
        return
    items = _signed(draft) or _marked(draft) or _headed(draft)
    if not items:
        return
    draft.kind = "roundup"
    names = tuple(dict.fromkeys(restored(draft, body.text) for _, body in items))
    draft.unit = names
    draft.note("unit", "; ".join(names), "unit_of_each_item", [piece for piece, _ in items], 0.8)


def _signed(draft: Draft) -> list[tuple[Piece, Body]]:
    """The titles of the items of a signed digest, each with the body that it names, or else the text below it."""
    if not is_signed(draft):
        return []
    pairs = [(upper, lower) for upper, lower in pairwise(draft.pieces) if upper.kind == "heading" and is_prose(lower)]
    named = ((upper, _first_named(upper, draft) or _first_named(lower, draft)) for upper, lower in pairs)
    return [(piece, body) for piece, body in named if body]


def _first_named(piece: Piece, draft: Draft) -> Body | None:
    bodies = bodies_in(piece.text, draft.vocabulary)
    return next((body for body in bodies if body.named and not (body.post or body.directs)), None)


def _marked(draft: Draft) -> list[tuple[Piece, Body]]:
    pieces = [piece for piece in draft.pieces if piece.owner in ("lead", "body") and len(piece.text) > SHORTEST_ITEM]
    number = _NUMBERED if pieces and not _COUNTED.match(pieces[0].text) else _COUNTED
    marked = [piece for piece in pieces if not piece.text[0].isalpha() or piece.text.startswith(_NEWS)]
    return _named(draft, [piece for piece in marked if is_bullet(piece.text) or number.match(piece.text)])


def _headed(draft: Draft) -> list[tuple[Piece, Body]]:
    """Short lines over running text that begin with a unit, and paragraphs under a line of signs that do; the headline
    is the first when it does so too."""
    pairs = [(upper, lower) for upper, lower in pairwise(draft.pieces) if _may_head(upper)]
    items = (_item(upper, lower) for upper, lower in pairs) if len(pairs) >= FEWEST else ()
    return _named(draft, [*filter(None, items)])


def _may_head(upper: Piece) -> bool:
    """Whether a piece can stand over the text of an item."""
    return upper.kind in ("heading", "list") or upper.owner in ("headline", "lead") or upper.reason == SIGNS_ONLY


def _item(upper: Piece, lower: Piece) -> Piece | None:
    """The one of two neighbouring pieces with which an item begins, if one does."""
    if upper.reason == SIGNS_ONLY:
        return lower if lower.owner in ("lead", "body") and _is_text(lower) else None
    if len(upper.text) > LONG or (upper.owner == "headline" and lower.owner not in ("lead", "caption")):
        return None
    if upper.owner != "headline" and is_bullet(upper.text):
        return upper if _is_text(lower) else None
    heads = upper.owner == "headline" or upper.kind == "heading"
    return upper if heads and is_prose(lower) else None


def _is_text(piece: Piece) -> bool:
    """Whether a piece may be what an item tells: a closed text that has no bullet."""
    return is_closed(piece.text) and len(piece.text) > SHORTEST_ITEM and not is_bullet(piece.text)


def _named(draft: Draft, pieces: list[Piece]) -> list[tuple[Piece, Body]]:
    """The pieces that begin with a named body, each with it; none when they do not name different ones."""
    if len(pieces) < FEWEST:
        return []
    pieces = pieces[:MOST]
    found = []
    for piece in pieces:
        first = next(iter(bodies_in(piece.text[:160], draft.vocabulary)), None)
        if first and (first.named or _is_label(piece.text, first)) and _opens(piece.text, first.place):
            found.append((piece, first))
    different = {body.text.lower() for _, body in found}
    return found if len(different) >= FEWEST and len(found) >= 0.6 * len(pieces) else []


def _is_label(text: str, body: Body) -> bool:
    """Whether a body stands in front of a colon: `Đảng ủy Khối Doanh nghiệp tỉnh: Kết nạp …`."""
    return text.partition(":")[0].endswith(body.text)


def _opens(text: str, place: int) -> bool:
    """Whether the word at the place is one of the first, or the first behind when and where: `Sáng 6/1, tại xã, …`."""
    words = text.split()
    return place <= FIRST_WORDS or (words[place - 1][-1] == "," and "." not in "".join(words[1:place]))


_NEWS = ("Tin", "TIN")
_NUMBERED = pattern(rf"(?:{'|'.join(_NEWS)})\s(?:số\s|thứ\s)?\w{{1,4}}\s?[:.]\s")
"""The number of an item of news, as it is read aloud."""
_COUNTED = pattern(r"\d{1,2}[.)/]\s")
"""The number of an item, where the first one opens the text; in the midst a list may be of anything."""
