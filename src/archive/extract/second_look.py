"""Asks whether the rest of the text agrees with what was found; where it does not, a person decides."""

from datetime import datetime, timedelta, timezone
from itertools import islice, pairwise

from archive.extract.agreement import FEW_WORDS, has_pairs, has_words, pairs_taken_up, told_in_body
from archive.extract.credits import split_photo_credit
from archive.extract.dateline import tells_deadline
from archive.extract.draft import Draft, Piece
from archive.extract.event import opens_with_day
from archive.extract.letterhead import ABOVE, HEAD_LINES
from archive.extract.shape import PROSE, SHORT, is_closed, is_prose
from archive.extract.told import Told
from archive.extract.vocabulary import holds_any, label_and_value, phrase_at, words_of
from archive.patterns import pattern
from archive.vietnamese.names import is_full_name

VIET_NAM = timezone(timedelta(hours=7))
SOME_WORDS = 0.34
"""Share of its words that the text takes up of a headline beside which no other line is in question."""
MOST_WORDS, SHORT_TITLE = 0.75, 6
"""Share of its words that the text takes up of a headline of fewer words than the second."""
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
GAPS = 3
"""Wide gaps amid the text from which it stands in two columns."""
HEAD = 60
"""How many pieces from the top can stand above the text, and from the end behind it."""
TAIL = 6
"""How many pieces from the end are looked at for such lines."""


def unanswered_headline(draft: Draft) -> None:
    """Doubts a headline whose words the text does not take up, or that has signs of an address or a page's head, or
    opens with a paper's name or with a day as a story does, or is very short.

    Leaves alone documents, tables, poems and reports on several units, whose titles name what they are, and headlines
    that something else on the page shows to be one.
    """
    if not draft.headline or draft.kind in ("table", "poem", "roundup", "not-article") or _is_of_document(draft):
        return
    outlet = draft.vocabulary.names_medium(draft.headline)
    if (
        _has_signs(draft.headline)
        or outlet
        or opens_with_day(draft.headline)
        or not (_is_answered(draft) or _is_shown(draft))
    ):
        draft.doubt_once("headline-weak", draft.headline)


def _is_of_document(draft: Draft) -> bool:
    """Whether the headline is a document's own: its kind, with what it is about."""
    return draft.kind == "document" and draft.evidence["headline"].chosen.rule not in ("headline", ABOVE)


def _has_signs(title: str) -> bool:
    """Whether signs of an address or of a page's head stand in a title, or a wide gap, or its first half is missing."""
    return title[0] == "(" or title[0].islower() or holds_any(title.replace("\t", " "), _SIGNS)


def _is_answered(draft: Draft) -> bool:
    """Whether the text takes up the words of the headline, which are more than a label has."""
    title = draft.headline or ""
    told = told_in_body(draft)
    enough = SOME_WORDS if _stands_alone(draft) else FEW_WORDS
    words = title.count(" ") + 1
    if words < SHORT_TITLE:
        return words >= SHORTEST_TITLE and (
            has_words(title, told, MOST_WORDS) or pairs_taken_up(title, told) >= FEWEST_PAIRS
        )
    return has_words(title, told, enough) or has_pairs(title, told)


def _is_shown(draft: Draft) -> bool:
    """Whether a line is known for the headline by more than its words: its part is told, the page repeats it in the
    name of a picture, or it stands right under a unit or a speaker, under a section and over author or date, or over
    the date of pictures or of a talk whose title is a saying: no text takes these up."""
    title = draft.headline or ""
    place = draft.place_of("headline", 0)
    if place and draft.pieces[place - 1].text == draft.kicker and not label_and_value(title):
        below = draft.pieces[place + 1 : place + 2]
        over_author = any(piece.owner in ("byline", "author_org", "date") for piece in below)
        if draft.kicker_type in ("unit", "speaker") or (over_author and _has_known_kicker(draft)):
            return True
    untold = draft.kind == "photo" or (draft.kind == "interview" and title.startswith(('"', "“")))
    over_date = untold and place + 1 < len(draft.pieces) and draft.pieces[place + 1].owner == "date"
    return (
        over_date
        or draft.part is not None
        or any(piece.reason == "picture left-over" and piece.text.startswith(title) for piece in draft.pieces)
    )


def _has_known_kicker(draft: Draft) -> bool:
    """Whether the kicker is one by its words."""
    known = draft.evidence.get("kicker")
    return known is not None and known.chosen.confidence >= KNOWN


def joined_headline(draft: Draft) -> None:
    """Doubts a headline put together from lines that each may stand alone, when the text does not take up one of them:
    that may be a button, a section or an author. So may words to search by, in small letters.

    Leaves alone what else goes on in small letters, and lines in capitals, of which a title has many short ones: not a
    full name.
    """
    piece = next((piece for piece in draft.pieces if piece.owner == "headline"), None)
    if piece is None or len(piece.parts) < 2 or not draft.is_one_article or draft.kind == "poem":
        return
    told = told_in_body(draft)
    for upper, lower in pairwise(piece.parts):
        in_capitals = upper.isupper() and lower.isupper()
        whole = not lower[0].islower() and (not in_capitals or is_full_name(lower, draft.vocabulary.surnames))
        if _is_list_of_words(lower) or (whole and not (_tells(upper, told) and _tells(lower, told))):
            draft.doubt_once("headline-joined", lower)


def _is_list_of_words(text: str) -> bool:
    """Whether commas part a line in small letters into three or more of few words each, as words to search by."""
    parts = text.split(",") if text.islower() else ()
    return len(parts) > 2 and all(part.count(" ") < SHORTEST_TITLE for part in parts)


def _tells(text: str, told: Told) -> bool:
    """Whether the text takes up some of a line's words."""
    return has_words(text, told, SOME_WORDS) or has_pairs(text, told)


def open_lead(draft: Draft) -> None:
    """Doubts the headline over a lead, or right over a line of the text, that is short and no sentence, for that may be
    its rest, or be the headline. Leaves alone a line that is foreign to the article."""
    if draft.kind not in ("article", "interview", "photo"):
        return
    title = draft.place_of("headline", len(draft.pieces))
    below = [piece for piece in draft.pieces[title + 1 : title + 2] if piece.owner == "body" and not piece.gap]
    for text in (draft.lead or "", *(piece.text for piece in below)):
        if 0 < len(text) < PROSE and not is_closed(text) and text[-1] != ":" and not _is_foreign(text, draft):
            draft.doubt_once("headline-other", text)


def _is_foreign(text: str, draft: Draft) -> bool:
    """Whether the rest of the article takes up the headline, and nothing of the line below it, which names nobody: a
    button, or what a page says of itself."""
    if text == draft.lead or not text[0].isupper() or text[1:] != text[1:].lower():
        return False
    told = Told([passage for passage in told_in_body(draft).passages if passage != text])
    pairs = pairs_taken_up(draft.headline or "", told)
    return pairs > FEWEST_PAIRS and not (_tells(text, told) or pairs_taken_up(text, told))


def unknown_label(draft: Draft) -> None:
    """Doubts a headline behind a short label that no list knows, where other labelled lines stand beside it.

    Leaves alone a body in front of the colon, as over an interview or a report.
    """
    label, colon, _ = (draft.headline or "").partition(":")
    if not colon or label.count(" ") >= LABEL_WORDS or phrase_at(draft.vocabulary.bodies, words_of(label)):
        return
    above = [piece.text for piece in draft.pieces[: draft.first_prose] if piece.owner != "headline"]
    if sum(label_and_value(text) is not None for text in above) >= CARD:
        draft.doubt_once("headline-weak", draft.headline or "")


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


def torn_headline(draft: Draft) -> None:
    """Doubts a headline right below a line that no list knows, which may be its first half: both are in capitals, or
    the headline opens with a number.

    Leaves alone one word, what a blank line parts from the headline, and the unit or section of the article.
    """
    place = draft.place_of("headline", 0)
    if not place or draft.pieces[place].gap:
        return
    above, title = draft.pieces[place - 1], draft.pieces[place].text
    unknown = not _has_known_kicker(draft) if above.owner == "kicker" else above.reason == "site menu"
    alike = (title.isupper() and above.text.isupper()) or title[0].isdigit()
    if unknown and alike and " " in above.text and not draft.vocabulary.labels_page(above.key):
        draft.doubt_once("headline-other", above.text)


def unknown_kicker(draft: Draft) -> None:
    """Doubts a headline that the text hardly takes up, or less than the line above it that no list knows: that may be
    the headline.

    Leaves alone a headline that more than its words shows, and a line that the menu of the site has too.
    """
    unknown = "kicker" in draft.evidence and not _has_known_kicker(draft)
    if not unknown or draft.headline is None or draft.kicker is None or _is_shown(draft):
        return
    if any(piece.reason == "site menu" and draft.kicker in piece.text for piece in draft.pieces):
        return
    told = told_in_body(draft)
    pairs = pairs_taken_up(draft.headline, told)
    if pairs < FEWEST_PAIRS or pairs < pairs_taken_up(draft.kicker, told):
        draft.doubt_once("headline-other", draft.kicker)


def unread_dates(draft: Draft) -> None:
    """Doubts the date when a short line beside the text has a full one that no rule has read."""
    if draft.date is not None or draft.kind == "not-article":
        return
    if draft.kind == "document":
        _undated_letterhead(draft)
        return
    if draft.headline and (_FULL_DATE.match(draft.headline) or _ends_in_date(draft.headline)):
        draft.doubt_once("date-unreadable", draft.headline)
    for piece in short_at_ends(draft):
        dated = (
            piece.owner != "date"
            and piece.kind != "table"
            and piece.reason != "footer"
            and _has_full_date(piece.text)
            and not (_RECEIVED.match(piece.text) or _CITED.search(piece.text))
            and not tells_deadline(piece.text, draft.vocabulary)
        )
        if dated and _is_beside_text(piece):
            draft.doubt_once("date-unreadable", piece.text)
            return


def _undated_letterhead(draft: Draft) -> None:
    """Doubts the date of a document whose head has a day, or the place for one, and a month."""
    for piece in draft.pieces[:HEAD_LINES]:
        if len(piece.text) <= SHORT and _DAY_AND_MONTH.search(piece.text):
            draft.doubt_once("date-unreadable", piece.text)


def _ends_in_date(title: str) -> bool:
    """Whether a date in brackets is glued to the end of a title."""
    return title[-1] == ")" and _has_full_date(title[title.rfind("(") :])


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


def short_at_ends(draft: Draft) -> list[Piece]:
    """The short pieces above the running text and at the very end."""
    near = [
        *draft.above_text(HEAD),
        *draft.pieces[max(draft.first_prose, len(draft.pieces) - TAIL) :],
    ]
    return [piece for piece in near if len(piece.text) <= SHORT]


def _is_beside_text(piece: Piece) -> bool:
    """Whether a short piece may say when and by whom."""
    if piece.owner in ("headline", "lead") or is_closed(piece.text):
        return False
    return len(piece.text.split()) <= META_WORDS and not is_prose(piece)


_DAY_AND_MONTH = pattern(r"ngày[\s.…_]{0,12}\d{0,2}[\s.…_]{0,12}tháng[\s.…_]{0,12}\d{0,2}[\s.…_]{0,12}năm")
_GAP = pattern(r"\w\S*\s{4,}(?=\w)")
_RECEIVED = pattern(r"(?:Ngày|Thời gian) (?:nhận|gửi|duyệt|phản biện|bình duyệt|chấp nhận|hoàn thiện)")
_CITED = pattern(r"số\s\d{1,5}\s?[-/]\s?[A-ZĐ\d]")
_SIGNS = (*"@<>›»|‹«", " / ", "   ", "°C")
_FULL_DATE = pattern(
    r"(?<![\d/.-])\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/.-])"
    r"|(?<!\d)\d{1,2}\s(?:[Tt]háng|[Tt]hg|Th)\s?\w{1,5},?\s(?:năm\s)?(?:19|20)\d\d(?!\d)"
    r"|(?:[Tt]háng|THÁNG)\s?\d{1,2}(?:\s?[-/,]\s?|\s(?:năm\s)?)(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
)
