"""Puts together lines that one text was broken into, and says so by the lines of the piece."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from archive.extract.agreement import PASSAGES
from archive.extract.credits import has_degree, read_credit
from archive.extract.dateline import may_have_date
from archive.extract.draft import Draft, Piece, as_lines
from archive.extract.shape import LONG, SHORT, greets, is_closed
from archive.extract.unit import is_only_body
from archive.extract.vocabulary import Vocabulary, holds_any, label_key, phrase_at, words_of
from archive.patterns import pattern
from archive.vietnamese.names import is_name

NARROWEST, NARROW, WIDEST = 24, 40, 120
"""Widths, in characters, between which a text can have been hard-wrapped; below the second only a long column was."""
COLUMN, SAMPLE = 12, 20
"""Pairs of lines from which narrow ones are a column of a printed paper and no verse, and how many are looked at."""
TOP = 12
"""Lines among which a headline that ends in a colon goes on behind a blank line."""
HEAD = 60
"""How many pieces from the top can be a headline that is cut amid a name."""
HEAD_OF_PAGE = "running head"
"""Why a line was discarded that stands at the head of a printed page."""
BETWEEN_PAGES = (HEAD_OF_PAGE, "mail head")
"""Why lines were discarded that stand between two printed pages, with the address at the foot."""
OPEN_ENDED = frozenset(("CỦA", "VỀ", "TẠI", "VÀ", "TRONG", "VỚI", "CHO", "Ở"))
"""Words in capitals with which no line begins that is a text of its own."""
PEN_NAME = 0.8
"""How sure a line is to credit an author by names alone that have no surname."""
_ENDS_OPEN = pattern(r"\s(?:VỚI|CỦA|VÀ|CHO|VỀ|TRONG|TẠI|NHẰM|(?:VỚI|VỀ|TRONG|CHO) VIỆC)$")
"""Words in capitals with which no line ends that is a text of its own."""
_QUOTES = "\"“‘'"
"""Signs in front of the first word of a line that is a saying."""
BY = ("by ", "bởi ")
"""What stands in front of an author, in small letters."""
SHORTEST_HALF = 3
"""Words of the shortest half of a headline that a blank line parts."""
HEADING = 10
"""Characters above which a line in capitals is no short name."""
TITLE_WORDS = 7
"""Words of the shortest first half of a headline; names of sections have seldom more than that."""
LABEL = 30
"""Characters of the longest label whose value stands below it."""
MOST_LINES = 200
"""Lines of the longest paragraph that is put together."""
FEWEST = 4
"""Pairs of lines in one paragraph from which a width can be told."""
BRIM = 0.86
"""A closed line shorter than this share of the widest ends its paragraph."""
TITLE_LINES = 4
"""Most lines of a headline in a narrow column."""
ODD = 10
"""One in so many lines of a wrapped text may be broken early."""
FULL = 0.72
"""A line of a wrapped text that goes on is at least this share of the widest line."""


class Wrapped(Struct, frozen=True):
    """How a text was wrapped."""

    width: int
    indented: bool
    """Whether the first line of each paragraph is set in, so that a short line alone ends none."""
    reach: int
    """Characters up to which a line would have held the next word too, had it gone on; 0 when that cannot be told."""


def broken_lines(draft: Draft) -> None:
    """Joins neighbouring lines when the upper one cannot be whole: it ends open and the lower one goes on in small
    letters, or the whole text was wrapped at one width. Leaves alone lists, labels, and lines parted by a blank, but
    for the halves of a headline."""
    torn = _torn_half(draft)
    if not torn and ":" not in draft.lasts and all(piece.gap for piece in draft.pieces):
        return
    wrapped = _wrapped(draft)
    capitals = wrapped is not None or _joins_capitals(draft)
    rest_of_title = (wrapped and _rest_of_title(draft)) or _second_half_of_title(draft) or torn
    joined: list[Piece] = []
    for piece in draft.pieces:
        upper = joined[-1] if joined else None
        if (
            upper is not None
            and (_follows(upper, piece) or piece in rest_of_title)
            and (
                _goes_on(upper, piece, wrapped, draft.vocabulary)
                or piece in rest_of_title
                or (
                    _are_halves(upper, piece)
                    and not draft.vocabulary.sections.section(upper.key)
                    and _is_one_title(draft, upper, piece, capitals, near=len(joined) < HEAD)
                )
            )
        ):
            _join(upper, piece)
        else:
            joined.append(piece)
    if len(joined) < len(draft.pieces):
        draft.pieces = joined


def page_breaks(draft: Draft) -> None:
    """Joins the halves of a paragraph between which a page of a print or a paper ends: only heads and feet of pages
    stand between them, the upper ends open, and the lower goes on in small letters. Leaves alone all else, and a short
    line below an open text: that may be the caption of a picture, and the text what goes on."""
    if HEAD_OF_PAGE not in [piece.reason for piece in draft.pieces]:
        return
    joined: list[Piece] = []
    above: list[Piece] = []
    parted = False
    for piece in draft.pieces:
        if piece.reason in BETWEEN_PAGES:
            parted = True
        elif parted and _is_cut_by_page(above, piece):
            _join(above[-1], piece)
            parted = False
            continue
        else:
            above, parted = [*above[-1:], piece], False
        joined.append(piece)
    draft.pieces = joined


def _is_cut_by_page(above: list[Piece], lower: Piece) -> bool:
    """Whether neither the last of the texts above nor the lower one is whole, and no longer one above it is open."""
    if not above or not above[-1].is_loose or not lower.is_loose or not lower.text[0].islower():
        return False
    *before, upper = above
    open_above = any(
        piece.is_loose and not is_closed(piece.text) and len(piece.text) > len(upper.text) for piece in before
    )
    return len(upper.text) >= NARROWEST and not (open_above or is_closed(upper.text) or _is_item(lower.text))


def labels_and_values(draft: Draft) -> None:
    """Joins a label of author, date, source or count that ends its line with the value on the line below it.

    Leaves alone a label whose neighbour is no value of its kind: a form has labels without values.
    """
    kept: list[Piece] = []
    for piece in draft.pieces:
        upper = kept[-1] if kept else None
        if (
            upper is not None
            and len(upper.text) <= LABEL
            and _can_label(upper, piece)
            and _is_value(upper, piece, draft.vocabulary)
        ):
            _join(upper, piece)
        else:
            kept.append(piece)
    draft.pieces = kept


def _can_label(upper: Piece, lower: Piece) -> bool:
    if len(lower.text) > SHORT or upper.owner or lower.owner:
        return False
    return not any(map(str.isdigit, upper.text)) and not lower.text.endswith(":")


def _is_value(upper: Piece, lower: Piece, vocabulary: Vocabulary) -> bool:
    """Whether the lower line is what the upper one, as a label, announces."""
    label = upper.key
    if label not in vocabulary.date_labels and label not in vocabulary.bylines:
        return False
    colon = upper.text.endswith(":")
    if label_key(lower.text.partition(":")[0]) in vocabulary.date_labels:
        return False
    if label in vocabulary.date_labels and (colon or label not in vocabulary.bylines):
        counts = colon and lower.text.isdigit()
        if vocabulary.junk.section(label) == "view count":
            return counts
        return counts or (_VALUE_OF_DATE.match(lower.text) is not None and len(lower.text) < WIDEST)
    if label not in vocabulary.bylines or is_closed(lower.text):
        return False
    if not colon and label not in ("tác giả", "người viết"):
        return False
    credit = read_credit(f"{upper.text.rstrip(':')}: {lower.text}", vocabulary)
    return credit is not None and label_key(lower.text.partition(":")[0]) not in vocabulary.bylines


_VALUE_OF_DATE = pattern(r"\D{0,12}\d{1,2}\s?[/.:\-]\s?\d{1,2}|\D{0,12}\d{1,2} [Tt]h\S{0,4}\.?\s?\d")


def _follows(upper: Piece, lower: Piece) -> bool:
    if lower.gap and not (upper.text[-1] == ":" and lower.text[0].islower() and upper.lines[0] < TOP):
        return False
    return upper.is_loose and lower.is_loose and len(upper.parts) < MOST_LINES


def _goes_on(upper: Piece, lower: Piece, wrapped: Wrapped | None, vocabulary: Vocabulary) -> bool:
    last, links = upper.parts[-1] if upper.parts else upper.text, vocabulary.links
    if wrapped and not _is_item(lower.text) and not _is_broken_title(last, lower.text, wrapped.width):
        if last.isupper() and len(last) > HEADING and not lower.text.isupper():
            return False  # a title over its text
        if not lower.indent and _is_broken_early(last, lower.text, wrapped):
            return False
        short = len(last) < wrapped.width * (FULL if wrapped.indented else BRIM)
        indent = 0 if wrapped.indented else upper.indent
        alone = len(lower.text) < wrapped.width * FULL and not is_closed(lower.text)
        if alone and vocabulary.names_medium(lower.text):
            return False
        ends = is_closed(last) and (lower.indent > indent or short or alone or _is_label(lower.text))
        return len(last) >= wrapped.width * FULL and not ends
    small = lower.text[0].islower() and not lower.text.startswith(BY) and not _tells_day(lower.text)
    if not (small or last[-1] == ",") or len(last) > SHORT or "\t" in last or is_closed(last):
        return False
    if len(last) < 12 and not (small and lower.text.split(maxsplit=1)[0] in links):
        return False
    if small:
        return (not _is_item(lower.text) and len(lower.text.split()) > 1 and not last.endswith(":")) or _hangs(
            last, lower, links
        )
    return len(last) < WIDEST and _hangs(last, lower, links)


def _is_broken_early(upper: str, lower: str, wrapped: Wrapped) -> bool:
    """Whether a line that had room for the next word ends its text: it is closed, or the lower is a short open line, as
    no end of a paragraph is. Leaves alone lines that are set in, which are not filled up."""
    if lower[0].islower() or _reach(upper, lower) >= wrapped.reach:
        return False
    return is_closed(upper) or (len(lower) < wrapped.width * FULL and not is_closed(lower))


def _reach(upper: str, lower: str) -> int:
    """How long the upper line would be with the first word of the lower."""
    return len(upper) + 1 + len(lower.split(maxsplit=1)[0])


def _is_broken_title(upper: str, lower: str, width: int) -> bool:
    """Whether a line that is not full goes on in small letters, as a headline cut in two does."""
    return len(upper) < width * FULL and lower[0].islower() and not is_closed(upper)


def _hangs(last: str, lower: Piece, links: frozenset[str]) -> bool:
    """Whether the upper line ends in a word or sign that calls for more."""
    if lower.text[0].islower() and last.endswith(":"):
        return len(last) < WIDEST and len(lower.text) < WIDEST
    return last.rsplit(" ", 1)[-1].lower() in links and lower.text[0].islower()


def _tells_day(text: str) -> bool:
    """Whether a label in small letters stands in front of a date: `pubDate: Tue, 12 Mar 2019 08:15:00 +0700`."""
    return _LABELLED.match(text) is not None and may_have_date(text)


def _is_label(text: str) -> bool:
    """Whether a short line begins as a byline or a label does, and not as the rest of a sentence."""
    return len(text) < SHORT / 4 and (text.isupper() or _LABELLED.match(text) is not None or is_name(text))


_LABELLED = pattern(r"[^\W\d_][^:.]{1,24}:\s?\S")


def _joins_capitals(draft: Draft) -> bool:
    """Whether blank lines part the texts, so that lines in capitals without one between them are one headline.

    Where one stands between all lines there is nothing to join; a letterhead has a text of its own on each line.
    """
    gaps = sum(piece.gap for piece in draft.pieces)
    if not 0.5 * len(draft.pieces) <= gaps < len(draft.pieces):
        return False
    return not holds_any(as_lines(draft.pieces[:16]), ("CỘNG SẢN VIỆT NAM", "CHỦ NGHĨA VIỆT NAM"))


def _are_halves(upper: Piece, lower: Piece) -> bool:
    """Whether both lines are in capitals and together no longer than a headline."""
    return upper.text.isupper() and lower.text.isupper() and len(upper.text) + len(lower.text) < LONG


def _is_one_title(draft: Draft, upper: Piece, lower: Piece, joins: bool, near: bool) -> bool:
    """Whether two lines in capitals are one headline, which near the top may be cut amid a name.

    A document has a text of its own on each line; authors one below the other have a line each, and so has one with a
    degree.
    """
    document = draft.kind == "document"
    joined = (
        ((joins or not document) and _goes_on_in_capitals(upper, lower, joins))
        or (not document and _is_half_title(upper, lower, draft.vocabulary))
        or (near and _cuts_a_name(draft, upper, lower))
    )
    if not joined or not _is_author(lower, draft.vocabulary):
        return joined
    return not (_is_author(upper, draft.vocabulary) or has_degree(lower.text, draft.vocabulary))


def _is_author(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether the line names an author, with a degree or in the form of a whole name."""
    credit = read_credit(piece.text, vocabulary)
    return credit is not None and bool(credit.people) and credit.confidence > PEN_NAME


def _goes_on_in_capitals(upper: Piece, lower: Piece, joins: bool) -> bool:
    """Whether the lower of two lines in capitals goes on in the midst, or, where blank lines part the texts, the upper
    is as long as half a headline."""
    if is_closed(upper.text) or len(lower.text) <= 10 or ":" in lower.text:
        return False
    return lower.text.split(" ", 1)[0] in OPEN_ENDED or (joins and len(upper.text) > 20)


def _is_half_title(upper: Piece, lower: Piece, vocabulary: Vocabulary) -> bool:
    """Whether the upper of two lines in capitals calls for the lower, which is no body: it names a body and the lower
    tells what that does, it ends amid a phrase, or it is longer than a section's name, and the lower is shorter and no
    author.
    """
    words = words_of(lower.text) if len(lower.text) > 10 else ()
    if not words or phrase_at(vocabulary.bodies, words):
        return False
    if _ENDS_OPEN.search(upper.text) or (vocabulary.is_verb(words, 0) and is_only_body(upper.text, vocabulary)):
        return True
    if len(lower.text) > len(upper.text) or ":" in lower.text or not _is_long_title(upper, vocabulary):
        return False
    return not _is_author(lower, vocabulary)


def _is_long_title(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line in capitals is longer than the names of sections and neither a campaign nor a body."""
    if piece.text.count(" ") < TITLE_WORDS - 1 or is_closed(piece.text) or ":" in piece.text:
        return False
    return vocabulary.sections.section(piece.key) is None and not is_only_body(piece.text, vocabulary)


def _cuts_a_name(draft: Draft, upper: Piece, lower: Piece) -> bool:
    """Whether the break between two lines cuts a name that the text has whole: `PHƯỜNG HẠ` over `MẪU: …`, and `Hạ
    Mẫu`; or `thị xã` over `Hạ Mẫu`, and `ở thị xã Hạ Mẫu`."""
    words = upper.text.split()[-2:]
    first = lower.text.split(" ", 1)[0].rstrip(",:")
    if len(words) < 2 or not (words[-1].isalpha() and first.isalpha() and first[0].isupper()):
        return False
    name = first.capitalize()
    able = [piece.text for piece in draft.pieces[:PASSAGES] if name in piece.text and piece is not upper]
    at_place = bool(draft.vocabulary.level_at_end(words_of(upper.text)))
    before = " ".join(words[at_place:]).lower() + " "
    last = "" if words[-1].islower() else f"{words[-1].capitalize()} {name}"
    return any((last and last in text) or _has_name(text, before, name) for text in able)


def _has_name(text: str, words: str, name: str) -> bool:
    """Whether words, given in small letters, and a name behind them stand in a text somewhere."""
    start = text.lower().find(words + name.lower())
    return start >= 0 and text.startswith(name, start + len(words))


def _rest_of_title(draft: Draft) -> Sequence[Piece]:
    """In a wrapped text the lines below the first of a headline: lines between blanks near the top, none of which is
    closed, though one goes on in small letters. Leaves alone a line in capitals above others."""
    top = draft.pieces[:TOP]
    starts = [place for place, piece in enumerate(top) if piece.gap or not place]
    for start, end in pairwise(starts):
        first, *rest = lines = top[start:end]
        goes_on = len(lines) <= TITLE_LINES and any(piece.text[0].islower() for piece in rest)
        whole = any(piece.owner or is_closed(piece.text) for piece in lines)
        if goes_on and not whole and first.text.isupper() == rest[0].text.isupper():
            return rest
    return ()


def _second_half_of_title(draft: Draft) -> Sequence[Piece]:
    """The lower of two lines between blanks near the top, when the upper calls for more: it ends in what is done,
    or in the kind of a body, and is longer than the name of a section."""
    for at in range(1, min(TOP, len(draft.pieces) - 1)):
        upper, lower, below = draft.pieces[at - 1 : at + 2]
        parted = upper.gap or draft.pieces[at - 2].owner
        if lower.gap or not parted or not (below.gap or below.owner) or not _follows(upper, lower):
            continue
        if _calls_for_more(upper.text, draft.vocabulary) and not is_closed(lower.text):
            credit = read_credit(lower.text, draft.vocabulary)
            credited = credit is not None and (credit.people or draft.vocabulary.names_medium(lower.text))
            return () if credited else (lower,)
    return ()


def _torn_half(draft: Draft) -> Sequence[Piece]:
    """The lower of two lines right above the text, with a blank line between them or without, when the upper ends in a
    comma or a colon, the lower goes on in small letters, or the text has the name that the break cuts.

    Leaves alone a page without running text: lines of verse go on so.
    """
    if draft.first_prose >= len(draft.pieces):
        return ()
    for upper, lower in pairwise(draft.pieces[max(0, draft.first_prose - TOP) : draft.first_prose]):
        loose = not (upper.owner or lower.owner or is_closed(upper.text))
        if loose and len(upper.text) + len(lower.text) < LONG and _is_torn(draft, upper, lower):
            return (lower,)
    return ()


def _is_torn(draft: Draft, upper: Piece, lower: Piece) -> bool:
    """Whether neither of two lines is whole."""
    if upper.text.isupper() != lower.text.isupper() or _is_item(upper.text) or _is_item(lower.text):
        return False
    if lower.text in upper.text or greets(upper.text):
        return False
    if _cuts_a_name(draft, upper, lower):
        return True
    halves = min(upper.text.count(" "), lower.text.count(" ")) >= SHORTEST_HALF - 1
    if not halves:
        return False
    if upper.text[-1] == ":":
        return not lower.gap and _opens_report(upper, lower.text, draft.vocabulary)
    goes_on = upper.text[-1] == "," or lower.text.lstrip(_QUOTES)[:1].islower()
    return goes_on and not _is_author(lower, draft.vocabulary)


def _opens_report(upper: Piece, lower: str, vocabulary: Vocabulary) -> bool:
    """Whether a body, a place or a matter in front of a colon tells of what the lower line is: a saying would be its
    speaker's, and a label has its value there."""
    if not lower[0].isalnum() or lower[-1] in ":.":
        return False
    words = words_of(upper.text)
    short = upper.text.count(" ") < TITLE_WORDS and "," not in upper.text
    label = any(upper.key in known for known in (vocabulary.bylines, vocabulary.date_labels, vocabulary.section_labels))
    speaker = phrase_at(vocabulary.addresses, words) or phrase_at(vocabulary.posts, words)
    return (short and not label and not speaker) or is_only_body(upper.text, vocabulary)


def _calls_for_more(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of some words ends in a verb of two words, or in the kind of a body with its capital."""
    words = text.split()
    keys = words_of(text)
    if len(words) < TITLE_WORDS or not text[-1].isalpha() or text.isupper() or len(text) > SHORT:
        return False
    deed = (phrase_at(table, keys[-2:]) for table in (vocabulary.shows, vocabulary.deeds))
    if any(verb is not None and len(verb.words) == 2 for verb in deed):
        return True
    kinds = ((size, phrase_at(vocabulary.bodies, keys[-size:])) for size in (2, 3) if words[-size][0].isupper())
    return any(kind is not None and len(kind.words) == size for size, kind in kinds)


def _is_item(text: str) -> bool:
    """Whether the line opens an item: `a) …`, `- …`."""
    return text[0] in "-+*•–" or text[1:2] in (")", ".") or text[1:3] == "/ "


def _wrapped(draft: Draft) -> Wrapped | None:
    """How the text was wrapped, if it was: lines with one below them in the same paragraph are nearly full.

    Lines that blanks part say nothing; of the others most go on in small letters.
    """
    if not NARROWEST <= max((len(piece.text) for piece in draft.pieces), default=0) <= WIDEST:
        return None
    pairs = [(upper, lower) for upper, lower in pairwise(draft.pieces) if not (upper.owner or lower.owner or lower.gap)]
    widest = max((len(piece.text) for pair in pairs for piece in pair), default=0)
    if len(pairs) < FEWEST or widest < NARROWEST or (widest < NARROW and not _is_column(pairs)):
        return None
    full = sum(len(upper.text) >= widest * FULL for upper, _ in pairs)
    below = [lower for upper, lower in pairs if not is_closed(upper.text)]
    going_on = sum(not lower.text[0].isupper() for lower in below)
    if full < 0.5 * len(pairs) or len(below) <= 2 or going_on < 0.6 * len(below):
        return None
    first = sum(lower.indent > 0 and is_closed(upper.text) for upper, lower in pairs)
    return Wrapped(
        widest,
        indented=first > 1 and first == sum(lower.indent > 0 for _, lower in pairs),
        reach=_least_reach([pair for pair in pairs if pair[1].text[0].islower()]),
    )


def _least_reach(broken: list[tuple[Piece, Piece]]) -> int:
    """The shortest reach of lines that surely go on below, when all were filled up; 0 when they were broken at will, as
    those of a printed column are, whose letters differ in width."""
    if len(broken) < FEWEST:
        return 0
    reaches = sorted(_reach(upper.text, lower.text) for upper, lower in broken)
    least, widest = reaches[len(reaches) // ODD], max(len(upper.text) for upper, _ in broken)
    return least if least >= widest >= NARROW else 0


def _is_column(pairs: list[tuple[Piece, Piece]]) -> bool:
    """Whether narrow lines are a column of a printed paper: many, and most of the first go on in small letters, as no
    verse does."""
    first = pairs[:SAMPLE]
    return len(first) >= COLUMN and 2 * sum(not lower.text[0].isupper() for _, lower in first) > len(first)


def _join(upper: Piece, lower: Piece) -> None:
    upper.parts = (*(upper.parts or (upper.text,)), lower.text)
    upper.reword(f"{upper.text} {lower.text}")
    upper.lines = (*upper.lines, *lower.lines)
