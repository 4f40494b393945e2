"""Asks whether the rest of the text agrees with what was found; where it does not, a person decides."""

from datetime import datetime, timedelta, timezone
from itertools import islice, pairwise

from archive.extract.agreement import FEW_WORDS, has_pairs, has_words, pairs_taken_up, told_in_body
from archive.extract.credits import split_photo_credit, tells_author
from archive.extract.dateline import tells_deadline
from archive.extract.draft import Draft, Piece
from archive.extract.shape import PROSE, SHORT, is_closed, is_prose
from archive.extract.vocabulary import Vocabulary, holds_any, label_and_value, phrase_at, words_of
from archive.patterns import pattern
from archive.vietnamese.names import has_surname, is_highland, is_initials, is_name

VIET_NAM = timezone(timedelta(hours=7))
SOME_WORDS = 0.34
"""Share of its words that the text takes up of a headline beside which no other line is in question."""
SHORTEST_TITLE = 4
"""Words below which a line is more often a label than a headline."""
FEWEST_PAIRS = 2
"""Pairs of neighbouring words that the text takes up of a headline beside which an unknown line may stand."""
KNOWN = 0.7
"""Confidence below which a kicker is one by its place only."""
LABEL_WORDS, CARD = 3, 3
"""Words of the longest label of a card, and how many labelled lines beside it make one."""
META_WORDS = 20
"""Most words of a line beside the text that only says when and by whom it was published."""
CHROME = ("share or follow label", "comment form", "view count", "page tool", "rating widget", "page widget", "footer")
"""Why a line was discarded that only a page says."""
OVER_TITLE = ("kicker", "series")
"""Owners of lines over the headline that may tell the author of a series."""
UNREAD = frozenset(("lead", "body", "caption", "discarded"))
"""Owners of lines that may hold an author whom no rule has read."""
GAPS = 3
"""Wide gaps amid the text from which it stands in two columns."""
HEAD = 60
"""How many pieces from the top can stand above the text, and from the end behind it."""
LONGEST_NAME = 40
"""Characters of the longest full name."""
TAIL = 6
"""How many pieces from the end are looked at for such lines."""


def unanswered_headline(draft: Draft) -> None:
    """Doubts a headline whose words the text does not take up, or that has signs of an address or a page's head, or
    opens with a paper's name, or is very short.

    Leaves alone documents, tables, poems and reports on several units, whose titles name what they are, and headlines
    that something else on the page shows to be one.
    """
    if not draft.headline or draft.kind in ("document", "table", "poem", "roundup", "not-article"):
        return
    outlet = draft.vocabulary.names_medium(draft.headline)
    if _has_signs(draft.headline) or outlet or not (_is_answered(draft) or _is_shown(draft)):
        draft.doubt_once("headline-weak", draft.headline[:60])


def _has_signs(title: str) -> bool:
    """Whether signs of an address or of a page's head stand in a title, or a wide gap."""
    return title[0] == "(" or holds_any(title.replace("\t", " "), _SIGNS)


def _is_answered(draft: Draft) -> bool:
    """Whether the text takes up the words of the headline, which are more than a label has."""
    title = draft.headline or ""
    told = told_in_body(draft)
    enough = SOME_WORDS if _stands_alone(draft) else FEW_WORDS
    return title.count(" ") >= SHORTEST_TITLE - 1 and (has_words(title, told, enough) or has_pairs(title, told))


def _is_shown(draft: Draft) -> bool:
    """Whether a line is known for the headline by more than its words: its part is told, the page repeats it in the
    name of a picture, or it stands right under a unit or a speaker, or under a section and over author or date."""
    title = draft.headline or ""
    place = draft.place_of("headline", 0)
    if place and draft.pieces[place - 1].owner == "kicker" and not label_and_value(title):
        below = draft.pieces[place + 1 : place + 2]
        over_author = any(piece.owner in ("byline", "author_org", "date") for piece in below)
        if draft.kicker_type in ("unit", "speaker") or (over_author and _has_known_kicker(draft)):
            return True
    return draft.part is not None or any(
        piece.reason == "picture left-over" and piece.text.startswith(title) for piece in draft.pieces
    )


def _has_known_kicker(draft: Draft) -> bool:
    """Whether the kicker is one by its words."""
    known = draft.evidence.get("kicker")
    return known is not None and known.chosen.confidence >= KNOWN


def open_lead(draft: Draft) -> None:
    """Doubts the headline over a lead, or right over a line of the text, that is short and no sentence, for that may be
    its rest, or be the headline."""
    if draft.kind not in ("article", "interview"):
        return
    title = draft.place_of("headline", len(draft.pieces))
    below = [piece for piece in draft.pieces[title + 1 : title + 2] if piece.owner == "body" and not piece.gap]
    for text in (draft.lead or "", *(piece.text for piece in below)):
        if 0 < len(text) < PROSE and not is_closed(text) and text[-1] != ":":
            draft.doubt_once("headline-weak", text[:60])


def unknown_label(draft: Draft) -> None:
    """Doubts a headline behind a short label that no list knows, where other labelled lines stand beside it.

    Leaves alone a body in front of the colon, as over an interview or a report.
    """
    label, colon, _ = (draft.headline or "").partition(":")
    if not colon or label.count(" ") >= LABEL_WORDS or phrase_at(draft.vocabulary.bodies, words_of(label)):
        return
    above = [piece.text for piece in draft.pieces[: draft.first_prose] if piece.owner != "headline"]
    if sum(label_and_value(text) is not None for text in above) >= CARD:
        draft.doubt_once("headline-weak", (draft.headline or "")[:60])


def _stands_alone(draft: Draft) -> bool:
    """Whether no other line above the text could be the headline: there is none but a kicker that is one by its words,
    authors, and captions that a credit or a full stop shows."""
    known = draft.evidence.get("headline")
    if known is None:
        return False
    others = {line for other in known.beaten for line in other.lines}
    sure = _has_known_kicker(draft)
    return all(_is_placed(piece, sure) for piece in draft.pieces if not others.isdisjoint(piece.lines))


def _is_placed(piece: Piece, sure_kicker: bool) -> bool:
    if piece.owner == "kicker":
        return sure_kicker
    if piece.owner in ("byline", "author_org"):
        return True
    return piece.owner == "caption" and (is_closed(piece.text) or split_photo_credit(piece.text).certain)


def unknown_kicker(draft: Draft) -> None:
    """Doubts a headline that the text hardly takes up under a line that no list knows: that may be the headline.

    Leaves alone the title of a part under that of its series.
    """
    known = "kicker" in draft.evidence and not _has_known_kicker(draft)
    if not known or draft.headline is None or draft.kicker is None or draft.part:
        return
    if pairs_taken_up(draft.headline, told_in_body(draft)) < FEWEST_PAIRS:
        draft.doubt_once("headline-weak", draft.kicker)


def unread_dates(draft: Draft) -> None:
    """Doubts the date when a short line beside the text has a full one that no rule has read."""
    if draft.date is not None or draft.kind in ("document", "not-article"):
        return
    if draft.headline and _FULL_DATE.match(draft.headline):
        draft.doubt_once("date-unreadable", draft.headline[:60])
    for piece in _short_at_ends(draft):
        dated = (
            piece.owner != "date"
            and piece.reason != "footer"
            and _has_full_date(piece.text)
            and not (_RECEIVED.match(piece.text) or tells_deadline(piece.text, draft.vocabulary))
        )
        if dated and _is_beside_text(piece):
            draft.doubt_once("date-unreadable", piece.text)
            return


def _has_full_date(text: str) -> bool:
    """Whether a day, month and year stand in the text; a sign between numbers, or a century, is missed sooner."""
    inner = text[:-1]
    hint = "/" in inner or "." in inner or "-" in inner or "20" in inner or "19" in inner
    return hint and _FULL_DATE.search(text) is not None


def future_date(draft: Draft) -> None:
    """Doubts a date that has not come yet in Việt Nam: a plan, or a slip of the keyboard.

    The only rule that looks at the clock; what it says of an article is remembered until the article is read again.
    """
    today = datetime.now(VIET_NAM).date().isoformat()
    if draft.date and draft.date[: len(today)] > today[: len(draft.date)]:
        draft.doubt_once("date-future", draft.date[:10])


def mixed_columns(draft: Draft) -> None:
    """Doubts a copy in which lines hold the words of two columns: what belongs together cannot be told.

    Leaves alone documents and tables, which have columns, and a single gap, as in front of a byline.
    """
    if not draft.has_gaps or draft.kind in ("document", "table", "not-article"):
        return
    texts = (piece for piece in draft.pieces if piece.owner in ("lead", "body", "caption") and piece.kind != "table")
    parted = (piece for piece in texts if "    " in piece.text for _ in _GAP.finditer(piece.text))
    gaps = [*islice(parted, GAPS)]
    if len(gaps) == GAPS:
        draft.doubt("damaged-text", str(gaps[0].lines[0]))


def misplaced_authors(draft: Draft) -> None:
    """Doubts a name without a label right below what a page says behind the text, where readers and editors stand.

    Leaves alone what leads to the other parts of a series, and lines of signs.
    """
    evidence = draft.evidence.get("byline")
    if evidence is None or evidence.chosen.rule != "name_alone":
        return
    for upper, lower in pairwise(draft.pieces[draft.first_prose :]):
        if lower.owner == "byline" and upper.owner == "discarded" and upper.reason in CHROME:
            draft.doubt_once("byline-weak", evidence.chosen.value)


def unread_authors(draft: Draft) -> None:
    """Doubts that nobody is credited when a line beside the text tells a full name behind a label or with more behind
    it, a line above the text or one of the last has the form of a name and was left in the text, or one amid the text
    is a full name."""
    if draft.byline or draft.author_org or draft.kind not in ("article", "interview", "photo", "roundup"):
        return
    for piece in (*_short_at_ends(draft), *_short_behind(draft)):
        if _introduces(piece, draft.vocabulary) or (piece.owner in OVER_TITLE and tells_author(piece.text)):
            draft.doubt_once("byline-weak", piece.text)
    for piece in _short_at_ends(draft):
        name = piece.text.strip(" .*-–()")
        left = piece.owner == "body" and piece.kind in ("paragraph", "heading", "note")
        if left and 1 < len(name.split()) < 6 and (is_name(name) or name.istitle()):
            draft.doubt_once("byline-weak", piece.text)
    for piece in draft.pieces[draft.first_prose :]:
        if len(piece.text) <= LONGEST_NAME and _is_full_name(piece, draft.vocabulary):
            draft.doubt_once("byline-weak", piece.text)


def _is_full_name(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line of the text is a surname with two names or more, and nothing else."""
    words = piece.text.count(" ") + 1
    left = piece.owner == "body" and piece.kind in ("paragraph", "heading")
    return left and 2 < words < 6 and is_name(piece.text) and has_surname(piece.text, vocabulary.surnames)


def _short_behind(draft: Draft) -> list[Piece]:
    """The short pieces behind the last running text that the article kept."""
    places = range(len(draft.pieces) - 1, max(draft.first_prose, len(draft.pieces) - HEAD), -1)
    last = next((at for at in places if draft.pieces[at].owner == "body" and is_prose(draft.pieces[at])), None)
    behind = draft.pieces[last + 1 :] if last is not None else []
    return [piece for piece in behind[:TAIL] if piece.owner == "body" and len(piece.text) <= SHORT]


def _introduces(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether an open line that no field took says who somebody is: `Creator: Lê Thử`, `(Lê Thử, xã Hòa Mẫu)`,
    `THANH MẪU biên chép`; a name without a surname stands behind a label, in capitals or in front of brackets there."""
    label, colon, value = piece.text.partition(":")
    slogan = piece.text.isupper() and piece.text.count(" - ") > 1
    if piece.owner not in UNREAD or piece.reason == "footer" or is_closed(piece.text) or slogan:
        return False
    if colon and (piece.owner == "caption" or ". " in label or phrase_at(vocabulary.addresses, words_of(label))):
        return False
    name, *more = _NAME_ENDS.split(value.strip() if colon else piece.text.strip("() "), maxsplit=1)
    if not (colon or more):
        return False
    if any(is_name(end) and has_surname(end, vocabulary.surnames) for end in _ends(name)):
        return True
    shown = colon or (name.isupper() and not piece.text.isupper()) or piece.text[-1] == ")"
    return bool(shown) and piece.owner == "body" and is_name(name) and (" " in name or is_initials(name))


def _ends(name: str) -> list[str]:
    """The name, and it without the first word or two, which may be a title."""
    words = name.split()
    return [" ".join(words[start:]) for start in range(min(3, len(words) - 1))]


def odd_people(draft: Draft) -> None:
    """Doubts a person of one word that no other word, point or apostrophe makes a name or initials, initials beside
    full names, which may be those of an office, and words that are common ones of pages or of the text: `Bài Mới`."""
    named = any(" " in person for person in draft.byline)
    for person in draft.byline:
        if _is_common(person, draft):
            draft.doubt_once("byline-weak", person)
        if " " in person or "." in person or is_highland(person):
            continue
        if not person.isupper() or (named and len(person) > 2):
            draft.doubt_once("byline-weak", person)


def _is_common(person: str, draft: Draft) -> bool:
    """Whether a name without a surname is words that stand side by side in labels of pages, or small in the text."""
    if " " not in person or has_surname(person, draft.vocabulary.surnames):
        return False
    common = any(pair in draft.vocabulary.label_pairs for pair in pairwise(words_of(person)))
    return common or person.lower() in told_in_body(draft).text


def _short_at_ends(draft: Draft) -> list[Piece]:
    """The short pieces above the running text and at the very end."""
    near = [
        *draft.pieces[: min(draft.first_prose, HEAD)],
        *draft.pieces[max(draft.first_prose, len(draft.pieces) - TAIL) :],
    ]
    return [piece for piece in near if len(piece.text) <= SHORT]


def _is_beside_text(piece: Piece) -> bool:
    """Whether a short piece may say when and by whom."""
    if piece.owner in ("headline", "lead") or is_closed(piece.text):
        return False
    return len(piece.text.split()) <= META_WORDS and not is_prose(piece)


_GAP = pattern(r"\w\S*\s{4,}(?=\w)")
_NAME_ENDS = pattern(r"\s?[,;(]|\s[-–—|]\s|(?<=[^\W\d_])\s(?=[a-zđà-ỹ]+(?:\s[a-zđà-ỹ]+)?\)?$)")
"""Where a name ends: at a sign, or in front of one small word or two that close the line."""
_RECEIVED = pattern(r"(?:Ngày|Thời gian) (?:nhận|gửi|duyệt|phản biện|bình duyệt|chấp nhận|hoàn thiện)")
_SIGNS = (*"@<>›»|‹«", " / ", "   ", "°C")
_FULL_DATE = pattern(
    r"(?<![\d/.-])\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/.-])"
    r"|(?<!\d)\d{1,2}\s(?:[Tt]háng|[Tt]hg|Th)\s?\w{1,5},?\s(?:năm\s)?(?:19|20)\d\d(?!\d)"
)
