"""Takes the paper's own tag off the head of a text: `(CT) -`, `TTH -`, `bao.example.vn -`."""

from archive.extract.dateline import strip_date
from archive.extract.draft import Draft
from archive.extract.shape import is_prose
from archive.patterns import pattern
from archive.vietnamese.names import is_name

PICTURES = ("Ảnh", "Chùm ảnh", "Phóng sự ảnh")
"""Kinds of pictures that a page announces in front of a headline; they are no tag of the paper."""
LOOK = 3
"""How many pieces from the first running text on are looked at for a tag."""
CAPITALS = 2
"""Capitals of a word that is an abbreviation whatever stands among them."""
FIRST_POINT = 26
"""Characters within which the address of a paper has a point."""


def agency_tag(draft: Draft) -> None:
    """Finds the tag in front of the headline or of the first paragraphs, and cuts it off the piece's text.

    Leaves alone brackets with words in them, years, notes such as `(1)`, a date with nothing behind it, a person's name
    on a line of its own, initials right below running text, and capitals that the sentence needs.
    """
    for place, piece in enumerate(draft.pieces[: draft.first_prose + LOOK]):
        if piece.owner or not _may_be_tagged(piece.text):
            continue
        bare = strip_date(piece.text)
        tag, rest = split_tag(bare)
        if tag is None and bare == piece.text:
            continue
        if not rest:
            if tag and not ((" " in tag and is_name(tag)) or _is_below_text(draft, place)):
                draft.discard(piece, "agency tag standing alone")
            continue
        draft.reword(piece, rest)
        if tag and draft.tag is None and tag not in PICTURES:
            draft.tag = tag
            draft.note("tag", tag, "agency_tag", [piece], 0.9)


def _is_below_text(draft: Draft, place: int) -> bool:
    """Whether running text stands right above, whose author initials in brackets would be."""
    return place > 0 and not draft.pieces[place].gap and is_prose(draft.pieces[place - 1])


def _may_be_tagged(text: str) -> bool:
    """Whether brackets or capitals open the text, or an address may: hardly any line does."""
    return text.startswith(("(", "[")) or text[:2].isupper() or "." in text[:FIRST_POINT]


def split_tag(text: str) -> tuple[str | None, str]:
    """The tag, or None, and the text behind it.

    >>> split_tag("(BT) - Đảng ủy xã họp")
    ('BT', 'Đảng ủy xã họp')
    >>> split_tag("TTH - Ngày 5/2, Đảng ủy xã họp")
    ('TTH', 'Ngày 5/2, Đảng ủy xã họp')
    """
    match = _BRACKETED.match(text) if text[:1] in "([" else None
    if match and _is_tag(match["tag"]):
        return _AIR_DATE.sub("", match["tag"]).strip(" -"), text[match.end() :].lstrip()
    match = _BARE.match(text) if _may_be_tagged(text) else None
    if match and (match["tag"].split()[0].isupper() or "." in match["tag"]):
        return match["tag"], text[match.end() :].lstrip()
    return None, text


def _is_tag(inner: str) -> bool:
    """Whether the words in brackets are a tag: capitals, also with small letters among them (`QNgTV`), initials with a
    date, an address, or a kind of pictures."""
    bare = _AIR_DATE.sub("", inner).strip(" -")
    if not bare or bare.isdigit():
        return False
    return (
        bare.replace("-", "").replace(" ", "").isupper()
        or (" " not in bare and sum(map(str.isupper, bare)) >= CAPITALS)
        or _DOMAIN.fullmatch(bare) is not None
        or bare in ("Photo", "Video", "Infographic", *PICTURES)
    )


_BRACKETED = pattern(r"[(\[](?P<tag>[^\W\d_][^()\[\]]{0,28}?)[)\]][\s.,:]{0,3}[-–—]?[\s.:–-]{0,3}")
_BARE = pattern(
    r"(?P<tag>[A-ZĐ][A-ZĐ0-9]{1,9}(?:\.VN|\.vn|\.TV|\s[Oo]nline)?|[A-Za-z][\w-]{1,24}(?:\.[\w-]{2,20}){0,2}\.(?:vn|com|net|org))\s?[.,]?\s?[-–—]{1,2}\s+(?=[\"“'‘]?[^\W_])"
)
_DOMAIN = pattern(r"[\w-]{2,30}(?:\.[\w-]{2,20}){1,3}")
_AIR_DATE = pattern(r"[-,\s]*\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")
