"""Asks whether those who are credited with the article wrote it, and whether another was not read; a person decides."""

from collections.abc import Iterator
from itertools import pairwise

from archive.extract.agreement import told_in_body
from archive.extract.credits import tells_author
from archive.extract.draft import Draft, Piece
from archive.extract.second_look import HEAD, TAIL, short_at_ends
from archive.extract.shape import SHORT, is_closed, is_prose, parts_of
from archive.extract.vocabulary import Vocabulary, label_and_value, label_key, phrase_at, words_of
from archive.patterns import SMALL, pattern
from archive.vietnamese.names import has_surname, is_full_name, is_highland, is_initials, is_name

CHROME = ("share or follow label", "comment form", "view count", "page tool", "rating widget", "page widget", "footer")
"""Why a line was discarded that only a page says."""
OVER_TITLE = ("kicker", "series")
"""Owners of lines over the headline that may tell the author of a series."""
UNREAD = frozenset(("lead", "body", "caption", "discarded"))
"""Owners of lines that may hold an author whom no rule has read."""
LABEL_AND_NAME = 9
"""Words that a label with a full name has not."""
LONGEST_NAME = 40
"""Characters of the longest full name."""


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


def listed_authors(draft: Draft) -> None:
    """Doubts an author without a label whose full name stands in a table or a list too, which tell of people."""
    evidence = draft.evidence.get("byline")
    if evidence is None or evidence.chosen.rule != "name_alone":
        return
    listed = [piece.text for piece in draft.pieces if piece.owner == "body" and piece.kind in ("table", "list")]
    for person in draft.byline:
        if " " in person and any(person in text for text in listed):
            draft.doubt_once("byline-weak", person)


def dropped_authors(draft: Draft) -> None:
    """Doubts the byline when a name on its line, or parted from the date by a sign, is credited with nothing.

    Leaves alone those who only edited the text or read it aloud.
    """
    known = {person.lower() for person in (*draft.byline, *draft.photo_credit)}
    for piece in draft.pieces:
        if piece.owner in ("byline", "date") and len(piece.text) <= SHORT:
            for name in _names_beside(piece, draft):
                if name.lower() not in known:
                    draft.doubt_once("byline-unread", name)


def _names_beside(piece: Piece, draft: Draft) -> Iterator[str]:
    """The names of two words or more on the line of an author, or on that of the date where nobody is credited."""
    labelled = label_and_value(piece.text)
    if labelled and draft.vocabulary.bylines.get(labelled[0]) in ("editor", "reader"):
        return
    on_date = piece.owner == "date"
    if on_date and (draft.byline or draft.author_org or draft.kind == "document"):
        return
    for part in (parts_of if on_date else _AMONG_NAMES.split)(piece.text):
        name = part.strip(" .[]*")
        shaped = " " in name and is_name(name) and label_key(name) not in draft.vocabulary.weekdays
        if shaped and (not name.isupper() if on_date else has_surname(name, draft.vocabulary.surnames)):
            yield name


def unread_authors(draft: Draft) -> None:
    """Doubts that nobody is credited when a line beside the text tells a full name behind a label or with more behind
    it, a line above the text or one of the last has the form of a name and was left in the text, one amid the text is a
    full name, or somebody signed the mail that brought it. Beside an office only a name behind a label counts."""
    if draft.byline or draft.kind not in ("article", "interview", "photo", "roundup"):
        return
    for piece in (*short_at_ends(draft), *_short_behind(draft)):
        if draft.author_org and ":" not in piece.text:
            continue
        if _introduces(piece, draft.vocabulary) or (piece.owner in OVER_TITLE and tells_author(piece.text)):
            draft.doubt_once("byline-unread", piece.text)
    if draft.author_org:
        return
    for piece in draft.pieces[max(draft.first_prose + 1, len(draft.pieces) - TAIL) :]:
        if _ends_in_name(piece, draft.vocabulary):
            draft.doubt_once("byline-unread", piece.text)
    for piece in short_at_ends(draft):
        name = piece.text.strip(" .*-–()")
        left = piece.owner == "body" and piece.kind in ("paragraph", "heading", "note")
        if left and 1 < len(name.split()) < 6 and (is_name(name) or name.istitle()):
            draft.doubt_once("byline-unread", piece.text)
    for piece in draft.pieces[draft.first_prose :]:
        if len(piece.text) <= LONGEST_NAME and _is_left_name(piece, draft.vocabulary):
            draft.doubt_once("byline-unread", piece.text)


def _ends_in_name(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line below the text has a few words, of which one is small, and a name with a surname, as a label
    without its colon has: `Người chép lại Lê Thử`. Leaves alone people with a form of address or a post, and places."""
    words = piece.text.split()
    if piece.owner != "body" or not len(words) < LABEL_AND_NAME or is_closed(piece.text):
        return False
    keys = words_of(piece.text)
    others = (vocabulary.addresses, vocabulary.posts, vocabulary.places, vocabulary.bodies)
    if any(phrase_at(table, keys, at) for table in others for at in range(len(keys))):
        return False
    start = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at][0].islower()), 0)
    name = " ".join(words[start:])
    return start > 0 and len(words) - start > 1 and is_name(name) and has_surname(name, vocabulary.surnames)


def _is_left_name(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line is a full name that the text kept, or a name that signs a mail, and nothing else."""
    if piece.reason == "footer":
        return " " in piece.text and is_name(piece.text) and has_surname(piece.text, vocabulary.surnames)
    left = piece.owner == "body" and piece.kind in ("paragraph", "heading")
    return left and is_full_name(piece.text, vocabulary.surnames)


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
    if colon and (". " in label or phrase_at(vocabulary.addresses, words_of(label))):
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


_NAME_ENDS = pattern(rf"\s?[,;(]|\s[-–—|]\s|(?<=[^\W\d_])\s(?=[{SMALL}]+(?:\s[{SMALL}]+)?\)?$)")
"""Where a name ends: at a sign, or in front of one small word or two that close the line."""
_AMONG_NAMES = pattern(r"[-–—|•·¦,;:&+/()\[\]\d]|\s{2,}| và ")
