"""Recognises a digest whose short items each have a title over them and their author's name below."""

from collections.abc import Iterator
from itertools import islice

from archive.extract.credits import Credit, read_credit
from archive.extract.draft import Draft, Piece
from archive.extract.shape import SHORT, SHORTEST_PROSE, is_closed, is_prose
from archive.extract.vocabulary import phrase_at, words_of

LONGEST_NAME = 40
"""Characters of the longest line that is an author's name."""
TITLE_WORDS = 4
"""Words of the shortest title of an item."""
SIGNED = "signed_items"
"""The rule by which the authors of a digest are noted."""
HEAD = 30
"""How many pieces from the top can say what the page has."""
FEWEST = 2
"""Signed items from which a page is a digest."""


def signed_items(draft: Draft) -> None:
    """Claims the names that end the items of a digest, and the titles over these as headings: `LÊ MẪU` on a line of its
    own below running text, over another title or behind all text.

    Leaves alone a single one, and the names of those about whom a part of the text tells, which it takes up. A page
    that does not call itself news is only doubted: there those who speak may be named over what they are and say.
    """
    first = draft.first_prose - 1
    able = draft.kind == "article" and first >= 0 and not draft.pieces[first].owner
    found = [*_signed(draft)] if able and _is_title(draft, first) else []
    titles = [place + 1 for place, _ in found if _is_title(draft, place + 1)]
    if len(found) < FEWEST or not titles:
        return
    if not is_news(draft):
        draft.doubt("byline-unread", draft.pieces[found[0][0]].text)
        return
    for place in (first, *titles):
        draft.pieces[place].owner, draft.pieces[place].kind = "body", "heading"
    people = tuple(dict.fromkeys(name for _, credit in found for name in credit.people))
    for place, _ in found:
        draft.pieces[place].owner = "byline"
    draft.byline = people
    sureness = min(credit.confidence for _, credit in found)
    draft.note("byline", "; ".join(people), SIGNED, [draft.pieces[place] for place, _ in found], sureness)


def is_news(draft: Draft) -> bool:
    """Whether a line above the text says that several short news follow: `TIN VẮN XÂY DỰNG ĐẢNG`."""
    return any(draft.vocabulary.heads_news(piece.key) for piece in draft.above_text(HEAD))


def is_signed(draft: Draft) -> bool:
    """Whether the text is such a digest."""
    known = draft.evidence.get("byline")
    return known is not None and known.chosen.rule == SIGNED


def _signed(draft: Draft) -> Iterator[tuple[int, Credit]]:
    """The places of names that end an item, each with whom it credits."""
    pieces, start = draft.pieces, draft.first_prose + 1
    below = enumerate(islice(pieces, start, None), start)
    short = [(place, piece) for place, piece in below if len(piece.text) <= LONGEST_NAME and not piece.owner]
    for place, piece in short if len(short) >= FEWEST else ():
        if not _is_text(pieces[place - 1]):
            continue
        if _is_title(draft, place + 1) or not any(map(_is_text, islice(pieces, place + 1, None))):
            credit = read_credit(piece.text, draft.vocabulary)
            told = pieces[place + 2].text if place + 2 < len(pieces) else ""
            if credit and credit.rule == "name_alone" and not (credit.office or _is_told(credit, told)):
                yield place, credit


def _is_text(piece: Piece) -> bool:
    """Whether an open piece is running text, or a sentence as long as an item may end with."""
    sentence = len(piece.text) >= SHORTEST_PROSE and is_closed(piece.text)
    return not piece.owner and (sentence or is_prose(piece))


def _is_title(draft: Draft, place: int) -> bool:
    """Whether a line is open, as long as a title, tells no post and stands right over running text."""
    if not 0 <= place < len(draft.pieces) - 1:
        return False
    piece = draft.pieces[place]
    if piece.owner or len(piece.text) > SHORT or is_closed(piece.text) or not _is_text(draft.pieces[place + 1]):
        return False
    words = words_of(piece.text)
    return len(words) >= TITLE_WORDS and phrase_at(draft.vocabulary.posts, words) is None


def _is_told(credit: Credit, text: str) -> bool:
    """Whether a text calls somebody by a name that is credited, as one about that person does."""
    return not {name.split()[-1] for name in credit.people}.isdisjoint(text.split())
