"""Finds who wrote the article, and sets aside what stands behind the last line of the text."""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from msgspec import structs

from archive.extract.captions import GALLERY, opens_gallery
from archive.extract.captions import score as caption_score
from archive.extract.credits import Credit, read_credit, split_photo_credit
from archive.extract.digest import is_news
from archive.extract.draft import LABEL_LENGTH, Draft, Piece
from archive.extract.page import AGES, tells_title
from archive.extract.shape import SHORT, is_bullet, is_closed, is_prose, parts_of
from archive.extract.unit import is_only_body, restored
from archive.extract.vocabulary import Vocabulary, label_and_value, label_key, phrase_at, words_of
from archive.patterns import SMALL, pattern
from archive.vietnamese.names import has_surname, is_full_name, restore_name

BEHIND = 14
"""How many pieces behind the last paragraph are looked at for a byline."""
CREDIT_OWNERS = ("byline", "author_org", "source")
HEAD = 12
"""How many pieces under the headline are looked at for one."""
LABEL = 20
"""Characters of the longest label on the form of a document."""
SURE, UNSURE = 0.7, 0.6
TAIL_REASONS = frozenset((
    "share or follow label", "comment form", "related or most-read link", "banner or partner label", "footer",
    "rating widget", "label without its value",
))  # fmt: skip
"""Behind a label of these kinds the article is over."""
AMID_TEXT = ("banner or partner label", "related or most-read link", "inserted advertisement")
"""What stands amid the text of some articles, so that it need not be over behind it."""
NEAR_HEAD = 6
"""How many pieces from the first running text on can hold an author over the tools of the page."""
PEN_NAMES = 0.8
"""How sure a line is to credit somebody by names of two words or more that have no surname."""
PAPER_WORDS = 6
"""Words of the longest name of a paper."""
TOOLS = ("share or follow label", "page tool", "view count")
SENTENCE = 60
"""Characters from which a closed line below a name is text and no note, so that the name stands at the head."""
FEWEST_SAID = 3
"""Blanks in the shortest sentence that a reader leaves below a name."""
COMMENTS = "+ comment form"
"""The section of `junk.txt` with labels over what readers say."""
INLINE = 45
"""Characters of the longest name in brackets at the end of a text."""
LONGER_THAN_A_TEASER = 18
"""Words of a sentence that no list of related articles prints below a title."""


def head_byline(draft: Draft) -> None:
    """Claims bylines between headline and text: labelled ones, names with degrees, offices right under a name; above
    the headline, as on a card, labelled ones only."""
    if draft.kind == "document":
        return
    title = draft.place_of("headline", -1)
    credited = bool(draft.byline)
    first = 0 if tells_title(draft) else title + 1
    for place, piece in enumerate(draft.pieces[: min(draft.first_prose, title + HEAD)]):
        if piece.owner or (is_closed(piece.text) and len(piece.text) > 40) or _HEADING.match(piece.text):
            continue
        credit = read_credit(piece.text, draft.vocabulary)
        if place < first and not (credit and credit.rule == "labelled_byline"):
            continue
        if credit and credit.rule == "office_alone" and not credited:
            credit = _outlet(draft, credit) if title >= 0 else None
        if credit is None:
            continue
        if credit.rule == "name_alone" and credit.confidence < 0.9 and not credited:
            continue
        _claim(draft, piece, credit)
        credited = credited or bool(credit.people)
    if draft.source is None:
        _paper_over_age(draft)


def _paper_over_age(draft: Draft) -> None:
    """Claims the short line between the headline and the age of a copy, where a collector names the paper that it took
    the article from: `Ví Dụ Ngày mới` over `4 giờ trướcBài gốc`. Leaves alone a person's name, and words most of which
    are small, as those of a subtitle are."""
    title = draft.place_of("headline", -1)
    below = draft.pieces[title + 1 : title + 3]
    if len(below) < 2 or below[0].owner or below[1].reason not in AGES or not _copies(draft):
        return
    paper = below[0]
    words = [word for word in paper.text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    short = len(words) <= PAPER_WORDS and not is_closed(paper.text)
    if short and 2 * capitals >= len(words) and not is_full_name(paper.text, draft.vocabulary.surnames):
        _claim(draft, paper, Credit(source=paper.text, confidence=SURE, rule="outlet_under_headline"))


def _told_source(draft: Draft, credit: Credit) -> Credit:
    """What a line credits, a paper beside its author as the source on a page that says it copies: `Lê Mẫu (TTXVN)`."""
    office = credit.office if credit.people and credit.source is None else None
    if office and draft.vocabulary.names_medium(office) and _copies(draft):
        return structs.replace(credit, office=None, source=office)
    return credit


def _copies(draft: Draft) -> bool:
    """Whether the head of the page has the words of a collector of news."""
    return any(piece.reason == "aggregator word" for piece in draft.pieces[:HEAD])


def _outlet(draft: Draft, credit: Credit) -> Credit | None:
    """A paper or station named under the headline: the source on a page that says it copies, else who wrote it."""
    name = credit.office or ""
    if not draft.vocabulary.names_medium(name):
        return None
    if _copies(draft):
        return Credit(source=name, confidence=0.85, rule="outlet_under_headline")
    return Credit(office=name, confidence=0.7, rule="outlet_under_headline")


def tail_byline(draft: Draft) -> None:
    """Claims the byline behind the text, and an inline one in brackets at the end of the last paragraph."""
    if draft.kind == "document":
        return
    last = _last_text(draft)
    behind = [piece for piece in _before_comments(draft.pieces[last + 1 :]) if not piece.owner]
    nobodies = [*_signers(draft, behind), *_readers(draft, last)]
    _authors_of_items(draft)
    if ")" in draft.lasts and not draft.byline and is_news(draft):
        _inline_of_items(draft)
    found = [
        (piece, credit) for piece in behind[:BEHIND] if piece not in nobodies and (credit := _credit(draft, piece))
    ]
    for piece, credit in _believed(draft, _unlike_readers(_without_posters(draft, found), behind)):
        _claim(draft, piece, credit)
    if not draft.byline:
        _over_tools(draft)
    if not draft.byline and last >= 0:
        _inline(draft, next((piece for piece in behind[::-1] if piece.text[-1] == ")"), draft.pieces[last]))
    if not draft.byline:
        _from_tag(draft)
    if not draft.byline:
        _under_headline(draft)
    _doubt(draft)


def _under_headline(draft: Draft) -> None:
    """Claims names alone, surnames or not, right under the headline or the date below it: those that are credited with
    a picture as well, and those that stand there by themselves."""
    title = draft.place_of("headline", -1)
    below = [piece for piece in draft.pieces[title + 1 : draft.first_prose + 1] if title >= 0]
    first = next((piece for piece in below if piece.owner not in ("date", "discarded")), None)
    credit = read_credit(first.text, draft.vocabulary) if first and not first.owner else None
    if first is None or credit is None or credit.rule != "name_alone":
        return
    photographer = any(piece.text.endswith(f": {first.text}") for piece in draft.pieces[title + 1 :])
    if photographer or (first.gap and credit.confidence >= PEN_NAMES):
        sure = photographer or len(credit.people) > 1
        _claim(draft, first, credit if sure else structs.replace(credit, confidence=UNSURE))


def _over_tools(draft: Draft) -> None:
    """Claims a full name that stands by itself between blanks and tools of the page, near the head of the text."""
    near = draft.pieces[draft.first_prose : draft.first_prose + NEAR_HEAD]
    for upper, lower in pairwise(near):
        if upper.owner or not upper.gap or lower.gap or lower.reason not in TOOLS or len(upper.text) > SHORT:
            continue
        credit = read_credit(upper.text, draft.vocabulary)
        if credit and credit.rule == "name_alone" and _has_surnames(credit, draft.vocabulary.surnames):
            _claim(draft, upper, credit)


def _authors_of_items(draft: Draft) -> None:
    """Claims the names on lines of their own, each below running text, of news in brief: in brackets, `(LÊ MẪU)`, or
    where the items are numbered.

    Leaves alone a single one.
    """
    bracketed = ")" in draft.lasts and "(" in draft.firsts
    if not (bracketed or "2" in draft.firsts):
        return
    ends = [lower for upper, lower in pairwise(draft.pieces) if _ends_item(upper, lower)]
    signed = [(lower, read_credit(lower.text, draft.vocabulary)) for lower in ends]
    able = [(piece, credit) for piece, credit in signed if credit and credit.people and not credit.office]
    for piece, credit in able if len(able) > 1 else ():
        _claim(draft, piece, credit)


def _ends_item(upper: Piece, lower: Piece) -> bool:
    """Whether a short line stands right below running text, in brackets or below a number."""
    if upper.owner or lower.owner or len(lower.text) > LABEL * 2 or not is_prose(upper):
        return False
    bracketed = lower.text[0] == "(" and lower.text[-1] == ")"
    return bracketed or _ITEM.match(upper.text) is not None


def _signers(draft: Draft, behind: Sequence[Piece]) -> list[Piece]:
    """The lines right below a label of a person who is no author: `Người ký` on the form of a document."""
    labels = draft.vocabulary.bylines
    return [
        lower
        for upper, lower in pairwise(behind)
        if not lower.gap and upper.text.startswith("Người ") and len(upper.text) <= LABEL and upper.key not in labels
    ]


def workplaces(draft: Draft) -> None:
    """Claims the labelled office right below an author: `Đơn vị: Chi bộ Trường …`. Leaves alone others."""
    for upper, lower in pairwise(draft.pieces):
        labelled = label_and_value(lower.text) if upper.owner == "byline" and not lower.owner else None
        if labelled and labelled[0] in draft.vocabulary.workplaces and labelled[1]:
            _claim(draft, lower, Credit(office=labelled[1], confidence=0.9, rule="workplaces"))


def _readers(draft: Draft, last: int) -> list[Piece]:
    """The lines without a label behind a bar of reactions, `Thích   Bình luận   Chia sẻ`: readers who answer a post."""
    behind = dropwhile(lambda piece: not _is_bar(piece, draft.vocabulary), draft.pieces[last + 1 :])
    return [piece for piece in behind if ":" not in piece.text]


def _unlike_readers(found: list[tuple[Piece, Credit]], behind: Sequence[Piece]) -> list[tuple[Piece, Credit]]:
    """The lines, names alone made unsure right below which a sentence stands: a reader's, and what that one says."""
    near = pairwise(behind[: BEHIND + 1])
    over = [upper for upper, lower in near if not lower.gap and _says_something(lower.text)]
    return [
        (piece, structs.replace(credit, confidence=UNSURE) if credit.rule == "name_alone" and piece in over else credit)
        for piece, credit in found
    ]


def _says_something(text: str) -> bool:
    """Whether a line is a sentence of some words without a label in front."""
    return is_closed(text) and text[0].isalpha() and text.count(" ") >= FEWEST_SAID and ":" not in text


def _is_bar(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether several labels stand on the line, and one of them opens the comments."""
    if piece.owner != "discarded" or len(piece.text) > LABEL_LENGTH:
        return False
    parts = parts_of(piece.text)
    return len(parts) > 1 and any(vocabulary.junk.section(label_key(part)) == COMMENTS for part in parts)


def behind_the_end(draft: Draft) -> None:
    """Discards the short lines behind the first label that only stands behind articles, or behind a byline with text
    above it.

    Leaves alone captions with a credit or right below a picture's name, notes, and everything as long as running text
    follows or, where there is none, a picture.
    """
    if draft.kind == "document":
        return
    last = _last_text(draft)
    authors = [at for at, piece in enumerate(draft.pieces) if at > last and piece.owner in CREDIT_OWNERS]
    last_sentence = _last_sentence(draft.pieces) if authors else 0
    over, reason, tail = False, "", False
    for place, piece in enumerate(draft.pieces[last + 1 :], last + 1):
        if _is_tail_label(piece):
            over, reason, tail = True, piece.reason, True
        elif piece.reason == GALLERY and opens_gallery(piece) and not tail:
            over = False
        elif piece.owner in CREDIT_OWNERS:
            over = over or place > last_sentence
            reason = reason or "related or most-read link"
        elif piece.owner:
            continue
        elif junk := _tail_junk(draft, piece):
            draft.discard(piece, junk)
        elif draft.pieces[place - 1].reason == "picture left-over":
            continue
        elif over and not _is_kept(piece, before_author=bool(authors) and place < authors[-1]):
            if not authors and reason in AMID_TEXT and _goes_on(piece):
                over = False
            else:
                draft.discard(piece, _reason(piece, reason))


def _last_sentence(pieces: list[Piece]) -> int:
    """The place of the last sentence of the text; the number of pieces when there is none."""
    return next((at for at in range(len(pieces) - 1, -1, -1) if _is_sentence(pieces[at])), len(pieces))


def _is_sentence(piece: Piece) -> bool:
    """Whether an open piece is a sentence of the text, so that a name above it does not close the text."""
    return not piece.owner and is_closed(piece.text) and len(piece.text) > SENTENCE


def _goes_on(piece: Piece) -> bool:
    """Whether the text goes on behind what was put into it: a closed sentence longer than a teaser."""
    return is_closed(piece.text) and piece.text[-1] != "…" and len(piece.text.split()) >= LONGER_THAN_A_TEASER


def _is_tail_label(piece: Piece) -> bool:
    """Whether only junk follows: a label of the tail, and not the title of another article amid the text."""
    return piece.owner == "discarded" and piece.reason in TAIL_REASONS and piece.text[0] not in ">•»"


def _tail_junk(draft: Draft, piece: Piece) -> str:
    """Why a line behind the text is junk by itself: a bare number, keywords, or a byline label without a name; else
    empty."""
    if ":" not in piece.text and piece.text[0] != "#":
        return "view count" if piece.text.isdecimal() else ""
    if _CONTACT.match(piece.text):
        return "footer"
    if _KEYWORDS.match(piece.text):
        return "label without its value" if piece.text.endswith(":") else "related or most-read link"
    label, colon, value = piece.text.partition(":")
    known = colon and len(label) < 30 and label_key(label) in draft.vocabulary.bylines and not is_closed(piece.text)
    return "label without its value" if known and len(value.split()) <= 4 else ""


def _is_kept(piece: Piece, before_author: bool) -> bool:
    """Whether a line behind the end still belongs to the article: a credited caption, a note, a closed sentence."""
    if before_author and is_closed(piece.text) and len(piece.text) > 40:
        return True
    if piece.text[0] == "(" and piece.text[-1] == ")" and len(piece.text) > 15:
        return True
    split = split_photo_credit(piece.text) if len(piece.text) <= 2 * SHORT else None
    return bool(split and split.certain) or (piece.text[0] in "(*[1" and is_closed(piece.text))


def _reason(piece: Piece, reason: str) -> str:
    if piece.text.isupper():
        return "footer" if len(piece.text) > 20 else "banner or partner label"
    return reason or "related or most-read link"


_ITEM = pattern(r"\d{1,2}[.)]\s")
_HEADING = pattern(r"[IVX]{1,4}\.\s(?:\S+\s){2}\S")
"""A numbered head of a report, which has the form of a name with an initial: `I. CÔNG TÁC TUYÊN TRUYỀN`."""
_CONTACT = pattern(
    r"(?:ĐT|SĐT|Điện thoại|Số điện thoại|Di động|Mobile|Tel|E-?mail|Zalo)\s?:\s?(?:[+(]?\d|\S+@)", re.IGNORECASE
)
"""Where a sender or an office can be reached."""
_KEYWORDS = pattern(r"(?:Từ khóa|Từ khoá|TỪ KHÓA|[Tt]ags?|TAGS?|Chủ đề)\s?:|#\w")


# The lines behind the text


def _last_text(draft: Draft) -> int:
    """The place of the last piece of running text or of a table, -1 when there is none."""
    for place in range(len(draft.pieces) - 1, -1, -1):
        piece = draft.pieces[place]
        if piece.kind == "table" or (not piece.owner and is_prose(piece)):
            return place
    return _last_known(draft)


def _last_known(draft: Draft) -> int:
    """The place of the last line that surely belongs to an article without text, -1 when there is none."""
    known = (
        at
        for at, piece in enumerate(draft.pieces)
        if piece.owner in ("headline", "date") or piece.reason == "picture left-over"
    )
    return max(known, default=-1)


def _credit(draft: Draft, piece: Piece) -> Credit | None:
    text = piece.text
    if len(text) > 140 or text[0].isdigit() or (text[0] in "-+*•" and not text[1:2].isalpha()):
        return None
    if is_closed(text) and len(text.split()) > 8:
        return None
    credit = read_credit(text, draft.vocabulary)
    if (
        credit
        and credit.rule == "office_alone"
        and " - " not in text
        and not is_only_body(text, draft.vocabulary)
        and caption_score(piece, split_photo_credit(text), draft.vocabulary, 0) >= 3
    ):
        return None
    return credit


def _without_posters(draft: Draft, found: list[tuple[Piece, Credit]]) -> list[tuple[Piece, Credit]]:
    """The lines without the label of who stole a copy, which has no surname, where one stands alone that has one."""
    surnames = draft.vocabulary.surnames
    alone = any(credit.rule == "name_alone" and _has_surnames(credit, surnames) for _, credit in found)
    if not alone or not any(piece.reason == "inserted advertisement" for piece in draft.pieces):
        return found
    posters = [row for row in found if row[1].rule == "labelled_byline" and not _has_surnames(row[1], surnames)]
    for piece, _ in posters:
        draft.discard(piece, "label without its value")
    return [row for row in found if row not in posters]


def _has_surnames(credit: Credit, surnames: frozenset[str]) -> bool:
    return any(has_surname(name, surnames) for name in credit.people)


def _believed(draft: Draft, found: list[tuple[Piece, Credit]]) -> list[tuple[Piece, Credit]]:
    """Of several lines that could be bylines: all with a label, else the surest one and the office beside it."""
    labelled = [row for row in found if row[1].rule.startswith(("labelled", "byline_with", "source"))]
    names = [row for row in found if row[1].rule == "name_alone"]
    signed = bool(draft.byline) or names[:1] == found[:1]
    labelled = _without_editors(labelled, signed)
    authored = any(credit.people or credit.office for _, credit in labelled) or bool(draft.byline)
    offices = [row for row in found if row[1].rule == "office_alone"]
    kept = list(labelled)
    if names and not authored:
        best = max(names, key=lambda row: (row[1].confidence, -draft.pieces.index(row[0])))
        kept.append(best)
        place = draft.pieces.index(best[0])
        near = [row for row in names if row is not best and abs(draft.pieces.index(row[0]) - place) == 1]
        kept += [_as_source(row) if row[0].text[0] == "(" else row for row in near]
        kept += [row for row in offices if draft.pieces.index(row[0]) - place == 1]
    elif offices and not authored:
        kept.append(offices[0])
    return sorted(kept, key=lambda row: row[0].lines)


def _without_editors(labelled: list[tuple[Piece, Credit]], authored: bool) -> list[tuple[Piece, Credit]]:
    """The labelled lines; of editors only when nobody else is credited, by these or others (`authored`), their names
    without effect otherwise."""
    authored = authored or any(row[1].people and row[1].rule != "labelled_editor" for row in labelled)
    nobody = Credit(confidence=0.9, rule="labelled_editor")
    return [(piece, nobody if authored and credit.rule == "labelled_editor" else credit) for piece, credit in labelled]


def _before_comments(pieces: list[Piece]) -> list[Piece]:
    """The pieces above the first comment: names below it are those of readers."""
    end = next((at for at, piece in enumerate(pieces) if piece.reason == "comment form"), len(pieces))
    return pieces[:end]


def _as_source(row: tuple[Piece, Credit]) -> tuple[Piece, Credit]:
    """A name in brackets under a byline: the paper that the text came from."""
    piece, credit = row
    return piece, Credit(source=credit.people[0] if credit.people else None, confidence=0.7, rule="source_in_brackets")


def _claim(draft: Draft, piece: Piece, credit: Credit) -> None:
    credit = _told_source(draft, credit)
    if credit.people:
        draft.byline = (*draft.byline, *(name for name in credit.people if name not in draft.byline))
        draft.note("byline", "; ".join(draft.byline), credit.rule, [piece], credit.confidence)
    if credit.photographers:
        new = tuple(name for name in credit.photographers if name not in draft.photo_credit)
        draft.photo_credit = (*draft.photo_credit, *new)
        draft.note("photo_credit", "; ".join(draft.photo_credit), credit.rule, [piece], credit.confidence)
    if credit.office and draft.author_org is None:
        draft.author_org = restored(draft, credit.office)
        draft.note("author_org", draft.author_org, credit.rule, [piece], credit.confidence)
    if credit.source and draft.source is None:
        draft.source = credit.source
        draft.note("source", credit.source, credit.rule, [piece], credit.confidence)
    if credit.address and draft.source_url is None:
        draft.source_url = credit.address
        draft.note("source_url", credit.address, credit.rule, [piece], credit.confidence)
    piece.owner = (
        "byline"
        if credit.people or credit.rule == "labelled_editor"
        else "author_org"
        if credit.office
        else "source"
        if credit.source
        else "photo_credit"
    )


def _inline(draft: Draft, piece: Piece) -> None:
    """A name in brackets at the very end of the last paragraph: `… dùng trước. (THOẢ KHÁNH)`."""
    start = piece.text.rfind("(")
    if piece.text[-1:] != ")" or start < 0 or len(piece.text) - start > INLINE:
        _glued(draft, piece)
    elif people := _in_brackets(piece.text, draft.vocabulary):
        draft.byline = people
        draft.note("byline", "; ".join(people), "byline_in_brackets", [piece], 0.8)


def _in_brackets(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Those whose names stand in brackets behind the last sentence of a text."""
    start = text.rfind("(")
    credit = read_credit(text[start:], vocabulary)
    sure = credit is not None and (credit.confidence >= SURE or text[start:].isupper())
    return credit.people if credit and sure and text[:start].rstrip()[-1:] in ".!?…/" else ()


def _inline_of_items(draft: Draft) -> None:
    """Names in brackets at the ends of several news, each behind a bullet: `* Đảng ủy xã … dùng trước. (L.M)`.

    Leaves alone other lists, where such a name tells who said it.
    """
    able = [piece for piece in draft.pieces if piece.text[-1] == ")" and not piece.owner and is_bullet(piece.text)]
    short = (piece for piece in able if len(piece.text) - piece.text.rfind("(") <= INLINE)
    signed = [(piece, people) for piece in short if (people := _in_brackets(piece.text, draft.vocabulary))]
    if len(signed) > 1:
        draft.byline = tuple(dict.fromkeys(name for _, people in signed for name in people))
        pieces = [piece for piece, _ in signed]
        draft.note("byline", "; ".join(draft.byline), "byline_in_brackets", pieces, 0.8)


def _glued(draft: Draft, piece: Piece) -> None:
    """A name behind the last full stop, as when the breaks between paragraphs are lost: `… như thế. Minh Thử`."""
    match = _LAST_NAME.search(piece.text[-40:])
    if match and not phrase_at(draft.vocabulary.addresses, words_of(match["name"])):
        name = restore_name(match["name"])
        draft.byline = (name,)
        draft.note("byline", name, "byline_glued_to_text", [piece], 0.6)


_LAST_NAME = pattern(rf"[^\W\d_][.!?…]/?\.?[”\"]?\s(?P<name>[^\W\d_{SMALL}]\S*(?:\s[^\W\d_{SMALL}]\S*){{1,3}})$")


def _from_tag(draft: Draft) -> None:
    """Initials behind the paper's own in the tag: `(BL-KK)`."""
    paper, dash, initials = (draft.tag or "").partition("-")
    if dash and 1 < len(initials) <= 4 and initials.isalpha() and paper.isalpha():
        draft.tag, draft.byline = paper, (initials,)
        piece = next(piece for piece in draft.pieces if not piece.owner)
        draft.note("tag", paper, "byline_in_tag", [piece], 0.7)
        draft.note("byline", initials, "byline_in_tag", [piece], 0.6)


def _doubt(draft: Draft) -> None:
    known = draft.evidence.get("byline")
    if known and known.chosen.confidence < SURE:
        draft.doubt("byline-weak", known.chosen.value)
