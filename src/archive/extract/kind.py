"""Recognises what is no plain article: interviews, photo stories, tables, damaged copies, pages that are none."""

from collections.abc import Iterator
from itertools import islice, pairwise

from archive.extract.body import has_questions, is_headed, numbered_cells
from archive.extract.boilerplate import TAIL_PREFIX
from archive.extract.dateline import has_date, may_have_date
from archive.extract.draft import Draft, Piece, as_lines
from archive.extract.shape import is_bullet, is_closed, is_number_of_page, is_prose
from archive.extract.vocabulary import holds_any, opening
from archive.patterns import pattern
from archive.vietnamese.folding import identity_key
from archive.vietnamese.syllables import is_marked

LIST_DATES = 3
"""Date lines from which a page is a list of articles."""
MOST_LISTED = 400
"""How many short pieces of a page are asked for dates."""
FOREIGN = 0.15
"""Share of marked words below which a text is not Vietnamese."""
FEWEST_PICTURES = 3
"""Names of pictures from which a page without long text is a story in pictures."""
THIN = 160
"""Characters of the longest line below which a text without a headline is no article."""

ERROR_LINES = 8
"""How many pieces from the top can tell that the page was not found."""
SAMPLE = 1500
"""Characters of a text that are looked at for its language and for damage."""
LABEL = 24
"""Characters of the longest label in front of a value."""
HEAD = 40
"""How many pieces from the top can stand above the text."""

HEADLINE_WORDS = 6
"""Words of a line with a brand from which it may be the headline."""
LONG_RUN = 16
"""Letters from which a run without blanks is suspect."""
_GAP = pattern(r"\s{4,}")
_LONG_RUN = pattern(rf" [^ ]{{{LONG_RUN}}}")
_RUN = pattern(rf"[^\W\d_]{{{LONG_RUN},}}")
_CUT_TEASER = pattern(r"[^.\s](?:\.{3}|…)$")
_PAGER = pattern(r"(?:[^\W\d_][^\W\d]{1,20}[\s:]{0,3})?(?:[<«‹]+\s?)?(?:\d{1,3}[\s|,.]{1,5}){2,}(?:\.{3}|…)?.{0,30}")


def not_an_article(draft: Draft) -> None:
    """Discards everything when the page is a list of articles, in another language, or has no text to speak of."""
    if _is_list_page(draft) or _is_foreign(draft) or _is_empty(draft) or _is_error_page(draft):
        for piece in draft.pieces:
            draft.discard(piece, "not an article")
        draft.kind = "not-article"
        draft.doubt("not-an-article")


def _is_list_page(draft: Draft) -> bool:
    """Several date lines with headlines between them, or teasers that are cut off, and no long text.

    Leaves alone a table of numbered rows under its heading, in which each row has its day, and pages of one paper.
    """
    short = [piece for piece in draft.pieces if len(piece.text) < 300 and not piece.owner]
    if not short or len(short) < 0.9 * len(draft.pieces) or len(draft.pieces) < 6:
        return False
    teasers = sum(_is_cut(piece.text) for piece in short) >= 2
    if teasers and any(_PAGER.fullmatch(piece.text) for piece in short[-4:]):
        return True
    wanted = LIST_DATES - teasers
    dated = [place for place, piece in enumerate(short[:MOST_LISTED]) if may_have_date(piece.text)]
    if len(dated) < wanted:
        return False
    texts = (place for place, piece in enumerate(short) if is_prose(piece) and not _is_cut(piece.text))
    last = max(texts, default=len(short))
    told = [short[place].text for place in dated if place < last and has_date(short[place].text, draft.vocabulary)]
    if len(_without_later_heads(told)) < wanted:
        return False
    return not (is_headed(draft) and numbered_cells(draft.pieces))


def _without_later_heads(texts: list[str]) -> list[str]:
    """The texts, of heads that a paper prints on each page the first only: its name in capitals or the number of the
    page stands in columns beside the day."""
    kept: list[str] = []
    known: set[frozenset[str]] = set()
    for text in texts:
        parts = _GAP.split(text)
        columns = frozenset(part for part in parts if not is_number_of_page(part))
        if columns not in known:
            kept.append(text)
        if len(columns) > 1 and (len(columns) < len(parts) or any(map(str.isupper, columns))):
            known.add(columns)
    return kept


def _is_cut(text: str) -> bool:
    """Whether the text is a teaser, cut off with points behind a word."""
    return text.endswith(("...", "…")) and _CUT_TEASER.search(text[-5:]) is not None


def _is_error_page(draft: Draft) -> bool:
    """Whether the page says that there is no article: words of an error near the top, and no text as long as one."""
    if any(len(piece.text) >= THIN for piece in draft.pieces[:HEAD]):
        return False
    head = [identity_key(piece.text) for piece in draft.pieces[:ERROR_LINES]]
    told = sum(holds_any(text, draft.vocabulary.errors) for text in head)
    return told > 1 or any(text.startswith("404") for text in head)


def _is_foreign(draft: Draft) -> bool:
    long = [piece.text for piece in draft.pieces[:80] if len(piece.text) > 50]
    if not long or is_marked(max(long[:3], key=len)[:60], 2 * FOREIGN) or sum(map(len, long)) < 200:
        return False
    return not is_marked(" ".join(long)[:SAMPLE], FOREIGN)


def _is_empty(draft: Draft) -> bool:
    """Whether nothing but one sentence at most stands there, without a headline over it.

    Leaves alone captions between the names of their pictures.
    """
    if len(draft.pieces) > 3 * HEAD or any(len(piece.text) >= THIN for piece in draft.pieces):
        return False
    pictures = sum(piece.text[-4:].lower() in (".jpg", ".png", "jpeg") for piece in draft.pieces)
    return pictures < FEWEST_PICTURES and len([*islice(_telling(draft), 2)]) < 2


def _telling(draft: Draft) -> Iterator[Piece]:
    """The pieces that are neither label nor date, as far as the first label under the text that ends an article."""
    sentences = (at for at, piece in enumerate(draft.pieces) if len(piece.text) > 50 and is_closed(piece.text))
    last = max(sentences, default=0)
    for at, piece in enumerate(draft.pieces):
        section = draft.vocabulary.junk.section(piece.key)
        if at > last and section and section.startswith(TAIL_PREFIX):
            return
        has_words = section is None and not piece.owner and any(map(str.isalpha, piece.text))
        if has_words and not has_date(piece.text, draft.vocabulary):
            yield piece


def damaged_copy(draft: Draft) -> None:
    """Marks a copy with glued words or planted advertisements; nothing is repaired."""
    for piece in draft.pieces[: min(draft.first_prose, HEAD) + 2]:
        text = piece.text[: SAMPLE // 2]
        if _has_glued_words(text) or holds_any(text.lower(), draft.vocabulary.planted):
            draft.kind = "damaged"
            draft.doubt("damaged-text", str(piece.lines[0]))
            return


def _has_glued_words(text: str) -> bool:
    """Whether words stand in the text without their spaces; a run as long as that is looked for first."""
    return _LONG_RUN.search(f" {text}") is not None and any(map(_is_glued, text.split()))


def _is_glued(word: str) -> bool:
    """Whether a long run of letters is Vietnamese words without their spaces, not an address or a foreign word."""
    return (
        not word.isascii()
        and _RUN.search(word) is not None
        and any(low.islower() and up.isupper() for low, up in pairwise(word))
    )


def hijacked_head(draft: Draft) -> None:
    """Discards the lines that a betting site puts above and into a stolen text, and marks the copy as damaged."""
    short = as_lines(piece for piece in draft.pieces if not piece.owner and len(piece.text) < 120)
    if not holds_any(short.lower(), (*draft.vocabulary.promotions, *_OF_BRANDS)):
        return
    for place, piece in enumerate(draft.pieces):
        if piece.owner or len(piece.text) >= 120:
            continue
        low = piece.text.lower()
        brand = place < min(draft.first_prose, HEAD) and _is_of_brand(piece.text)
        if brand or (low[-1] != "." and holds_any(low, draft.vocabulary.promotions)):
            draft.discard(piece, "inserted advertisement")
            draft.kind = "damaged"
            draft.doubt("damaged-text", str(piece.lines[0]))


def _is_of_brand(text: str) -> bool:
    """Whether a line only tells a brand; one as long as a headline may be that, with the brand in place of a body."""
    return _INVITES.search(text) is not None or (_BRAND.search(text) is not None and text.count(" ") < HEADLINE_WORDS)


_OF_BRANDS = ("đăng nhập", "tải app", "link vào", "nhà cái", "bet", "win", "club")
"""In small letters, one of these stands in every brand."""
_INVITES = pattern(r"(?:[Đđ]ăng nhập|[Tt]ải app|[Ll]ink vào|[Nn]hà cái)\s.*\d")
_BRAND = pattern(r"\b[A-Z]{3,}(?:BET|WIN|CLUB)\d*\b")


def interview(draft: Draft) -> None:
    """Marks a talk of questions and answers."""
    if draft.kind == "article" and has_questions(draft):
        draft.kind = "interview"


def foreign_summary(draft: Draft) -> None:
    """Keeps a summary in another language under the text as a note, so that the author's name above it ends the text.

    Leaves alone a text that is nothing else.
    """
    behind = reversed(draft.pieces[draft.first_prose + 1 :])
    last = next((piece for piece in behind if not piece.owner and is_prose(piece)), None)
    if last is not None and not is_marked(last.text[:THIN], FOREIGN):
        last.owner, last.kind = "body", "note"


def photo_story(draft: Draft) -> None:
    """Marks an article that is pictures: more captions than paragraphs, the lead among these."""
    if draft.kind != "article" or len(draft.caption) < 3:
        return
    texts = (piece for piece in draft.pieces if piece.owner in ("lead", "body"))
    paragraphs = [piece for piece in texts if piece.kind not in ("caption", "note")]
    if sum(map(is_prose, paragraphs)) < len(draft.caption):
        draft.kind = "photo"


def table(draft: Draft) -> None:
    """Marks an article that is a table for the most part."""
    kinds = [piece.kind for piece in draft.pieces if piece.owner == "body"]
    cells = kinds.count("table")
    if draft.kind == "article" and cells >= 4 and cells > 0.5 * len(kinds):
        draft.kind = "table"


def _may_show(piece: Piece) -> bool:
    """Whether a short line may be the words of a picture: no number, bracket or label opens it, and no bar parts it."""
    return not (piece.text[0].isdigit() or piece.text[0] == "(" or "|" in piece.text or ": " in piece.text[:LABEL])


def text_photos(draft: Draft) -> None:
    """Claims the short lines between picture names as captions when the text is little else.

    Leaves alone closed sentences that open as tales do.
    """
    pieces = [piece for piece in draft.pieces[draft.first_prose + 1 :] if not piece.owner]
    if draft.first_prose == len(draft.pieces):
        pieces = draft.open()
    listed = not all(map(str.isalnum, draft.firsts))
    between = sum(piece.reason == "picture left-over" for piece in draft.pieces) >= 3
    texts, short = 0, []
    for piece in pieces:
        if is_prose(piece):
            texts += 1
        elif is_closed(piece.text) and opening(draft.vocabulary.narrates, piece.text):
            continue
        elif 3 <= len(piece.text.split()) <= 40 and not (listed and is_bullet(piece.text)):
            short.append(piece)
        if texts > (2 if between else 1):
            return
    if len(short) < (3 if between else 4) or any(piece.text[-1] in ":?;" for piece in short):
        return
    told = between or not any(is_closed(piece.text) for piece in short)
    if told and all(map(_may_show, short)) and "table" not in [piece.kind for piece in draft.pieces]:
        for piece in short:
            piece.kind = "caption"
