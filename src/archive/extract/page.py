"""Sets aside what the page says about itself: notices, buttons, heads of mails and of printed pages."""

import re
from collections.abc import Iterator

from archive.extract.draft import LABEL_LENGTH, Draft, Piece
from archive.extract.shape import SHORT, is_closed, is_prose, parts_of
from archive.extract.vocabulary import any_of, label_key, phrase_at, words_of
from archive.vietnamese.folding import fold, identity_key

NOTICE = 300
"""Characters of the longest notice."""
BUTTON_WORDS = 7
"""Words of the longest button."""
THING_WITHIN = 4
"""Words behind the verb of a button within which its thing is named."""
HEAD = 30
"""How many pieces from the top can be the head of a mail or of a stored page."""
COLUMN, NARROW_COLUMN = 8, 3
"""Blanks inside a line that part columns: one wide gap, or two narrow ones."""


def notices(draft: Draft) -> None:
    """Discards what the page tells its reader above or behind the text: cookies, letters to subscribers, rights.

    Leaves alone the same words amid the text.
    """
    for pieces in (draft.pieces, draft.pieces[::-1]):
        for piece in pieces:
            if is_notice(draft, piece):
                if not piece.owner:
                    draft.discard(piece, "page tool")
            elif not piece.owner and is_prose(piece):
                break


def is_notice(draft: Draft, piece: Piece) -> bool:
    """Whether the piece holds words that only a page says to its reader."""
    if len(piece.text) > NOTICE:
        return False
    text = identity_key(piece.text)
    return any(words in text for words in draft.vocabulary.notices)


def running_heads(draft: Draft) -> None:
    """Discards heads of printed pages: columns parted by blanks above the text, the same line again, page numbers.

    Leaves alone documents, whose letterhead has columns, tables, and columns that hold a sentence.
    """
    if draft.kind == "document":
        return
    heads = set()
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) > SHORT:
            continue
        key = identity_key(piece.text)
        if key in heads or (place < min(draft.first_prose, HEAD) and _has_columns(piece.text)):
            heads.add(key)
            draft.discard(piece, "running head")
    for piece in draft.pieces[draft.first_prose :]:
        if heads and not piece.owner and piece.text.isdigit() and len(piece.text) < 4:
            draft.discard(piece, "running head")


def _has_columns(text: str) -> bool:
    """Whether gaps part the line into columns, one of them in capitals."""
    gaps = [len(gap) for gap in _GAP.findall(text)]
    wide = any(size >= COLUMN for size in gaps) or sum(size >= NARROW_COLUMN for size in gaps) > 1
    return wide and any(part.isupper() and len(part) > 3 for part in _GAP.split(text))


def mail_head(draft: Draft) -> None:
    """Discards the head of a mail or of a stored page; its subject is the headline when no line repeats it.

    Leaves the date to its own rule, and every label alone that stands by itself.
    """
    labelled = [(piece, *parts) for piece in _above(draft) if (parts := label_and_value(piece.text))]
    mail = sum(label in draft.vocabulary.mail_labels for _, label, _ in labelled) > 1
    for piece, label, value in labelled:
        if label in draft.vocabulary.headline_labels and value and (mail or label not in draft.vocabulary.mail_labels):
            _subject(draft, piece, value)
        elif label in draft.vocabulary.address_labels or (
            mail and label in draft.vocabulary.mail_labels and not _DIGITS.search(value)
        ):
            draft.discard(piece, "mail head")


def label_and_value(text: str) -> tuple[str, str] | None:
    """The key of a label and what stands behind its colon; None when no short label opens the text."""
    label, colon, value = text.partition(":")
    if not colon or len(label) > LABEL_LENGTH // 3 or len(text) > SHORT:
        return None
    return label_key(label), value.strip()


def _above(draft: Draft) -> list[Piece]:
    return [piece for piece in draft.pieces[: min(draft.first_prose, HEAD)] if not piece.owner]


def _subject(draft: Draft, piece: Piece, value: str) -> None:
    title = _SERIES_OF_MAILS.sub("", value)
    again = any(fold(other.text) == fold(title) for other in _above(draft) if other is not piece)
    if again or draft.headline is not None:
        draft.discard(piece, "printed again" if again else "mail head")
        return
    piece.owner, draft.headline = "headline", title
    draft.note("headline", title, "mail_head", [piece], 0.95)


def buttons(draft: Draft) -> None:
    """Discards buttons above and behind the text: short, open, a verb of the reader's and a thing of the page's.

    Leaves alone what ends as a sentence does, and every line amid the text.
    """
    for piece in beside_text(draft):
        parts = parts_of(piece.text)
        if is_button(draft, piece.text) or (len(parts) > 1 and all(_is_tool(draft, part) for part in parts)):
            draft.discard(piece, "page tool")


def _is_tool(draft: Draft, text: str) -> bool:
    return draft.vocabulary.junk.section(label_key(text)) is not None or is_button(draft, text)


def is_button(draft: Draft, text: str) -> bool:
    """Whether a short text is a button: `Xem bản máy tính`, `★ Đánh dấu sao`."""
    words = [word for word in words_of(_ICON.sub(" ", text)) if word and not word.isdigit()]
    if not words or len(words) > BUTTON_WORDS or is_closed(text) or text[0].isdigit():
        return False
    verb = phrase_at(draft.vocabulary.buttons, words)
    if verb is None:
        return False
    rest = words[len(verb.words) :]
    return any_of(draft.vocabulary.things, rest[:THING_WITHIN]) or (_ICON.search(text) is not None and len(rest) < 2)


def beside_text(draft: Draft) -> Iterator[Piece]:
    """The open pieces above the running text and behind it."""
    last = max((place for place, piece in enumerate(draft.pieces) if is_prose(piece) and not piece.owner), default=0)
    for place, piece in enumerate(draft.pieces):
        if not piece.owner and (place < draft.first_prose or place > last) and len(piece.text) <= LABEL_LENGTH:
            yield piece


_GAP = re.compile(r"\s{3,}")
_DIGITS = re.compile(r"\d{4}")
_SERIES_OF_MAILS = re.compile(r"^(?:\[[^\]]{1,40}\]\s*|(?:Fwd?|Re|Tr)\s?:\s*)+", re.IGNORECASE)
_ICON = re.compile(r"[←-⇿⌀-➿⬀-⯿\U0001f300-\U0001faff]️?")
