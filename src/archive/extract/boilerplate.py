"""Sets aside what the page around the article left behind: labels, menus, picture names, lines of signs."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from archive.extract.captions import GALLERY
from archive.extract.credits import split_photo_credit
from archive.extract.draft import LABEL_LENGTH, Draft, Piece, as_lines, may_have_gaps
from archive.extract.shape import (
    SHORT,
    SHORTEST_PROSE,
    has_digit,
    is_clock,
    is_closed,
    is_prose,
    is_signs,
    parts_of,
    without_remark,
)
from archive.extract.tag import split_tag
from archive.extract.vocabulary import REMEMBERED, Vocabulary, holds_any, label_key, opening, opens_with
from archive.patterns import pattern
from archive.vietnamese.folding import fold, identity_key
from archive.vietnamese.names import is_name
from archive.vietnamese.syllables import has_marks, is_syllable

HEAD = 60
"""How many pieces from the top can stand above the text."""
LONGEST_ENDING = 5
"""Characters of the longest ending of a file's name, with its point."""
LONGEST_COUNTER = 20
"""Characters of the longest counter of a picture."""
BESIDE_AGE = 2
"""Most words that a network puts beside the age of a post."""
FEWEST_COUNTERS = 3
"""Bare counters from which they can only be those of pictures."""
MENU_ICONS = "☰≡"
"""Signs of the button that unfolds the menu of a site."""
MENU = 2
"""Sections on one line above which the line is a menu."""
REACTIONS = frozenset("👍❤♥💬😀😂😮😢😡🔁👁⭐")
"""Signs behind which a page counts what its readers did."""
HEADLINE_WORDS = 8
"""Words of a line over pictures from which it may be the headline."""
TAIL_PREFIX = "+ "
"""Marks the sections of `junk.txt` behind whose labels only junk follows."""


def signs_only(draft: Draft) -> None:
    """Discards lines of dots, dashes, bars and the like, counts of reactions: `👍 56   💬 4`, and numbers of printed
    pages between dashes: `- 17 -`."""
    if all(map(str.isalnum, draft.firsts)):
        return
    for piece in draft.open():
        if piece.text[0].isalnum():
            continue
        if is_signs(piece.text):
            draft.discard(piece, "line of signs only")
        elif piece.text[0] in REACTIONS and not any(map(str.isalpha, piece.text)):
            draft.discard(piece, "page widget")
        elif piece.text[0] in "-–—" and _PAGE_NUMBER.fullmatch(piece.text):
            draft.discard(piece, "running head")


def picture_counters(draft: Draft) -> None:
    """Discards the counter of a picture (`Ảnh 1/5`, and `1/5` over `2/5` and more); the short line below it is that
    picture's caption.

    Leaves alone a counter amid other words, and what stands below when it is as long as running text.
    """
    if draft.firsts.isdisjoint("ẢHP1"):
        return
    counters = [piece for piece in draft.pieces if "/" in piece.text and not piece.owner and _counted(piece.text)]
    for piece in _of_pictures(counters):
        draft.discard(piece, "picture left-over")
    for upper, lower in pairwise(draft.pieces) if counters else ():
        if upper.reason == "picture left-over" and not lower.owner and _counted(upper.text):
            lower.kind = "caption" if len(lower.text) <= 2 * SHORT and not _counted(lower.text) else None


def _counted(text: str) -> re.Match[str] | None:
    return _COUNTER.fullmatch(text) if len(text) <= LONGEST_COUNTER else None


def _of_pictures(counters: list[Piece]) -> list[Piece]:
    """The counters that say so, or all when they count from the first picture up to one and the same last."""
    counts = [match for piece in counters if (match := _counted(piece.text))]
    upward = all(int(match["n"]) == number for number, match in enumerate(counts, 1))
    if len(counts) >= FEWEST_COUNTERS and upward and len({match["all"] for match in counts}) == 1:
        return counters
    return [piece for piece in counters if not piece.text[0].isdigit()]


def page_labels(draft: Draft) -> None:
    """Discards the labels of `junk.txt`.

    Leaves alone what is longer than a label or has a sentence in it, numbered heads and notes (`3. Đánh giá`,
    `(2) Xem thêm: …`), and a first line that tells of pictures as a headline does.
    """
    for piece in draft.open():
        section = _label_section(piece.text, draft.vocabulary) if len(piece.text) <= LABEL_LENGTH else None
        told = section == GALLERY and piece is draft.pieces[0] and piece.text.count(" ") >= HEADLINE_WORDS
        if section and not (told or _is_read(piece) or _is_of_document(draft, piece) or _HEAD.match(piece.text)):
            draft.discard(piece, section.removeprefix(TAIL_PREFIX))


def _is_of_document(draft: Draft, piece: Piece) -> bool:
    """Whether a line that reads like a label belongs to a document: in capitals and no menu, or an item."""
    if draft.kind != "document":
        return False
    return piece.text[0] == "-" or (piece.text.isupper() and not may_have_gaps(piece.text))


@lru_cache(maxsize=REMEMBERED)
def _label_section(text: str, vocabulary: Vocabulary) -> str | None:
    """The section of a label, or the one for tools of the page when the line is in English."""
    section = _known_section(text, vocabulary)
    return "page tool" if section is None and _is_english(text, vocabulary) else section


def _known_section(text: str, vocabulary: Vocabulary) -> str | None:
    """The section of a label, or of the first of several labels on one line: `Thích 21   Chia sẻ 4`."""
    if text[0].isdigit() and (age := _AGE.fullmatch(text)):
        return "aggregator word" if age["original"] else "relative age"
    if text[0].isdigit() and _YEARLESS.fullmatch(text):
        return "relative age"
    if text[0] in "HhVv" and _RECENT.fullmatch(text):
        return "relative age"
    if text[-1] == "c" and _REACTED.fullmatch(text):
        return "share or follow label"
    if text[-1] in ")nisý" and _GROUP.fullmatch(text):
        return "page widget"
    if text[0] in MENU_ICONS and not is_closed(text):
        return "site menu"
    if text[0] == "[" and (link := _LINK.fullmatch(text)):
        text = link["label"]
    key = label_key(text)
    if not opens_with(vocabulary.label_openings, key):
        return _counted_section(text, vocabulary)
    if section := vocabulary.junk.section(key):
        return section
    parts = parts_of(text)
    if len(parts) < 2:
        return None
    if len(parts) > MENU and all(vocabulary.labels_page(label_key(part)) for part in parts):
        return "site menu"
    all_labels = all(vocabulary.junk.section(label_key(part)) for part in parts)
    return vocabulary.junk.section(label_key(parts[0])) if all_labels else None


def _counted_section(text: str, vocabulary: Vocabulary) -> str | None:
    """The section of a label behind a great number cut short, or of the first of several parts of a line that each have
    one: `6 giờ trước · 2,3K lượt xem`; beside an age any word or two will do: `2 ngày trước · Công khai`."""
    if not text[0].isdigit():
        return None
    if counted := _THOUSANDS.match(text):
        return _known_section(text[counted.end() :], vocabulary)
    parts = parts_of(text)
    sections = [_known_section(part, vocabulary) for part in parts] if len(parts) > 1 else [None]
    aged = sections[0] == "relative age" and all(part.count(" ") < BESIDE_AGE for part in parts[1:])
    return sections[0] if all(sections) or aged else None


def _is_english(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line without a mark holds nothing but words of pages in English, numbers and single letters, and one
    word at least that is no Vietnamese syllable: `Views: 96   Font: A A+`."""
    if not text.isascii() and has_marks(text):
        return False
    words = [word for word in _WORD.findall(text.lower()) if len(word) > 1]
    return vocabulary.english.issuperset(words) and not all(map(is_syllable, words))


def rights(draft: Draft) -> None:
    """Discards lines that open with the sign of a right: `© 2019 …`."""
    if draft.firsts.isdisjoint(_RIGHTS):
        return
    for piece in draft.open():
        if piece.text[0] in _RIGHTS and len(piece.text) <= SHORT:
            draft.discard(piece, "footer")


def dated_titles(draft: Draft) -> None:
    """Discards titles of other articles with their dates behind them, two or more below the text.

    Leaves alone one such line by itself.
    """
    if ")" not in draft.lasts:
        return
    behind = [piece for piece in draft.pieces[draft.first_prose + 1 :] if not piece.owner and len(piece.text) <= SHORT]
    titles = [piece for piece in behind if piece.text[-1] == ")" and _DATED.search(piece.text)]
    for piece in titles if len(titles) > 1 else ():
        draft.discard(piece, "related or most-read link")


def bracketed_labels(draft: Draft) -> None:
    """Discards lines of nothing but labels in brackets, two or more: `[ Trang nhất ] [ Văn hóa ]`."""
    if draft.firsts.isdisjoint("[") or draft.lasts.isdisjoint("]"):
        return
    for piece in draft.open():
        if piece.text[0] == "[" and len(piece.text) <= SHORT and _BRACKETED.fullmatch(piece.text):
            draft.discard(piece, "site menu")


def bare_numbers(draft: Draft) -> None:
    """Discards numbers that stand alone above the text: how often the page was viewed, how long it is to listen to, and
    those of printed pages, `Trang 3`."""
    if all(map(str.isalpha, draft.firsts)):
        return
    for piece in draft.pieces[: draft.first_prose]:
        if piece.owner:
            continue
        if not any(map(str.isalpha, piece.text)):
            draft.discard(piece, "view count" if piece.text.isdecimal() else "page widget")
        elif piece.text[-1].isdigit() and _PAGE_ALONE.fullmatch(piece.text):
            draft.discard(piece, "running head")


def ballots(draft: Draft) -> None:
    """Discards the answers of a vote, with a box in front of each, and the question above them."""
    if draft.firsts.isdisjoint(_BOXES):
        return
    for place, piece in enumerate(draft.pieces):
        if piece.owner or piece.text[0] not in _BOXES or not _BOX.match(piece.text):
            continue
        above = draft.pieces[place - 1] if place else piece
        if not above.owner and above.text.endswith("?"):
            draft.discard(above, "rating widget")
        draft.discard(piece, "rating widget")


def breadcrumbs(draft: Draft) -> None:
    """Discards the path through the site's menu: `Trang chủ > Tin tức > Tin Đảng bộ`."""
    above = [piece for piece in draft.pieces[: max(draft.first_prose, 3)] if not piece.owner]
    if not _may_have_steps(as_lines(above)):
        return
    for piece in above:
        if len(piece.text) > SHORT or not (_may_have_steps(piece.text) and _STEP.search(piece.text)):
            continue
        parts = _STEPS.split(piece.text)
        if len(parts) > 1 + (" / " in piece.text) and all(part and len(part.split()) <= 8 for part in parts):
            draft.discard(piece, "site menu")


def _may_have_steps(text: str) -> bool:
    """Whether a sign stands in the text that parts the steps of a path."""
    return any(sign in text for sign in ">»›/")


def _is_read(piece: Piece) -> bool:
    """Whether a line that begins as a label does goes on as a sentence."""
    return len(piece.text) > 60 and is_closed(piece.text) and piece.text[:1].isupper() and not piece.text.isupper()


def linked_titles(draft: Draft) -> None:
    """Discards titles of other articles: behind `>` or `>>`, or behind a bullet between paragraphs of running text."""
    if draft.firsts.isdisjoint(_BEFORE_TITLES) and draft.lasts.isdisjoint(_ARROWS_BEHIND):
        return
    pieces = draft.open()
    for place, piece in enumerate(pieces):
        if len(piece.text) > SHORT:
            continue
        if _is_quoted(pieces, place):
            continue
        if _has_arrow(piece.text) or (piece.text[0] == "•" and _stands_alone(pieces, place)):
            draft.discard(piece, "related or most-read link")


def _is_quoted(pieces: list[Piece], place: int) -> bool:
    """Whether a line behind `>` is a quotation, or tells below one who speaks: `> "Việc nhỏ …"`, `> Bà Thử`."""
    near = pieces[max(0, place - 1) : place + 1]
    return pieces[place].text[0] == ">" and any(_QUOTATION.match(piece.text) for piece in near)


def _has_arrow(text: str) -> bool:
    """Whether an arrow in front of the text or behind it leads to another page."""
    behind = text[-1] in _ARROWS_BEHIND and _BEFORE_ARROW.search(text)
    return bool(behind) or (not text[0].isalnum() and _ARROWS.match(text) is not None)


def titles_under_labels(draft: Draft) -> None:
    """Discards the titles under a label of related articles amid the text: short open lines right below it.

    Leaves alone the head of the page, where such a label stands over the article itself, and captions with a credit.
    """
    under = False
    for piece in draft.pieces[draft.first_prose :]:
        if piece.reason == "related or most-read link" and draft.vocabulary.junk.section(piece.key):
            under = True
        elif under and not piece.owner and (_is_title(piece) or _ONLY_DATE.fullmatch(piece.text)):
            draft.discard(piece, "related or most-read link")
        else:
            under = False


def _is_title(piece: Piece) -> bool:
    is_open = not is_closed(piece.text) or piece.text[-1] == "?"
    short = len(piece.text) <= SHORT and is_open and not is_prose(piece) and " " in piece.text
    if not short or ":" in piece.text or split_photo_credit(piece.text).certain:
        return False
    return not all(map(is_name, piece.text.split(" - ")))


def _stands_alone(pieces: list[Piece], place: int) -> bool:
    """Whether no other bullet stands next to this one, as it would in a list."""
    near = pieces[max(0, place - 1) : place] + pieces[place + 1 : place + 2]
    return not is_closed(pieces[place].text) and not any(piece.text[0] == "•" for piece in near)


def picture_leftovers(draft: Draft) -> None:
    """Discards file names, pictures in Markdown and alternative texts that name a picture instead of describing it."""
    foreign = not any(has_marks(piece.text) for piece in draft.pieces[:60])
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) > SHORT:
            continue
        if _is_file(piece.text) or _is_picture_name(piece.text) or _is_image(piece.text):
            draft.discard(piece, "picture left-over")
        elif not foreign and _is_unmarked(piece.text):
            first = place == 0 or all(above.owner == "discarded" for above in draft.pieces[:place])
            draft.discard(piece, "inserted advertisement" if first else "picture left-over")


def _is_file(text: str) -> bool:
    """Whether the text is the name of a file, behind a label or alone, or tells the size of one; its ending or size is
    looked for first, for hardly a line has one."""
    return ("." in text[-LONGEST_ENDING:-1] or text[-2:] == "B)") and _FILE.fullmatch(text) is not None


def _is_image(text: str) -> bool:
    """Whether the text is a picture in Markdown, or holds the place of one in a mail: `[image: cid:ii_m9x2k.png]`."""
    if text[0] == "[":
        return _PLACE_OF_IMAGE.fullmatch(text) is not None
    return text[0] == "!" and _IMAGE.fullmatch(text) is not None


def _is_unmarked(text: str) -> bool:
    """Whether the text is several small words without a mark, as no Vietnamese line is."""
    if not (text.islower() and text.isascii()):
        return False
    words = text.split()
    small = all(word.isalnum() for word in words)
    return small and (len(words) > 1 or text[-1].isdigit()) and not (has_marks(text) or is_clock(text))


def _is_picture_name(text: str) -> bool:
    """Whether the text is a code such as `K3-DH`: capitals and digits in one word."""
    return " " not in text and _CODE.fullmatch(text) is not None


def gallery_numbers(draft: Draft) -> None:
    """Discards alternative texts made of a headline and a number: `Đại hội xã ảnh 3`, `Đại hội xã - Ảnh 3.`

    When a caption was glued to one, only the caption stays in the piece's text; the line keeps its place.
    """
    able = [piece for piece in draft.open() if len(piece.text) <= 2 * SHORT]
    numbers = has_digit(as_lines(able))  # few pages have one there, which all lines tell sooner than each
    numbered = [(piece, match) for piece in able if (match := _numbered(piece.text))] if numbers else []
    if not numbered:
        return
    titles = Counter(fold(match["title"]) for _, match in numbered)
    above = [fold(piece.text) for piece in draft.pieces[:HEAD] if len(piece.text) <= SHORT]
    for piece, match in numbered:
        title, rest = match["title"], match["rest"].strip()
        others = [text for text in above if text != fold(piece.text)]
        repeated = titles[fold(title)] > 1 or any(fold(title) in text for text in others) or _is_alone(draft, title)
        if repeated and not rest:
            draft.discard(piece, "picture left-over")
        elif repeated and title.isascii():
            draft.reword(piece, rest)
            piece.kind = "caption"


def _numbered(text: str) -> re.Match[str] | None:
    hint = has_digit(text) and holds_any(text, ("nh", "NH", "photo"))
    return _NUMBERED.match(text) if hint and _NUMBER_HINT.search(text) else None


def _is_alone(draft: Draft, title: str) -> bool:
    """Whether the headline that the numbers belong to is lost: the text begins in mid story."""
    return is_prose(draft.pieces[0]) and len(title.split()) > 3


def menu_above(draft: Draft) -> None:
    """Discards short lines that stand above a label of the site's menu: what is over the menu belongs to the site.

    A line right above the first running text is left alone, for it may be the headline.
    """
    last = -1
    if draft.kind == "document":
        return
    for place, piece in enumerate(draft.pieces[: draft.first_prose]):
        if piece.reason == "site menu" and place + 1 < draft.first_prose:
            last = place
    below = [piece for piece in draft.pieces[last + 1 : draft.first_prose] if not piece.owner]
    if last < 0 or not below:
        return
    for piece in draft.pieces[:last]:
        if not piece.owner:
            draft.discard(piece, "site menu")


def find_prose(draft: Draft) -> None:
    """Notes where running text begins."""
    narrates = draft.vocabulary.narrates
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) < SHORTEST_PROSE:
            continue
        if (
            is_prose(piece)
            or (place and _is_short_tale(piece.text) and opening(narrates, piece.text))
            or (piece.text[-1] in ".)" and _is_read_aloud(piece.text, draft.vocabulary))
        ):
            draft.first_prose = place
            return
    draft.first_prose = len(draft.pieces)


def _is_short_tale(text: str) -> bool:
    """Whether a short text may be a first paragraph all the same: a closed sentence."""
    return text[-1] == "." and not text.isupper()


def _is_read_aloud(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence opens with the tag of an agency or a station, or closes with the program in which it was read,
    in brackets: `… giữ đê. (Chương trình …)`."""
    if text[-1] == ".":
        return text[:2].isupper() and split_tag(text)[0] is not None
    told = without_remark(text)
    return told != text and vocabulary.tells_air(identity_key(text[len(told) :]))


_PAGE_ALONE = pattern(r"(?:[Tt]rang|TRANG) (?:số )?\d{1,3}")
_PAGE_NUMBER = pattern(r"([-–—])\s?\d{1,3}\s?\1")
_STEP = pattern(r"[>»›]|\s/\s")
_STEPS = pattern(r"\s*[>»›]+\s*|\s+/\s+")
_ARROWS = pattern(r"(?:>+|»+|›+|▶|►|←|‹|◄|⏪)\s*\w")
_ARROWS_BEHIND = "→▸►›»"
_BEFORE_ARROW = pattern(r"[^\W_]\)?\s*.$")
_DATED = pattern(r"[^\W\d_].{8,}[\s(]\(?\d{1,2}[/.-]\d{1,2}(?:[/.-](?:19|20)\d\d)?(?:\s\d{1,2}:\d\d)?\)$")
_AGE = pattern(
    r"(?:\d{1,3}\s?(?:giây|phút|giờ|ngày|tuần|tháng|năm)\s?){1,3}trước\s?"
    r"(?P<original>(?:[Ll]iên quan|(?:[Bb]ài\s)?[Gg]ốc)?)"
)
"""How long ago a collector took the article, with or without its link to the original: `1 giờ 5 phút trướcBài gốc`."""
_THOUSANDS = pattern(r"\d{1,3}(?:[.,]\d)?\s?[KkNnMm]\s(?=[^\W\d_])")
"""A great number cut short in front of what it counts: `2,3K lượt xem`."""
_RECENT = pattern(r"(?:Hôm (?:qua|nay|kia)|Vừa xong)(?:,?\s(?:lúc\s)?\d{1,2}\s?[:hg]\s?\d{2})?", re.IGNORECASE)
"""When a post was sent, as a network tells it."""
_YEARLESS = pattern(r"\d{1,2} (?:tháng|thg) \d{1,2},? (?:lúc )?\d{1,2}:\d{2}(?:\s?·)?")
"""When a post of this year was sent, as a network tells it, without the year."""
_REACTED = pattern(r"[^\W\d_].{1,60}\svà\s\d[\d.,]{0,8}\s?[KkNn]?\s?người khác")
"""Who liked a post: `Lê Thử, An Mẫu và 143 người khác`."""
_GROUP = pattern(
    r"(?:Zalo|Facebook|Fanpage|Telegram|Viber|Nhóm|Group|Kênh|Trang)\s.{2,80}[(·•|]\s?\d[\d.,]{0,8}\s?[KkNn]?\s"
    r"(?:thành viên|người theo dõi|người đăng ký|lượt thích|members|followers)\)?"
)
"""The name of a group or channel of a network, with how many belong to it."""
_RIGHTS = "©®™"
_BEFORE_TITLES = "•>»›▶►←‹◄⏪"
_BOXES = "([○◯☐□◻⚪"
_BOX = pattern(r"(?:\(\s?\)|\[\s?\]|[○◯☐□◻⚪])\s?\w")
_QUOTATION = pattern(r">\s?[\"“]")
_ONLY_DATE = pattern(r"\(?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\)?")
_LINK = pattern(r"\[(?P<label>[^\[\]]{1,80})\]\([^()\s]{1,200}\)")
"""A link in Markdown that is a whole line: `[Về trang chủ](index.html)`."""
_BRACKETED = pattern(r"(?:\[\s*[^\W\d_][^\[\]]{1,40}\]\s*){2,}")
_HEAD = pattern(r"(?:\d{1,2}|[IVX]{1,4})\.\s|\(\d{1,2}\)\s")
_COUNTER = pattern(r"(?:Ảnh|Hình|ẢNH|HÌNH|Photo|)\s{0,3}(?P<n>\d{1,3})\s?/\s?(?P<all>\d{1,3})[.:]?")
_FILE = pattern(
    r"(?:[^\W\d_][^:]{1,30}:\s?)?[\w .()-]{1,80}\.(?:jpe?g|png|gif|bmp|webp|mp[34]|pdf|docx?|xlsx?|zip)"
    r"(?:\s\([\d.,]{1,6}\s?[KM]B\))?|[^.()]{3,60}\s\((?:[^\W\d_]{1,20}\s)?[\d.,]{1,6}\s?[KM]B\)",
    re.IGNORECASE,
)
_WORD = pattern(r"[a-z]+")
_PLACE_OF_IMAGE = pattern(r"\[(?:image|cid|inline image)\b[^\[\]]{0,120}\]", re.IGNORECASE)
_IMAGE = pattern(r"!\[[^\]]{0,100}\]\([^)]{0,150}\)")
_CODE = pattern(r"(?=[^\W\d_]*\d)(?=\d*[^\W\d_])[A-Z0-9]{1,6}[-_][A-Z0-9]{1,6}")
_NUMBER_HINT = pattern(r"(?:nh|NH|photo)\s(?:số\s)?\d")
_NUMBERED = pattern(
    r"(?P<title>.{8,180}?)[\s\-–(]*\b(?:ảnh|Ảnh|ẢNH|hình|Hình|hinh|anh|photo)\s+(?:số\s+)?\d{1,3}(?!\d)[.)\s]*(?P<rest>.*)"
)
