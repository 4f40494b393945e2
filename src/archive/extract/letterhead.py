"""Reads documents: letterhead in two columns, number, place and date, title over several lines."""

import re

from archive.extract.bodies import bodies_in
from archive.extract.dateline import read_line
from archive.extract.draft import Draft, Piece, as_lines, may_have_gaps
from archive.extract.shape import is_prose
from archive.extract.unit import is_only_body, restored
from archive.extract.vocabulary import Vocabulary, holds_any, label_and_value, phrase_at, words_of
from archive.patterns import SMALL, pattern

ABOVE = "title_above_letterhead"
"""The rule for a title that the page prints over the document."""
HEAD_LINES = 16
"""How many pieces from the top the letterhead can take."""

COLUMN = 70
"""Characters from which a text is no column or line of a letterhead."""

CARD = 3
"""Labelled lines above a letterhead that register the document."""

TITLE_LINES = 4
"""Lines that the title of a document can take."""

TITLE = 200
"""Characters from which a text is no title."""

SPEECH_LINES = 8
"""Lines among which the kind of a speech stands."""

TITLE_WORDS = 4
"""Words of the shortest title that stands above a letterhead."""

_ABOUT = pattern(rf"[Vv]ề |V/v|[{SMALL}]")
_SUBJECT = pattern(r"(?:V/v|Về việc)\s")
"""What a letter is about, in place of a title."""
_PARTY = pattern(r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_IN_EVERY_HEAD = ("VIỆT NAM", ", ngày")
"""One of these stands in every letterhead, and is missed sooner than columns are told apart."""
_NUMBER = pattern(r"Số(?:\s(?:ký\s)?hiệu)?\s?:?\s{0,12}\d{0,5}\s{0,12}[-/]\s?[A-ZĐ]{1,8}", re.IGNORECASE)
_KIND = pattern(
    r"(?:KẾ HOẠCH|HƯỚNG DẪN|NGHỊ QUYẾT|CHỈ THỊ|QUYẾT ĐỊNH|THÔNG BÁO|BÁO CÁO|CHƯƠNG TRÌNH|QUY ĐỊNH|QUY CHẾ|KẾT LUẬN|"
    r"CÔNG VĂN|TỜ TRÌNH|GIẤY MỜI|LỜI KÊU GỌI|THƯ KÊU GỌI|ĐIỆN MỪNG|ĐỀ ÁN|QUY TRÌNH|THỂ LỆ|PHỤ LỤC|BIÊN BẢN|DANH SÁCH)"
    rf"\b[^{SMALL}]{{0,60}}"
)
_IN_EVERY_SPEECH = ("PHÁT BIỂU", "DIỄN VĂN", "THAM LUẬN", "hát biểu", "iễn văn", "ham luận")
_SPEECH = pattern(
    rf"(?:BÀI )?(?:PHÁT BIỂU|DIỄN VĂN|THAM LUẬN)\b[^{SMALL}]{{0,90}}$"
    r"|(?:Bài (?:phát biểu|diễn văn|tham luận)|Phát biểu|Diễn văn|Tham luận)\s[^.!?]{10,180}$"
)
_GREETING = pattern(r"(?:- )?(?:Kính thưa|Thưa|Kính gửi)\s.{3,80}[!,.]$")
_MOTTO = pattern(r"Độc lập\s?[-–]\s?Tự do\s?[-–]\s?Hạnh phúc", re.IGNORECASE)
_DAY = pattern(r"[^\d,]{2,40}, ngày\s[\s\d.…]{0,12}tháng\s")
_GAP = pattern(r"(?<!ngày)(?<!\s)\s{3,}")
"""Between columns; the one behind `ngày` waits for the day that is written in by hand."""
_LABELLED = pattern(r"[^:]{2,24}:\s")
_OPENING = pattern(r"(?:-\s)?(?:Căn cứ|Thực hiện|Xét|Theo|Để|Nhằm|Kính gửi|Điều \d|[IVX]{1,4}[.\-]|\d[.)]|Phần )")


def is_document(draft: Draft) -> None:
    """Marks a text under a letterhead, by two of three signs: the name of the Party or the State in capitals, a number
    line, and the kind of document in capitals with the line of place and day.

    The columns of a letterhead may stand on one line. Other bodies have no such name, and minutes have no number.
    Leaves alone news about a document, which has one of these at most.
    """
    pieces = draft.pieces[:HEAD_LINES]
    text = as_lines(pieces if draft.has_gaps else [piece for piece in pieces if len(piece.text) < TITLE])
    if holds_any(text, _IN_EVERY_SPEECH) and _is_speech(pieces):
        draft.kind = "document"
    if not holds_any(text, _IN_EVERY_HEAD):
        return
    letter = _below_card(draft)[:HEAD_LINES]
    head = [column for piece in letter for column in _columns(piece) if len(column) < COLUMN]
    party, numbered = any(map(_PARTY.fullmatch, head)), any(map(_has_number, pieces))
    dated_kind = any(map(_KIND.fullmatch, head)) and any(map(_DAY.match, head))
    if party + dated_kind + numbered > 1:
        draft.kind = "document"


def _is_speech(pieces: list[Piece]) -> bool:
    """Whether the kind of a speech stands in capitals at the head, and a greeting of those who hear it below."""
    kind = next((place for place, piece in enumerate(pieces[:SPEECH_LINES]) if _SPEECH.match(piece.text)), None)
    return kind is not None and any(_GREETING.match(piece.text) for piece in pieces[kind + 1 :])


def _below_card(draft: Draft) -> list[Piece]:
    """The pieces from the letterhead on: what registers the document may stand above it, each line with a label."""
    labelled = 0
    for place, piece in enumerate(draft.pieces[:HEAD_LINES]):
        if labelled >= CARD and is_only_body(piece.text, draft.vocabulary) and piece.text.isupper():
            return draft.pieces[place:]
        labelled += label_and_value(piece.text) is not None
    return draft.pieces


def is_kind(text: str) -> bool:
    """Whether the text is a kind of document in capitals, and no more."""
    return _KIND.fullmatch(text) is not None


def _tells_kind(piece: Piece) -> bool:
    """Whether the piece, or its first line, is the kind of document in capitals."""
    first = piece.parts[0] if piece.parts else piece.text
    return _KIND.fullmatch(first) is not None or _SPEECH.match(first) is not None


def _has_number(piece: Piece) -> bool:
    """Whether the number of the document stands there, alone or in a column; blanks may hold the place of digits."""
    return (len(piece.text) < COLUMN and _NUMBER.match(piece.text) is not None) or any(
        map(_NUMBER.match, _columns(piece))
    )


def _columns(piece: Piece) -> list[str]:
    """The texts of a line that wide gaps part."""
    return _GAP.split(piece.text) if may_have_gaps(piece.text) else [piece.text]


def letterhead(draft: Draft) -> None:
    """Sets the letterhead of a document apart: its lines stay in the body, its title becomes the headline.

    Leaves alone every text that is no document.
    """
    if draft.kind != "document":
        return
    letter = _below_card(draft)
    for piece in draft.pieces[: len(draft.pieces) - len(letter)]:
        if not piece.owner:
            draft.discard(piece, "mail head")
    head = [piece for piece in letter[:HEAD_LINES] if piece.owner in ("", "date")]
    number = next((piece for piece in head if _has_number(piece)), None)
    _date(draft, head)
    kind = next((place for place, piece in enumerate(letter[:HEAD_LINES]) if _tells_kind(piece)), -1)
    _headline(draft, head, letter[kind : kind + TITLE_LINES] if kind >= 0 else [])
    end = kind if kind >= 0 else letter.index(number) + 1 if number else HEAD_LINES
    _unit(draft, [piece for piece in letter[:end] if piece in head and _columns(piece)[0].isupper()])
    for piece in letter[: max(kind + 1, 1) if kind >= 0 else HEAD_LINES]:
        if piece.owner or _tells_person(draft, piece):
            continue
        if piece.text.isupper() or _has_number(piece) or _MOTTO.search(piece.text):
            piece.owner, piece.kind = "body", "note"
    for piece in draft.open():
        heads = len(piece.text) < TITLE and not _OPENING.match(piece.text) and piece.text.isupper()
        if heads and not _tells_person(draft, piece):
            piece.owner, piece.kind = "body", "heading"


def _tells_person(draft: Draft, piece: Piece) -> bool:
    """Whether a form of address opens the line, as over a speech."""
    return phrase_at(draft.vocabulary.addresses, words_of(piece.text)) is not None


def _date(draft: Draft, head: list[Piece]) -> None:
    """The place and day in the right column of the number line."""
    for piece in head:
        for column in _columns(piece)[1:]:
            day = read_line(column, draft.vocabulary) if draft.date is None and _DAY.match(column) else None
            if day:
                draft.date, draft.date_status = day.iso, "printed"
                draft.note("date", day.iso, "dateline", [piece], 0.85)


def _headline(draft: Draft, head: list[Piece], kind: list[Piece]) -> None:
    """The title printed above the letterhead, else the kind of document with what it is about.

    `kind` is the line that tells the kind with those below it, and empty when no line tells it.
    """
    if draft.headline is not None:
        return
    first = next((piece for piece in head if len(piece.text.split()) >= TITLE_WORDS), None)
    plain = first is not None and len(_columns(first)) == 1 and not _has_number(first)
    names = first is not None and (first.owner == "date" or is_only_body(first.text, draft.vocabulary))
    if first and plain and not (names or first.text.isupper()):
        _claim(draft, [first], first.text, ABOVE)
        return
    about = next((piece for piece in head if _SUBJECT.match(piece.text)), None)
    if about and not kind:
        _claim(draft, [about], about.text)
        return
    if not kind:
        draft.doubt("headline-missing")
        return
    title = kind[:1]
    for piece in kind[1:]:
        opens = _OPENING.match(piece.text) or _LABELLED.match(piece.text)
        remark = piece.text[0] == "("
        if piece.owner or (piece.gap and not _ABOUT.match(piece.text)) or opens or remark or is_prose(piece):
            break
        title.append(piece)
    _claim(draft, title, " ".join(piece.text for piece in title))


def _claim(draft: Draft, pieces: list[Piece], text: str, rule: str = "letterhead") -> None:
    for piece in pieces:
        piece.owner = "headline"
    draft.headline = text
    draft.note("headline", text, rule, pieces, 0.85)


def _is_organ(text: str) -> bool:
    """Whether the line is an organ without a name of its own: `BAN TỔ CHỨC` under the body it serves."""
    return len(text.split()) <= 4 and text.startswith(("BAN ", "ỦY BAN", "UỶ BAN", "VĂN PHÒNG"))


def _with_seats(texts: list[tuple[Piece, str]], vocabulary: Vocabulary) -> list[tuple[Piece, str]]:
    """The lines, each body with its place from the line below: `ỦY BAN NHÂN DÂN` over `XÃ HÒA THỬ`."""
    joined: list[tuple[Piece, str]] = []
    for piece, text in texts:
        words = words_of(text)
        is_place = phrase_at(vocabulary.places, words) is not None and phrase_at(vocabulary.bodies, words) is None
        if joined and is_place and is_only_body(whole := f"{joined[-1][1]} {text}", vocabulary):
            joined[-1] = joined[-1][0], whole
        else:
            joined.append((piece, text))
    return joined


def _speaks_to(draft: Draft) -> bool:
    """Whether the title of a speech names a body: the letterhead is that of the speaker then."""
    title = draft.headline or ""
    return holds_any(title, _IN_EVERY_SPEECH) and any(
        body.named and not body.post for body in bodies_in(title, draft.vocabulary)
    )


def _unit(draft: Draft, capitals: list[Piece]) -> None:
    """The issuing body: the last line in capitals that names one; an organ without a name goes with the body above.

    Leaves alone a speech whose title names a body. Doubts it over another line in capitals, which may be a body of a
    kind that no list knows.
    """
    texts = _with_seats([(piece, _columns(piece)[0]) for piece in capitals], draft.vocabulary)
    named = [(piece, text) for piece, text in texts if is_only_body(text, draft.vocabulary) or _is_organ(text)]
    if not named or _speaks_to(draft):
        return
    lowest, text = named[-1]
    below = (other for piece, other in texts[texts.index(named[-1]) + 1 :] if not _has_number(piece))
    unread = next((other for other in below if other.count(" ") > 1 and not _PARTY.fullmatch(other)), None)
    if unread:
        draft.doubt("unit-unread", unread)
    name = restored(draft, text)
    if len(named) > 1 and _is_organ(text):
        name = f"{name} {restored(draft, named[-2][1])}"
    draft.unit = (name,)
    draft.note("unit", name, "unit_from_letterhead", [lowest], 0.85)
