"""Parts the title of a series and the label of a part from the headline."""

import re

from archive.extract.draft import Draft, Piece
from archive.extract.shape import SHORT
from archive.extract.vocabulary import holds_any, label_key
from archive.patterns import pattern

_NUMBER = r"\d{1,3}|[IVXL]{1,6}|cuối|CUỐI|đầu|ĐẦU|kết|một|hai|ba|bốn|năm"
_PARTS = ("Bài", "Kỳ", "Phần", "Tập", "Chương", "BÀI", "KỲ", "PHẦN", "TẬP", "CHƯƠNG")
_PART = rf"(?:{'|'.join(_PARTS)})\s+(?:{_NUMBER})"
_INSIDE = pattern(
    rf"(?P<series>.+?)\s*[-–—:.|(]\s*(?P<part>{_PART})\s*(?P<and>và hết|\(?hết\)?)?\s*[:.\-–—)]*\s*(?P<title>.*)$"
)
_FIRST = pattern(rf"(?P<part>{_PART})\s*(?:và hết)?\s*[:.\-–—]\s*(?P<title>\S.*)$")
_ALONE = pattern(rf"(?P<part>{_PART})\s*[:.]?$")
_BEHIND = pattern(rf"(?P<series>[^\W\d_].{{5,120}}?)\s?\((?P<part>{_PART})\)")
_NAMED = pattern(r"(?:Loạt bài|Tuyến bài|Chuyên đề|Loạt phóng sự|Vệt bài)\s*:\s*(?P<series>\S.*)$")
_NEXT = pattern(
    r"(?:(?:Kỳ|Bài) (?:tới|sau|tiếp)|Còn nữa|\(Còn nữa\)|\(?Xem tiếp|>>|Đón đọc"
    r"|(?:Xem|Đọc)(?: lại)? (?:kỳ|bài|phần) (?:\d{1,2}|trước|đầu|cuối)(?=\s?[:>»–-]|$)).{0,150}",
    re.IGNORECASE,
)
_ARROWS = "> »"
_FIRSTS_OF_NEXT = "KBCXĐkbcxđ(>"


def is_part_label(text: str) -> bool:
    """Whether a short line begins as a part of a series does: `Bài 1: …`, behind an arrow or not."""
    label = text.lstrip(_ARROWS)
    return len(text) <= SHORT and (_FIRST.match(label) is not None or _ALONE.match(label) is not None)


def is_series_name(text: str) -> bool:
    """Whether a line names a series: `Loạt bài: …`."""
    return len(text) <= SHORT and _NAMED.match(text) is not None


def has_part(text: str) -> bool:
    """Whether a title holds the label of a part after that of its series: `Series - Bài 2: Title`."""
    return len(text) <= SHORT and _inside(text) is not None


def _inside(text: str) -> re.Match[str] | None:
    """The series, part and title of a text that holds them; without the word for a part no place of it is tried."""
    return _INSIDE.match(text) if holds_any(text, _PARTS) else None


def series_and_part(draft: Draft) -> None:
    """Parts the headline `Series - Bài 2: Title` or `Bài 2: Title`; another line `Loạt bài: …` names the series."""
    piece = next((piece for piece in draft.pieces if piece.owner == "headline"), None)
    if piece is None or draft.headline is None:
        return
    _split_headline(draft, piece)
    if draft.part is None:
        return
    _named_elsewhere(draft)
    _series_above(draft, piece)


def other_parts(draft: Draft) -> None:
    """Discards the lines that lead to the other parts, and the part's own label printed again."""
    for piece in draft.open():
        if len(piece.text) > SHORT:
            continue
        if piece.text[0] in _FIRSTS_OF_NEXT and _NEXT.fullmatch(piece.text):
            draft.discard(piece, "related or most-read link")
        elif piece.text[-1] == ")" and (match := _BEHIND.fullmatch(piece.text)) and match["series"] == draft.headline:
            draft.discard(piece, "printed again")
        elif draft.part and (match := _FIRST.match(piece.text.strip("()"))):
            same = match["title"].strip() == draft.headline
            draft.discard(piece, "printed again" if same else "related or most-read link")


def _split_headline(draft: Draft, piece: Piece) -> None:
    text = draft.headline or ""
    match = _FIRST.match(text) or _inside(text)
    if match is None or len(text) > SHORT:
        _part_above(draft)
        return
    groups = match.groupdict()
    title, series = groups["title"].strip(" ()"), (groups.get("series") or "").strip(" -–:(")
    if not title and not series:
        return
    draft.part, draft.headline = groups["part"], title or series
    draft.note("part", groups["part"], "series_and_part", [piece], 0.95)
    draft.note("headline", draft.headline, "series_and_part", [piece], 0.95)
    if title and series:
        draft.series = series
        draft.note("series", series, "series_and_part", [piece], 0.95)


def _part_above(draft: Draft) -> None:
    """A part label on a line of its own above the headline, `Bài 2`, or behind its series there: `Series (Kỳ 1)`."""
    for other in draft.pieces[: draft.first_prose]:
        if other.owner not in ("", "kicker"):
            continue
        match = _BEHIND.fullmatch(other.text) if other.text[-1] == ")" else _ALONE.match(other.text)
        if match is None:
            continue
        if other.owner == "kicker":
            draft.kicker = draft.kicker_type = None
        other.owner, draft.part = "part", match["part"]
        draft.note("part", match["part"], "series_and_part", [other], 0.9)
        if series := match.groupdict().get("series"):
            other.owner, draft.series = "series", series
            draft.note("series", series, "series_and_part", [other], 0.9)
        return


def _named_elsewhere(draft: Draft) -> None:
    for other in draft.pieces[: draft.first_prose + 2]:
        if not other.owner and len(other.text) <= SHORT and (match := _NAMED.match(other.text)):
            other.owner, draft.series = "series", match["series"]
            draft.note("series", match["series"], "series_and_part", [other], 0.95)


def _series_above(draft: Draft, headline: Piece) -> None:
    """A kicker right above a part's headline is the title of the series."""
    if draft.series or not draft.kicker or draft.kicker_type in ("unit", "speaker"):
        return
    if label_key(draft.kicker) not in draft.vocabulary.sections.exact:
        draft.series, draft.kicker_type = draft.kicker, "series"
        draft.note("series", draft.series, "series_and_part", [headline], 0.8)
