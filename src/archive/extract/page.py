"""Sets aside what the page says about itself: notices, buttons, heads of mails and of printed pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from archive.extract.beside import names_user, read_beside
from archive.extract.dateline import claim_credit, has_date
from archive.extract.draft import LABEL_LENGTH, Draft, Piece, as_lines, may_have_gaps
from archive.extract.series import has_part, is_part_label
from archive.extract.shape import (
    NUMBER_OF_PAGE,
    SHORT,
    has_digit,
    is_closed,
    is_number_of_page,
    is_prose,
    parts_of,
)
from archive.extract.vocabulary import (
    Vocabulary,
    any_of,
    holds_any,
    label_and_value,
    label_key,
    opens_with,
    phrase_at,
    words_of,
)
from archive.patterns import pattern
from archive.vietnamese.folding import fold, identity_key, identity_words

NOTICE = 300
"""Characters of the longest notice."""
BUTTON_WORDS = 7
"""Words of the longest button."""
THING_WITHIN = 4
"""Words behind the verb of a button within which its thing is named."""
EDGE = 60
"""How many pieces from either end can stand beside the text."""
HEAD = 30
"""How many pieces from the top can be the head of a mail or of a stored page."""
WORKS = frozenset(("bài", "tác", "tên", "tít", "tựa"))
"""First words of labels that stand in front of a work's title."""
TITLE_WORDS = 5
"""Words from which a line above the text may be the headline."""
TITLE_LENGTH = 20
"""Characters from which a part of a line is another line printed again."""
LABEL = 20
"""Characters of the longest label of who entered an article."""
FIRST = 3
"""Pieces at the top among which stands what a printed page has above its text."""
AGES = ("relative age", "aggregator word")
"""Why a line was discarded that tells how old the article is, in the place of its date."""
DASHES = ("--", "—", "___")
"""What parts the signature from a mail."""
LONGEST_SIGNATURE = 8
"""Pieces of a signature with the dashes."""
SHORTEST_NAME = 4
"""Characters of the shortest name by which a sender is known."""
PARTED = " " * 4
"""A gap that no sentence has."""
COLUMN, NARROW_COLUMN = 8, 3
"""Blanks inside a line that part columns: one wide gap, or two narrow ones."""


def notices(draft: Draft) -> None:
    """Discards what the page tells its reader above or behind the text: cookies, letters to subscribers, rights.

    Leaves alone the same words amid the text.
    """
    ends = draft.pieces[:EDGE], draft.pieces[: -EDGE - 1 : -1]
    beside = [piece for pieces in ends for piece in _until_prose(pieces)]
    if not _hold_notice(beside, draft.vocabulary):
        return
    for pieces in ends:
        for piece in pieces:
            if _hold_notice([piece], draft.vocabulary):
                if not piece.owner:
                    draft.discard(piece, "page tool")
            elif not piece.owner and is_prose(piece):
                break


def _until_prose(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces up to the first running text, and that too."""
    for piece in pieces:
        yield piece
        if not piece.owner and is_prose(piece):
            return


def _hold_notice(pieces: Iterable[Piece], vocabulary: Vocabulary) -> bool:
    """Whether one of the pieces holds words that only a page says to its reader."""
    texts = as_lines(piece for piece in pieces if len(piece.text) <= NOTICE)
    return vocabulary.notices.stand_in([*identity_words(texts.split())])


def running_heads(draft: Draft) -> None:
    """Discards heads of printed pages: columns parted by blanks above the text, the same line again, page numbers.

    Leaves alone documents, whose letterhead has columns, tables, columns that hold a sentence, and the first line with
    the day, which its own rule reads.
    """
    heads = _beside_numbers(draft)
    if draft.kind == "document" or not (draft.has_gaps or heads):
        return
    top = min(draft.first_prose, HEAD)
    heads |= _numbered_heads(draft) | _printed_on_each_page(draft) | _with_issue(draft)
    above: set[str] = set()
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) > SHORT:
            continue
        columns = may_have_gaps(piece.text) and _has_columns(piece.text)
        if not (heads or columns):
            continue
        key = identity_key(piece.text)
        dated = columns and has_date(piece.text, draft.vocabulary)
        parts = {*_GAP.split(piece.text)} if dated else set()
        lower = place >= top or not parts.isdisjoint(above)
        above |= parts
        is_head = lower if dated else key in heads or (columns and not lower)
        if is_head:
            heads |= {key, *_numbered_columns(piece.text)}
            draft.discard(piece, "running head")
    for piece in draft.pieces if heads else ():
        if not piece.owner and piece.text[-1].isdigit() and is_number_of_page(piece.text):
            draft.discard(piece, "running head")


def _beside_numbers(draft: Draft) -> set[str]:
    """The first line, when it comes back word for word right beside the number of a page, as it has one itself."""
    first = draft.pieces[0].text if draft.pieces else ""
    if not (first and first.isupper()) or draft.firsts.isdisjoint("0123456789"):
        return set()
    places = [place for place, piece in enumerate(draft.pieces) if piece.text == first]
    numbers = {place for place, piece in enumerate(draft.pieces) if is_number_of_page(piece.text)}
    beside = (not numbers.isdisjoint(range(place + 1, place + FIRST + 1)) for place in places)
    return {identity_key(first)} if len(places) > 1 and all(beside) else set()


def _numbered_columns(head: str) -> set[str]:
    """The columns of a head that tell a number, for other pages may print one without the rest: `BẢN TIN - SỐ 5`."""
    return {identity_key(part) for part in _GAP.split(head) if has_digit(part) and " " in part}


def _numbered_heads(draft: Draft) -> set[str]:
    """Lines that stand on each page with its number behind a gap: `Bản tin Ví Dụ          14`.

    Leaves alone the rows of a table, for running text stands between two pages.
    """
    places: dict[str, list[int]] = {}
    for place, piece in enumerate(draft.pieces if any(map(str.isdigit, draft.lasts)) else ()):
        if piece.text[-1].isdigit() and PARTED in piece.text and (match := _NUMBERED_PAGE.fullmatch(piece.text)):
            places.setdefault(identity_key(match["head"]), []).append(place)
    repeated = [found for found in places.values() if len(found) > 1]
    apart = [found for found in repeated if all(lower - upper > FIRST for upper, lower in pairwise(found))]
    return {identity_key(draft.pieces[place].text) for found in apart for place in found}


def _printed_on_each_page(draft: Draft) -> set[str]:
    """The first lines, when they have columns and come back word for word."""
    first, rest = draft.pieces[:FIRST], draft.pieces[FIRST:]
    above = {identity_key(piece.text) for piece in first if PARTED in piece.text and not piece.owner}
    return above and above & {identity_key(piece.text) for piece in rest if PARTED in piece.text}


def _with_issue(draft: Draft) -> set[str]:
    """Lines in capitals that end behind a gap with the number of the issue, as the line with the day has it: `VÍ DỤ
    Số 1.208`. Leaves alone titles with a number: `THỰC HIỆN NGHỊ QUYẾT SỐ 18`."""
    able = draft.pieces if any(map(str.isdigit, draft.lasts)) else ()
    numbered = [(piece.text, match[0].lower()) for piece in able if (match := _at_end(piece.text))]
    top = draft.above_text(HEAD) if numbered else ()
    told = [piece.text.lower() for piece in top if has_date(piece.text, draft.vocabulary)]
    names = ((text, number) for text, number in numbered if text[: -len(number)].isupper())
    return {identity_key(text) for text, number in names if any(f"{number} " in f"{day} " for day in told)}


def _at_end(text: str) -> re.Match[str] | None:
    """The number of an issue with which a short line ends."""
    return _NUMBER_OF_ISSUE.search(text) if text[-1].isdigit() and len(text) <= LABEL_LENGTH else None


def jumps(draft: Draft) -> None:
    """Discards what leads from one page of a printed paper to another: `(Xem tiếp trang 6)`, `BÁO VÍ DỤ - Trang 6`.

    Leaves alone every line that does not end there.
    """
    if not any(last == ")" or last.isdigit() for last in draft.lasts):
        return
    for piece in draft.open():
        if len(piece.text) > SHORT or not (piece.text[-1] == ")" or piece.text[-1].isdigit()):
            continue
        named = _PAGE.search(piece.text) and (_ISSUE.search(piece.text) or draft.vocabulary.names_medium(piece.text))
        numbered = piece.text[0] in "TtP" and _NUMBER_OF_PAGES.fullmatch(piece.text)
        if numbered or _JUMP.search(piece.text) or (named and not has_date(piece.text, draft.vocabulary)):
            draft.discard(piece, "running head")
    leads = [
        place for place, piece in enumerate(draft.pieces) if piece.reason == "running head" and "iếp" in piece.text
    ]
    for place in leads[1:]:  # the first may stand above the article
        if _GOES_ON.fullmatch(draft.pieces[place].text):
            _discard_head_of_page(draft, draft.pieces[max(0, place - FIRST) : place])


def _discard_head_of_page(draft: Draft, above: Sequence[Piece]) -> None:
    """Discards what stands right above the line that says from which page an article goes on: the number of the page,
    the paper and its day, a section in capitals, the beginning of the title with points behind it.

    Leaves alone captions and sentences.
    """
    for piece in reversed(above):
        if piece.owner == "discarded":
            continue
        text = piece.text
        told = text.isupper() or text.endswith(("...", "…")) or is_number_of_page(text)
        if piece.owner or is_prose(piece) or not (told or has_date(text, draft.vocabulary)):
            return
        draft.discard(piece, "running head")


def _has_columns(text: str) -> bool:
    """Whether gaps part the line into columns, one of them in capitals."""
    gaps = [len(gap) for gap in _GAP.findall(text)]
    wide = any(size >= COLUMN for size in gaps) or sum(size >= NARROW_COLUMN for size in gaps) > 1
    return wide and any(part.isupper() and len(part) > 3 for part in _GAP.split(text))


def mail_head(draft: Draft) -> None:
    """Discards the head of a mail or of a stored page; its subject is the headline when no line repeats it.

    A subject is no headline beside a label that only headlines have: `Chủ đề: Chuyện quê`, `Đầu đề: …`. Leaves the date
    to its own rule, and a label that stands by itself, as below a text.
    """
    labelled = [(piece, *parts) for piece in _above(draft) if (parts := label_and_value(piece.text))]
    of_mail = [piece for piece, label, _ in labelled if label in draft.vocabulary.mail_labels]
    mail = len(of_mail) > 1
    credited = any(draft.vocabulary.bylines.get(label) in ("text", "both") for _, label, _ in labelled)
    titles = [piece for piece, label, value in labelled if value and _names_work(draft, piece, label, credited)]
    titles = [piece for piece in titles if piece not in of_mail] or titles
    card = bool(titles)
    for piece, label, value in labelled:
        if piece in titles:
            _subject(draft, piece, value, mail=mail, work=label not in draft.vocabulary.mail_labels)
        elif card and draft.vocabulary.bylines.get(label) == "source" and not _DIGITS.search(value):
            _taken_from(draft, piece, value)
        elif label in draft.vocabulary.address_labels or (
            mail and label in draft.vocabulary.mail_labels and not _DIGITS.search(value)
        ):
            draft.discard(piece, "mail head")
    if mail:
        _beside_mail(draft, [value for _, label, value in labelled if label in draft.vocabulary.mail_labels])


def _beside_mail(draft: Draft, told: Sequence[str]) -> None:
    """Discards the line over a mail that was sent on with what was written above it, and the signature of who sent it:
    all below two dashes, when no sentence stands there, and whoever is `told` in the head or where somebody can be
    reached does.

    Leaves alone labelled lines that credit an author or a source.
    """
    above = _above(draft)
    last = next((at for at, piece in enumerate(above) if _SENT_ON.fullmatch(piece.text)), -1)
    for piece in above[: last + 1]:
        if not _DIGITS.search(piece.text):  # of a date, which has its own rule
            draft.discard(piece, "mail head")
    signature = [*dropwhile(lambda piece: piece.text not in DASHES, draft.pieces[-LONGEST_SIGNATURE:])]
    if any(is_closed(piece.text) or len(piece.text) > SHORT for piece in signature):
        return
    sent = any(_REACHED.search(piece.text) or _is_told(piece.text, told) for piece in signature)
    for piece in signature if sent else ():
        labelled = label_and_value(piece.text)
        if not piece.owner and (labelled is None or labelled[0] not in draft.vocabulary.bylines):
            draft.discard(piece, "footer")


def _is_told(text: str, told: Sequence[str]) -> bool:
    """Whether a name is one of those who send or get a mail."""
    name = fold(text)
    return len(name) >= SHORTEST_NAME and any(name in fold(value) for value in told)


def _names_work(draft: Draft, piece: Piece, label: str, credited: bool) -> bool:
    """Whether the label of a line stands in front of a headline: a known one, or where another line credits an author
    any that begins with a word for a work: `Bài dự thi: …`."""
    if label in draft.vocabulary.headline_labels or label.startswith("tiêu đề "):
        return True
    work = label.split(" ", 1)[0] in WORKS and label not in draft.vocabulary.bylines
    return credited and work and not is_part_label(piece.text)


def _above(draft: Draft) -> list[Piece]:
    return [piece for piece in draft.above_text(HEAD) if not piece.owner]


def _subject(draft: Draft, piece: Piece, value: str, *, mail: bool, work: bool) -> None:
    """Claims the headline behind a label of a `mail` or of a `work`; of a work where it is printed again, if it is."""
    title = _SERIES_OF_MAILS.sub("", value)
    again = next((other for other in _above(draft) if other is not piece and fold(other.text) == fold(title)), None)
    if again:
        draft.discard(piece, "printed again")
        piece, title = again, again.text
    if draft.headline is None and (work or (mail and not again)):
        piece.owner, draft.headline = "headline", title
        draft.note("headline", title, "mail_head", [piece], 0.95)


def tells_title(draft: Draft) -> bool:
    """Whether the head of a mail or of a card told the headline."""
    known = draft.evidence.get("headline")
    return known is not None and known.chosen.rule == "mail_head"


def rest_of_card(draft: Draft) -> None:
    """Discards the labelled lines beside a text whose headline a label told that no field takes: `Nhuận bút: …`.

    Leaves alone authors behind the text.
    """
    if not tells_title(draft):
        return
    above = _above(draft)
    for piece in beside_text(draft):
        labelled = None if is_closed(piece.text) else label_and_value(piece.text)
        if labelled and (piece in above or labelled[0] not in draft.vocabulary.bylines):
            draft.discard(piece, "mail head")


def _taken_from(draft: Draft, piece: Piece, value: str) -> None:
    if value and draft.source is None:
        piece.owner, draft.source = "source", value
        draft.note("source", value, "mail_head", [piece], 0.9)


def places_to_sign(draft: Draft) -> None:
    """Discards where a form wants to be signed: `Xác nhận của xã (ký, ghi rõ họ tên)`. Leaves alone documents."""
    if ")" not in draft.lasts or draft.kind == "document":
        return
    for piece in draft.open():
        if piece.text[-1] == ")" and len(piece.text) <= SHORT and _TO_SIGN.search(piece.text):
            draft.discard(piece, "label without its value")


def covering_notes(draft: Draft) -> None:
    """Discards what a sender says to the receiver above the text: `Em gửi các anh chị tin để đăng ạ`.

    Leaves alone questions and what is quoted, which readers ask as politely.
    """
    for piece in _above(draft):
        if len(piece.text) <= SHORT and piece.text.rstrip(".!").endswith(" ạ") and piece.text[0] not in _SPOKEN:
            draft.discard(piece, "mail head")
    if any(piece.reason == "mail head" for piece in draft.above_text(HEAD)):
        _covering_letter([piece for piece in draft.pieces[:HEAD] if not piece.owner], draft)


def _covering_letter(below: list[Piece], draft: Draft) -> None:
    """Discards the greeting of a mail and the words that offer an article, when a title stands under them.

    Leaves alone a letter that is itself what is to be read.
    """
    letter = [*takewhile(_is_covering, dropwhile(lambda piece: not _is_covering(piece), below))]
    offers = any(_OFFER.match(piece.text) and " gửi " in piece.text for piece in letter)
    title = below[below.index(letter[-1]) + 1 :][:1] if offers else []
    if title and title[0].text.count(" ") >= TITLE_WORDS - 1 and not (is_closed(title[0].text) or is_prose(title[0])):
        for piece in letter:
            draft.discard(piece, "mail head")


def _is_covering(piece: Piece) -> bool:
    """Whether the piece greets the receiver, or tells or asks something as the first sentence of a letter does."""
    return _GREETING.match(piece.text) is not None or _OFFER.match(piece.text) is not None


def messages(draft: Draft) -> None:
    """Takes off the heads of messages, two or more, with moment and sender: `[14/03/2023 19:33] VP - Lê Thử: …`; what
    is sent with one stays, and the moment at which it was.

    Leaves alone a text in which one line only opens so. Discards short messages, under which nothing else stands.
    """
    if draft.firsts.isdisjoint("[0123"):
        return
    able = ((place, piece) for place, piece in enumerate(draft.pieces) if piece.text[0] in "[0123" and not piece.owner)
    heads = {place: match for place, piece in able if (match := _MESSAGE.match(piece.text))}
    for place, match in heads.items() if len(heads) > 1 else ():
        piece = draft.pieces[place]
        carries = place + 1 < len(draft.pieces) and place + 1 not in heads
        if is_prose(piece) or (carries and match["text"]):
            draft.reword(piece, match["text"])
        elif carries:
            draft.reword(piece, match["moment"])
        else:
            draft.discard(piece, "mail head")


def aged_lines(draft: Draft) -> None:
    """Claims the author of a line that tells how long it takes to read the article, or how old it is in place of a
    date, beside tools of the page: `by Lê Thử / 3d // keep unread`, `Lê Thử · 4 phút đọc`; a time to read alone goes.

    The paper in front of the age, where a break was lost, is the source: `Báo Ví Dụ3 giờ trướcBài gốc`. Leaves alone a
    line with words that nothing explains, and ages on pages that have a date.
    """
    dated = draft.date is not None
    for piece in _above(draft):
        if dated and not holds_any(piece.text, _IN_EVERY_READING):
            continue
        if len(piece.text) > SHORT or not (_READING if dated else _AGE).search(piece.text):
            continue
        if (glued := _PAPER_AND_AGE.fullmatch(piece.text)) and draft.vocabulary.names_medium(glued["paper"]):
            _taken_from(draft, piece, glued["paper"])
            continue
        parts = [part.strip() for part in parts_of(piece.text)]
        told = [part for part in parts if _AGE.fullmatch(part)]
        rest = [part for part in parts if not (part in told or _is_tool_or_verb(draft, part))]
        if told and not rest and _READING.fullmatch(told[0]):
            draft.discard(piece, "page tool")
        elif told and len(rest) == 1:
            beside = read_beside(rest[0], draft.vocabulary)
            if beside.credit and beside.credit.people and not beside.unknown:
                piece.owner = "byline"
                claim_credit(draft, piece, beside.credit)


def posted(draft: Draft) -> None:
    """Discards the first line of a post when it only says who sent it, and where: `Xã đoàn Ví Dụ đang ở Bản Mẫu.`,
    `Báo Ví Dụ đã đăng trên trang`."""
    first = draft.pieces[0] if draft.pieces else None
    if first and not first.owner and len(first.text) <= SHORT and _POSTED.fullmatch(first.text):
        draft.discard(first, "page widget")


def users(draft: Draft) -> None:
    """Discards lines above the text that name a user of the site's software, beside the label or below it."""
    head = _above(draft)
    for piece in head:
        if ":" in piece.text and names_user(piece.text, draft.vocabulary):
            draft.discard(piece, "label without its value")
    labels = draft.vocabulary.bylines
    for upper, lower in pairwise(head):
        if (
            len(upper.text) <= LABEL
            and upper.key in labels
            and names_user(f"{upper.key}: {lower.text}", draft.vocabulary)
        ):
            draft.discard(upper, "label without its value")
            draft.discard(lower, "label without its value")


def titles_of_page(draft: Draft) -> None:
    """Discards the title of the window, which holds the headline and the name of the site: `Headline - Báo Ví Dụ`.

    Leaves alone a line that holds no other line of the head whole, and the part of a series with its title.
    """
    head = _above(draft)
    parted = [(piece, titles) for piece in head if (titles := titles_in(piece.text))]
    lines = {fold(piece.text) for piece in head} if parted else set()
    for piece, titles in parted:
        others = lines - {fold(piece.text)}
        if not has_part(piece.text) and not others.isdisjoint(map(fold, titles)):
            draft.discard(piece, "printed again")


def titles_in(text: str) -> list[str]:
    """The parts of a line that are as long as a title; none when the line is not parted."""
    if not (may_have_gaps(text) or holds_any(text, _PARTING)):
        return []
    parts = _TITLE_PARTS.split(text)
    behind_label = parts[0].partition(": ")[2]
    return [part for part in (*parts, behind_label) if len(part) >= TITLE_LENGTH] if len(parts) > 1 else []


def addresses(draft: Draft) -> None:
    """Discards lines that are nothing but an address on the web, with the number of a printed page or without."""
    if draft.firsts.isdisjoint("hw"):
        return
    for piece in draft.pieces:
        if piece.text[0] in "hw" and not piece.owner and _ADDRESS.fullmatch(piece.text):
            draft.discard(piece, "mail head")


def buttons(draft: Draft) -> None:
    """Discards buttons above and behind the text: short, open, a verb of the reader's and a thing of the page's.

    Leaves alone what ends as a sentence does, every line amid the text, and the only line that may be the headline.
    """
    titles = [piece for piece in _above(draft) if piece.text.count(" ") >= TITLE_WORDS - 1]
    for piece in beside_text(draft):
        if titles == [piece] or not _may_be_tools(piece, draft.vocabulary):
            continue
        parts = parts_of(piece.text)
        if (len(parts) > 1 and _is_bar(draft, piece.text, parts)) or is_button(draft, piece.text):
            draft.discard(piece, "page tool")


def _may_be_tools(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a short piece opens as a tool does or has an icon: other lines need not be taken apart."""
    return opens_with(vocabulary.tool_openings, piece.key) or _ICON.search(piece.text) is not None


def _is_bar(draft: Draft, text: str, parts: Sequence[str]) -> bool:
    """Whether the parts of a line are tools: all of them, or half of them beside an icon; beside a whole button the
    verb of one suffices: `Sửa | Xóa | Quay lại danh sách`."""
    tools = [_is_tool(draft, part) for part in parts]
    if _ICON.search(text):
        return 2 * sum(tools) >= len(parts)
    return any(tools) and all(_is_tool_or_verb(draft, part) for part in parts)


def _is_tool(draft: Draft, text: str) -> bool:
    return draft.vocabulary.junk.section(label_key(text)) is not None or is_button(draft, text)


def _is_tool_or_verb(draft: Draft, text: str) -> bool:
    return _is_tool(draft, text) or _is_verb(draft, text)


def _is_verb(draft: Draft, text: str) -> bool:
    """Whether a text is the verb of a button and nothing else."""
    words = words_of(text)
    verb = phrase_at(draft.vocabulary.buttons, words)
    return verb is not None and len(verb.words) == len(words)


def is_button(draft: Draft, text: str) -> bool:
    """Whether a short text is a button: `Xem bản máy tính`, `★ Đánh dấu sao`."""
    text = text.removesuffix("...").rstrip("… ")
    if not text or is_closed(text) or text[0].isdigit():
        return False
    words = [word for word in words_of(_ICON.sub(" ", text)) if word and not word.isdigit()]
    if not words or len(words) > BUTTON_WORDS:
        return False
    verb = phrase_at(draft.vocabulary.buttons, words)
    if verb is None:
        return False
    rest = words[len(verb.words) :]
    return any_of(draft.vocabulary.things, rest[:THING_WITHIN]) or (_ICON.search(text) is not None and len(rest) < 2)


def beside_text(draft: Draft) -> Iterator[Piece]:
    """The open pieces above the running text and behind it, as far as `EDGE` from the ends."""
    places = range(len(draft.pieces) - 1, -1, -1)
    last = next((at for at in places if not draft.pieces[at].owner and is_prose(draft.pieces[at])), 0)
    above = draft.above_text(EDGE)
    behind = draft.pieces[max(last + 1, draft.first_prose, len(draft.pieces) - EDGE) :]
    for piece in (*above, *behind):
        if not piece.owner and len(piece.text) <= LABEL_LENGTH:
            yield piece


_SPOKEN = '"“-–'
"""Signs that open words of somebody in the text."""
_GAP = pattern(r"\s{3,}")
_NUMBERED_PAGE = pattern(rf"(?P<head>\S.{{5,120}}?)\s{{4,}}{NUMBER_OF_PAGE}")
_GREETS = "(?:Kính|Thân(?: mến| ái)?) (?:gửi|thưa|chào)|Thưa|Gửi|Chào"
_GREETING = pattern(rf"(?:{_GREETS}|Dear)\s[^.]{{2,80}}[,:!.]?$")
_OFFER = pattern(
    rf"(?:(?:{_GREETS})\s[^.,]{{2,60}},\s)?"
    r"(?:[Tt]ôi|[Ee]m|[Cc]háu|[Mm]ình|[Cc]húng tôi|[Cc]húng em|[Xx]in|[Kk]ính mong|[Rr]ất mong|Mong)\s"
)
_MESSAGE = pattern(
    r"\[?(?P<moment>\d{1,2}[/.]\d{1,2}[/.]\d{4},?\s\d{1,2}:\d\d(?::\d\d)?|\d{1,2}:\d\d(?::\d\d)?,?\s\d{1,2}[/.]\d{1,2}[/.]\d{4})"
    r"(?:\]|\s[-–])\s?[^:]{2,60}:\s?(?P<text>.*)"
)
_POSTED = pattern(
    r"[^\W\d_].{2,60}\s(?:đang ở (?:[^\W\d_]\S*\s){0,6}[^\W\d_]\S*|đã đăng (?:trên|lên|vào) (?:trang|nhóm)\b.{0,60}"
    r"|đã (?:chia sẻ|thêm|tải lên|cập nhật) (?:một|\d{1,3}) (?:bài viết|ảnh|hình|video|liên kết|kỷ niệm)\b.{0,60}"
    r"|cùng với .{2,60} và \d{1,3} người khác)\.?"
)
_TO_SIGN = pattern(r"\([Kk]ý[^()]{0,20}(?:họ tên|họ và tên|đóng dấu)[^()]{0,20}\)$")
_READING = pattern(
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s(?:phút|mins?|minutes?)(?:\s(?:đọc|nghe|read))?(?![^\W_]|\strước|\sago)"
)
"""How long it takes to read an article or to listen to it."""
_IN_EVERY_READING = ("phút", "min")
_AGE = pattern(
    rf"{_READING.pattern}|"
    r"\d{1,3}\s?(?:(?:s|m|min|h|d|w|mo|y)(?![^\W_])|(?:giây|phút|giờ|ngày|tuần|tháng|năm)\strước"
    r"|(?:minute|hour|day|week|month|year)s?\sago)"
)
_PAPER_AND_AGE = pattern(
    r"(?P<paper>[^\W\d_][^\d]{2,40})\d{1,3}\s?(?:giây|phút|giờ|ngày|tuần|tháng|năm)\strước\s?(?:[Bb]ài\s)?[Gg]ốc"
)
_JUMP = pattern(r"(?:^|\()(?:[Xx]em |[Đđ]ọc )?[Tt]iếp (?:theo )?(?:từ )?(?:trang|số|kỳ) (?:\d{1,3}|trước|sau)\)?$")
_GOES_ON = pattern(r"\(?Tiếp (?:theo|từ) [^()]{4,20}\)?")
_NUMBER_OF_PAGES = pattern(r"(?:[Tt]rang|TRANG|Page) \d{1,3}\s?(?:/|of)\s?\d{1,3}")
_PAGE = pattern(r"(?:[-–|•,]\s|\s{3,})(?:[Tt]rang|TRANG) \d{1,3}$")
_ISSUE = pattern(r"(?:[-–|•,]\s|\s{3,})(?:[Ss]ố|SỐ)\s?:?\s?\d")
_NUMBER_OF_ISSUE = pattern(r"(?:(?<=\s\s)|(?<=\t)|(?<=[-–|]\s))(?:[Ss]ố|SỐ)\s?\d[\d.]{0,6}$")
_DIGITS = pattern(r"\d{4}")
_REACHED = pattern(r"\S@\S|\d[\dx][\d\sx.]{4,12}[\dx]")
"""An address of electronic mail, or the number of a telephone."""
_SENT_ON = pattern(r"-{3,}\s?\w[^-]{1,40}-{3,}")
_SERIES_OF_MAILS = pattern(r"^(?:\[[^\]]{1,40}\]\s*|(?:Fwd?|Re|Tr)\s?:\s*)+", re.IGNORECASE)
_PARTING = "-–—|•·"
_TITLE_PARTS = pattern(rf"\s[{_PARTING}]\s|\s{{2,}}")
_ADDRESS = pattern(r"(?:https?://|www\.)\S{3,300}(?:\s+\d{1,3}\s?/\s?\d{1,3}|\s\(In [^()]{5,40}\))?")
_ICON = pattern(r"[✉←-⇿⌀-➿⬀-⯿\U0001f300-\U0001faff]️?")
