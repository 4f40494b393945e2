"""Finds the words that describe pictures, with or without a mark that they do."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.extract.credits import PhotoCredit, read_credit, split_photo_credit
from archive.extract.draft import Draft, Piece, may_have_gaps
from archive.extract.shape import (
    PROSE,
    SHORT,
    has_digit,
    is_clock,
    is_closed,
    is_listed_below,
    is_prose,
    parts_of,
    sentences,
)
from archive.extract.vocabulary import (
    LONGEST_LABEL,
    SCENES,
    THINGS,
    Phrases,
    Vocabulary,
    any_of,
    holds_any,
    label_key,
    opening,
    phrase_at,
    words_of,
)
from archive.patterns import SMALL, pattern

LONGEST = 2 * SHORT
"""Characters up to which a text with a credit can be a caption."""
MARKED = 10
"""Score of a caption that says it is one."""
NEVER = -10
"""Score of what is no caption wherever it stands."""
MOST_WORDS = 40
"""Words of the longest caption without a credit."""
HEADING_WORDS = 6
"""Words up to which an open line is a sub-heading rather than a caption."""
SEVERAL = frozenset(("các", "những", "hai", "ba", "bốn", "nhiều", "mấy"))
"""Words before those whom a picture shows."""
ENOUGH = 3
"""Score from which a text is taken for a caption."""
PLAIN = 80
"""Characters of the longest plain sentence that may be a caption."""
GALLERY = "gallery label"
"""Why a line over pictures was discarded."""
LONGEST_FIRST = 140
"""Characters of the longest sentence that is the first caption of a page: without a credit a longer one is its lead."""
COLUMNS = 2
"""Most columns of a caption: its own and that of a credit."""
CLOCKS = 3
"""Lines with nothing but the time of day from which a page is a live report, whose short paragraphs tell."""


def captions(draft: Draft) -> None:
    """Claims captions: those with a credit, and short texts amid running text that show rather than tell.

    A caption stays in the body at its place, credit and all. Leaves alone sub-headings, questions and answers, lists,
    and closing sentences; when the signs do not suffice the text stays a paragraph. In documents, poems and live
    reports only a credit suffices.
    """
    texts: list[str] = []
    credited: list[str] = list(draft.photo_credit)
    found: list[Piece] = []
    around = _usual_length(draft)
    above: Piece | None = None
    headings: Sequence[int] | None = None  # looked for once, and in few articles
    in_gallery, has_icons = False, not draft.firsts.isdisjoint(_CAMERAS)
    last = next((piece for piece in reversed(draft.pieces) if not piece.owner), None)
    _below_labels(draft)
    needs_credit = draft.kind in ("document", "poem") or _is_live_report(draft)
    credited += _credit_lines(draft)
    for place, piece in enumerate(draft.pieces):
        over, above = above, piece if piece.owner != "discarded" or piece.reason == "picture left-over" else above
        if piece.reason == GALLERY:
            in_gallery = opens_gallery(piece)
        elif in_gallery:
            in_gallery = not is_prose(piece)
        if piece.owner or len(piece.text) > LONGEST or (draft.has_gaps and _has_columns(piece)):
            continue
        labelled = behind_label(piece.text, draft.vocabulary) if ":" in piece.text else ""
        split = split_photo_credit(labelled or piece.text)
        if not (found or split.certain) and len(piece.text) > LONGEST_FIRST and is_prose(piece):
            continue
        position = ENOUGH if in_gallery else _position(draft, place, over)
        needed = MARKED if needs_credit else ENOUGH - position
        points = score(piece, split, draft.vocabulary, around, last is piece, needed)
        if points < needed:
            continue
        if not (split.certain or position):
            if _goes_with(piece, over):
                continue
            if _may_head(draft, place):
                headings = _like_headings(draft) if headings is None else headings
                if any(at != place for at in headings):
                    continue
        piece.owner, piece.kind = "caption", "caption"
        found.append(piece)
        texts.append(_ICON.sub("", split.caption) if has_icons else split.caption)
        credited += [name for name in split.names if name not in credited]
    if found:
        draft.caption = (*draft.caption, *texts)
        draft.note("caption", "; ".join(draft.caption), "captions", found, 0.8)
    if credited and tuple(credited) != draft.photo_credit:
        draft.photo_credit = tuple(credited)
        draft.note("photo_credit", "; ".join(credited), "captions", found, 0.9)


def _has_columns(piece: Piece) -> bool:
    """Whether wide gaps part a line into three columns or more, as those of a menu are parted."""
    return may_have_gaps(piece.text) and len(parts_of(piece.text)) > COLUMNS


def _goes_with(piece: Piece, above: Piece | None) -> bool:
    """Whether a short line right below a saying in quotation marks tells who said it, or one below an open line of the
    text is the next of a list."""
    if above is None or piece.gap:
        return False
    quoted = above.text[-1] in _CLOSING_QUOTES and above.text[0] in _OPENING_QUOTES
    listed = above.owner in ("", "body") and is_listed_below(above, piece)
    return listed or (quoted and piece.text.count(" ") < HEADING_WORDS)


def _may_head(draft: Draft, place: int) -> bool:
    """Whether an open line over a long text may be a sub-heading where another is: it is short, or nobody opens it."""
    short = draft.pieces[place].text.count(" ") <= HEADING_WORDS and not _shows_thing(draft, place)
    return (short and _is_over_text(draft, place)) or _is_like_heading(draft, place)


def _like_headings(draft: Draft) -> list[int]:
    """The places amid the text of the lines that are like headings."""
    return [at for at in range(draft.first_prose + 1, len(draft.pieces) - 1) if _is_like_heading(draft, at)]


def _is_over_text(draft: Draft, place: int) -> bool:
    """Whether an open line stands over a long text, and no field has taken either yet."""
    piece, below = draft.pieces[place], draft.pieces[place + 1 : place + 2]
    if not below or len(below[0].text) < PROSE or below[0].owner or piece.owner or len(piece.text) > PLAIN:
        return False
    return not is_closed(piece.text)


def _shows_thing(draft: Draft, place: int) -> bool:
    """Whether a thing opens a line that says where it is."""
    words = words_of(draft.pieces[place].text)
    opens = phrase_at(draft.vocabulary.opens, words)
    return opens is not None and opens.section == THINGS and any_of(draft.vocabulary.where, words[1:])


def _is_like_heading(draft: Draft, place: int) -> bool:
    """Whether nobody opens such a line."""
    return _is_over_text(draft, place) and phrase_at(draft.vocabulary.opens, words_of(draft.pieces[place].text)) is None


def opens_gallery(piece: Piece) -> bool:
    """Whether a label of pictures has some words, and so says that they follow: `MỘT SỐ HÌNH ẢNH CỦA ĐẠI HỘI`."""
    return piece.text.count(" ") > 1


def _is_live_report(draft: Draft) -> bool:
    """Whether lines with nothing but the time of day part the text."""
    if not any(map(str.isdigit, draft.firsts)):
        return False
    return sum(is_clock(piece.text) for piece in draft.pieces if piece.text[0].isdigit()) >= CLOCKS


def _below_labels(draft: Draft) -> None:
    """Marks the short text below a label of captions that stands by itself as one."""
    for upper, lower in pairwise(draft.pieces) if ":" in draft.lasts else ():
        alone = upper.text[-1] == ":" and upper.key in draft.vocabulary.caption_labels
        if alone and not lower.owner and len(lower.text) <= SHORT:
            draft.discard(upper, "picture left-over")
            lower.kind = "caption"


def _credit_lines(draft: Draft) -> list[str]:
    """Claims lines that hold nothing but the credit of a picture, and marks the short text above as its caption."""
    names: list[str] = []
    if draft.firsts.isdisjoint("ẢH"):
        return names
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) > 60 or piece.text[0] not in "ẢH" or not _CREDIT_LINE.match(piece.text):
            continue
        credit = read_credit(piece.text, draft.vocabulary)
        if credit and credit.rule == "labelled_photo":
            piece.owner = "photo_credit"
            draft.note("photo_credit", "; ".join(credit.photographers), "credit_line", [piece], 0.9)
            names += [name for name in credit.photographers if name not in names]
            above = draft.pieces[place - 1] if place else piece
            if not above.owner and len(above.text) < SHORT and sentences(above.text) == 1:
                above.kind = "caption"
    return names


def _position(draft: Draft, place: int, above: Piece | None) -> int:
    """What the place speaks for a caption: right under a picture's name, or between headline and a longer text."""
    piece = draft.pieces[place]
    if above is None or piece.owner or len(piece.text) > SHORT or draft.kind == "document":
        return 0
    if above.owner not in ("headline", "date", "discarded") or sentences(piece.text) > 1:
        return 0
    if above.reason == "picture left-over":
        return ENOUGH
    below = next((lower for lower in draft.pieces[place + 1 : place + 4] if lower.owner != "discarded"), None)
    over_text = below is not None and not below.owner and len(below.text) > 1.8 * len(piece.text) and is_prose(below)
    plain = is_closed(piece.text) and len(piece.text) < PROSE + 20 and piece.text.count(",") < 2
    under_head = above.owner in ("headline", "date") and plain
    return 2 if over_text and under_head else 0


def score(
    piece: Piece, split: PhotoCredit, vocabulary: Vocabulary, around: int,
    is_last: bool = False, needed: int = ENOUGH,
) -> int:  # fmt: skip
    """How much speaks for a caption: subject, verb, form, and length against the text around; tales speak against.

    What speaks against one is not weighed where less than `needed` speaks for it.
    """
    text = piece.text
    marked = split.certain or piece.kind == "caption" or _MARK.match(text)
    if marked or (":" in text and behind_label(text, vocabulary)):
        return MARKED if len(text) < SHORT or sentences(split.caption) == 1 else 0
    if text.count(" ") > MOST_WORDS or (is_closed(text) and len(text) > SHORT):
        return 0
    if text[-1].isdigit() and _WRITTEN.fullmatch(text):
        return NEVER
    size = len(text.split())
    if "(" in text and _POINTS.search(text) and sentences(text) == 1 and not _is_quoted(text):
        return MARKED
    if opening(vocabulary.media, text) and _NUMBER.search(text):
        return 0
    if (
        not (4 <= size <= MOST_WORDS)
        or text[0] in '-+*"“('
        or _ITEM.match(text)
        or not (text[0].isalnum() or text[0] in "'‘[")
        or (text[-1] in ':?"”' and not _NAME_IN_QUOTES.search(text))
        or text.isupper()
    ):
        return _bare_name(text, size, vocabulary)
    if _is_quoted(text):
        text = _NAME_IN_QUOTES.sub(r"\1", text)
    if holds_any(text, _NOT_IN_CAPTIONS) or sentences(text) > 1:
        return 0
    words = words_of(piece.text)
    if phrase_at(vocabulary.narrates, words) or _is_small_person(text, words, vocabulary):
        return 0
    subject, behind = phrase_at(vocabulary.opens, words, int(words[0] in SEVERAL)), words[1:]
    closed, shown = is_closed(text), any_of(vocabulary.shows, behind)
    points = shown + (len(text) < 0.4 * around)
    if not closed:
        opens = subject is not None and (subject.section != THINGS or any_of(vocabulary.where, behind))
        points += 3 * opens + (1 if size > HEADING_WORDS else -1) + (size >= 10)
    best = points if not closed else points + (3 if subject else shown)
    if best < needed:
        return best
    told = _told(text, words, vocabulary)
    points -= 2 * told
    if not closed:
        return points
    counts = _counts(text, vocabulary) and not (subject and subject.section == SCENES)
    where = any_of(vocabulary.where, behind)
    plain = not (told or counts) and _is_plain(text, shown or where)
    begins = 3 if subject else 1 if plain and shown and where else 0
    return points + begins - 1 + plain - 2 * counts - 2 * is_last


def behind_label(text: str, vocabulary: Vocabulary) -> str:
    """The caption behind a label that announces it, both perhaps in brackets; empty when none does."""
    end = text.find(":", 0, LONGEST_LABEL)
    if end < 1 or label_key(text[:end]) not in vocabulary.caption_labels:
        return ""
    return text[end + 1 :].removesuffix(_CLOSING.get(text[0], "")).strip()


def _told(text: str, words: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many words tell rather than show; none is counted that belongs to what is shown: `trao quyết định`."""
    if not count_of(vocabulary.tells, words):
        return 0
    small = [key if printed[0].islower() else "" for key, printed in zip(words, text.split(), strict=True)]
    told = count_of(vocabulary.tells, small)
    for place, word in enumerate(small if told else ()):
        if word in vocabulary.shows and (shown := phrase_at(vocabulary.shows, small, place)):
            small[place : place + len(shown.words)] = [""] * len(shown.words)
    return told and count_of(vocabulary.tells, small)


def _is_plain(text: str, shown: bool) -> bool:
    """Whether a sentence is as simple as captions are: short, without clauses or date, with a deed, a place or a name.

    Tales have more to say: of the paragraphs of one sentence hardly one is as simple.
    """
    if len(text) > PLAIN or _CLAUSE.search(text) or "/" in text:
        return False
    return shown or any(word[0].isupper() for word in text.split()[1:])


def _is_quoted(text: str) -> bool:
    """Whether a quotation mark stands in the text."""
    return holds_any(text, '"“”')


def _counts(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text counts people or things, as tales do; the number of a house or hamlet counts nothing."""
    for match in _COUNTS.finditer(text) if has_digit(text) else ():
        before = text[: match.start()].split()
        last = words_of(before[-1])[0] if before else ""
        if not (last in vocabulary.places or last in ("số", "hẻm", "đường", "lớp")):
            return True
    return False


def _is_small_person(text: str, words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a form of address opens the text without a name behind it, as in a tale: `Bà cụ ngồi hàng đầu …`."""
    address, opening = phrase_at(vocabulary.addresses, words), phrase_at(vocabulary.opens, words)
    if address is None or opening is None or len(opening.words) > len(address.words):
        return False
    return not text.split()[len(address.words)][0].isupper()


def _bare_name(text: str, size: int, vocabulary: Vocabulary) -> int:
    """A caption that is only somebody's name: `Ông Lê Văn Thử`."""
    address = opening(vocabulary.addresses, text)
    if (
        address is None
        or vocabulary.collective.section(label_key(text))
        or not 2 <= size <= 6
        or is_closed(text)
        or text[-1] == ":"
    ):
        return 0
    name = text.split()[len(address.words) :]
    return ENOUGH if name and all(word[0].isupper() for word in name) else 0


def count_of(phrases: Phrases, words: Sequence[str]) -> int:
    """How many of the words begin one of the phrases."""
    if phrases.keys().isdisjoint(words):
        return 0
    places = [place for place, word in enumerate(words) if word in phrases]
    return sum(phrase_at(phrases, words, place) is not None for place in places)


_OPENING_QUOTES, _CLOSING_QUOTES = '“"', '”"'
_NOT_IN_CAPTIONS = ';:?!%“"'
_ITEM = pattern(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s")
_NAME_IN_QUOTES = pattern(rf"(?<=[^\W\d_]\s)[\"“](?=[^\W\d_{SMALL}])([^\"“”.,:;?!]{{3,50}})[\"”]")
"""A name that the text puts between quotation marks, such as a campaign's, and no speech."""
_CLAUSE = pattern(rf",\s(?=[{SMALL}])")
"""A comma in front of a clause; one in front of a name only says where: `tổ 3, Nông trường 4`."""
_WRITTEN = pattern(r"[^,\d]{2,30},\s(?:ngày\s\d{1,2}\s)?tháng\s\d{1,2}\s?(?:[-/,]|năm)\s?\d{4}")
"""Where and when somebody wrote, under the text: `Trường Sơn, tháng 6-2025`."""
_NUMBER = pattern(r"(?:số|kỳ)\s\d", re.IGNORECASE)
_CREDIT_LINE = pattern(r"(?:Ảnh|ẢNH|Hình)\s?[:\-–]\s?\S")
_COUNTS = pattern(r"(?<!\d)(?!(?:19|20)\d\d\b)(?:1[3-9]|[2-9]\d|\d{3,})(?:[.,]\d+)?\s[^\W\d_A-ZĐ]")
_CAMERAS = "\U0001f4f7\U0001f4f8\U0001f5bc"
"""Cameras and pictures, which a page puts in front of a caption."""
_ICON = pattern(rf"[{_CAMERAS}]\ufe0f?\s*")
_CLOSING = {"(": ")", "[": "]"}
_MARK = pattern(rf"[{_CAMERAS}]|" r"(?:Ảnh|Hình)\s?\d{0,2}\s?[:.]\s?\S.{12,}|Ảnh (?:minh họa|minh hoạ|tư liệu)\W*$")
_POINTS = pattern(
    r"\((?:bên |bìa |thứ |người |đứng|ngồi|ngoài cùng|áo |hàng |ở giữa|giữa|trái|phải|đeo |cầm )[^()]{0,40}\)",
    re.IGNORECASE,
)
"""Words in brackets that point at somebody in a picture."""


def _usual_length(draft: Draft) -> int:
    """The middle length of the running text, in characters."""
    below = draft.pieces[draft.first_prose :]
    long = sorted([len(piece.text) for piece in below if not piece.owner and len(piece.text) >= SHORT / 2])
    return long[len(long) // 2] if long else 0
