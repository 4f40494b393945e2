"""Gives every line that is still open its place in the body: paragraph, sub-heading, list, question, verse, table."""

from collections.abc import Iterable
from itertools import islice

from archive.extract.draft import Draft, Piece, may_have_gaps
from archive.extract.shape import SHORT, is_closed, is_listed_below, is_prose
from archive.model.record import BlockKind
from archive.patterns import SMALL, pattern
from archive.vietnamese.names import is_name

VERSE_LINES = 6
"""Fewest lines of a poem."""
MOST_PROSE = 2
"""Pieces of running text that a page with a poem has beside it."""
STANZA = 3
"""Fewest lines of a stanza."""
VERSE_WIDTH = 60
"""Most characters of a line of verse."""
VERSE_WORDS, VERSE_SPREAD = 10, 4
"""Most words of a line of verse, and how much lines of one stanza differ."""
ENDS = 2000
"""How many pieces from either end of a page can be anything but text: no page has more beside its article."""
HEAD = 20
"""How many pieces from the top can greet those who hear a speech."""
CELLS = 10
"""Fewest short lines that are a table flattened to one cell a line."""
CELL_WIDTH = 60
ROWS = 3
"""Fewest rows of a table."""
FEWEST_COLUMNS = 3
"""Columns of a table whose rows are told by them."""
ORDINAL = ("stt", "tt", "số tt")
"""Over the column with the numbers of the rows."""
TOTAL = ("tổng", "cộng")
"""Words that open the last row of a table, behind which one number stands."""
MOST_COLUMNS = 12
"""Numbers among which the one of the next row is looked for."""


def far_from_ends(draft: Draft) -> None:
    """Claims as text what stands far from both ends of a page, which only one as long as a book has; `blocks` tells its
    kind.

    Leaves alone every page of up to twice `ENDS` pieces.
    """
    for piece in draft.pieces[ENDS:-ENDS]:
        piece.owner = "body"


def lead(draft: Draft) -> None:
    """Claims the first paragraph of running text; `LTS:` (a note of the editors) is taken off it.

    Leaves alone captions, lists, verse, salutations, open lines above the headline or beside a table, and a text that
    opens with a question.
    """
    if draft.kind == "poem" or (draft.kind == "document" and not _is_spoken(draft)):
        return
    title = draft.place_of("headline", 0)
    tabled = "table" in [piece.kind for piece in draft.pieces]
    for place, piece in enumerate(draft.pieces):
        if piece.owner:
            continue
        if (len(piece.text) < 40 or place < title) and not is_closed(piece.text):
            continue
        if tabled and not (is_closed(piece.text) or piece.text[-1] == ":"):
            continue
        if _is_labelled_question(piece.text) and (draft.kind == "interview" or _ASKED.match(piece.text)):
            return
        if _is_labelled_question(piece.text) or (len(piece.text) < 60 and _SALUTATION.match(piece.text)):
            continue
        over_table = draft.pieces[place + 1 : place + 2] and draft.pieces[place + 1].kind == "table"
        if _is_heading_or_item(piece) and not is_prose(piece) and len(piece.text) < 60 and not over_table:
            continue
        if (piece.text[0] == "(" and piece.text[-1] == ")") or _RECORD.match(piece.text):
            continue
        if place and draft.pieces[place - 1].is_loose and is_listed_below(draft.pieces[place - 1], piece):
            continue
        piece.owner = "lead"
        label = _LEAD_LABEL.match(piece.text)
        draft.lead = piece.text[label.end() :] if label else piece.text
        draft.note("lead", draft.lead, "lead", [piece], 0.9)
        return


def _is_spoken(draft: Draft) -> bool:
    """Whether those who hear the text are greeted at its head, as in a speech."""
    return any(_GREETS.match(piece.text) for piece in draft.pieces[:HEAD])


def table_rows(draft: Draft) -> None:
    """Claims the rows of a table whose columns wide gaps or bars part: lines one below the other, with as many columns
    each.

    Leaves alone two columns: those are of a page or of a letterhead.
    """
    if not (draft.has_gaps or draft.has_bars):
        return
    run: list[Piece] = []
    columns = 0
    for piece in draft.pieces:
        parted = len(piece.text) <= SHORT and (may_have_gaps(piece.text) or "|" in piece.text)
        given = len(_columns(piece)) if parted and not piece.owner else 0
        if given != columns:
            _claim_rows(run, columns)
            run, columns = [], given
        run.append(piece)
    _claim_rows(run, columns)


def _columns(piece: Piece) -> list[str]:
    return _WIDE_GAP.split(piece.text)


def _claim_rows(run: list[Piece], columns: int) -> None:
    if columns >= FEWEST_COLUMNS and len(run) >= ROWS:
        _claim_cells(run)


def headed_table(draft: Draft) -> None:
    """Claims the cells of a table with a line for each under the head of its numbers, before a day or a name in one is
    taken for that of the article. Leaves alone a table without such a head."""
    if is_headed(draft):
        _claim_cells(numbered_cells(draft.pieces))


def is_headed(draft: Draft) -> bool:
    """Whether a line is the head of the numbers of a table."""
    return "1" in draft.firsts and any(piece.key in ORDINAL for piece in draft.pieces if len(piece.text) < CELL_WIDTH)


def table_cells(draft: Draft) -> None:
    """Claims runs of short lines that are the cells of a table, and lines with tabs between words."""
    numbers = sum(_is_number(piece.text) for piece in draft.pieces if piece.text[0].isdecimal())
    if numbers >= ROWS:
        _claim_cells(numbered_cells(draft.pieces))
    if draft.has_gaps:
        _claim_cells(piece for piece in draft.open() if "\t" in piece.text)


def _claim_cells(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        piece.owner, piece.kind = "body", "table"


def numbered_cells(pieces: list[Piece]) -> list[Piece]:
    """The open pieces that are cells of a table with a line for each, whose rows are numbered."""
    cells: list[Piece] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and not piece.owner and _is_cell(piece):
            run.append(piece)
            continue
        cells += _table(run) if len(run) >= CELLS else []
        run = []
    return cells


def _is_cell(piece: Piece) -> bool:
    return len(piece.text) <= CELL_WIDTH and (not is_closed(piece.text) or _is_number(piece.text))


def _is_number(text: str) -> bool:
    """Whether the text is a number and nothing else, as that of a row is."""
    return text.rstrip(".").isdecimal()


def _table(run: list[Piece]) -> list[Piece]:
    """The pieces of the run that are cells of one table: from its heading row to the end of its last row.

    A table shows by row numbers that rise one by one. Without them there is none.
    """
    numbers = {
        place: int(piece.text.rstrip("."))
        for place, piece in enumerate(run)
        if len(piece.text) < 5 and _is_number(piece.text)
    }
    heading = next((place for place, piece in enumerate(run) if piece.key in ORDINAL), None)
    start, width, rows = _rows(numbers)
    even = run[start if heading is None else min(heading, start) : start + rows * width] if rows >= ROWS else []
    if heading is None:
        return even
    ragged = _ragged(run[heading:], {at - heading: row for at, row in numbers.items() if at > heading})
    return max(even, ragged, key=len)


def _ragged(run: list[Piece], numbers: dict[int, int]) -> list[Piece]:
    """The pieces of a table some of whose cells are empty, so that no row is wider than the heading, and of its total.

    `numbers` are those in the run by their places.
    """
    start = next((place for place, row in numbers.items() if row == 1), 0)
    last, rows = start, 1
    for place, row in numbers.items():
        if row == rows + 1 and last < place <= last + start:
            last, rows = place, row
    if start < FEWEST_COLUMNS or rows < ROWS:
        return []
    end = last + start
    return run[: end + 2 if any(piece.key.startswith(TOTAL) for piece in run[end : end + 1]) else end]


def _rows(numbers: dict[int, int]) -> tuple[int, int, int]:
    """Where the first numbered row stands, how wide the rows are, and how many follow one another at that width."""
    best = (0, 0, 0)
    counted: set[tuple[int, int]] = set()
    places = sorted(numbers)
    for at, start in enumerate(places):
        below = next(
            (place for place in places[at + 1 : at + MOST_COLUMNS] if numbers[place] == numbers[start] + 1), None
        )
        if below is None or (start, below - start) in counted:
            continue
        width, rows = below - start, 0
        while numbers.get(start + rows * width) == numbers[start] + rows:
            counted.add((start + rows * width, width))
            rows += 1
        best = max(best, (start, width, rows), key=lambda found: found[2])
    return best


def verse_lines(draft: Draft) -> None:
    """Claims the stanzas of a poem: runs of short lines with capitals, of like length, and hardly anything else.

    Leaves alone menus, tables, guest lists and captions: those are parted by blanks, hold numbers or differ in length.
    """
    pieces = draft.open()
    if draft.kind != "article" or len([*islice(filter(is_prose, pieces), MOST_PROSE + 1)]) > MOST_PROSE:
        return
    runs = _runs(draft.pieces)
    stanzas = [run for run in runs if len(run) >= STANZA and _is_stanza(run)]
    verses = sum(map(len, stanzas))
    if verses < VERSE_LINES or verses < 0.6 * len(pieces):
        return
    for run in runs[runs.index(stanzas[0]) :]:
        lines = [piece for piece in run if len(piece.text) <= VERSE_WIDTH and not is_name(piece.text)]
        verse = [piece for piece in lines if _is_stanza([piece])]
        for piece in lines if 2 * len(verse) > len(run) else verse:
            piece.owner, piece.kind = "body", "verse"
    draft.kind = "poem"


def _runs(pieces: list[Piece]) -> list[list[Piece]]:
    """The open pieces in runs without a blank line or another piece inside."""
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.gap or piece.owner:
            runs.append([])
        if not piece.owner:
            runs[-1].append(piece)
    return [run for run in runs if run]


def _is_stanza(run: list[Piece]) -> bool:
    texts = [piece.text for piece in run]
    if not all(len(text) <= VERSE_WIDTH and text.lstrip('"“')[:1].isupper() for text in texts) or texts[-1][-1] == ":":
        return False
    if any(map(str.isdigit, "".join(texts))):
        return False
    counts = [len(text.split()) for text in texts]
    return max(counts) - min(counts) <= VERSE_SPREAD and min(counts) >= 3 and max(counts) <= VERSE_WORDS


def blocks(draft: Draft) -> None:
    """Gives each piece that no field took its kind of block; nothing is left open behind this rule."""
    pieces = draft.pieces
    for place, piece in enumerate(pieces):
        if not piece.owner or piece.is_loose:
            piece.owner, piece.kind = "body", _kind(draft, pieces, place)


def _kind(draft: Draft, pieces: list[Piece], place: int) -> BlockKind:
    text = pieces[place].text
    if len(text) > SHORT:
        return "answer" if draft.kind == "interview" and (_SPEAKER.match(text) or text[0] == "-") else _long_kind(text)
    if _is_labelled_question(text):
        return "question"
    if draft.kind == "interview" and _SPEAKER.match(text):
        return "question" if text.endswith("?") else "answer"
    if draft.kind == "interview" and (text.endswith("?") or text[0] == "-"):
        return "question" if text.endswith("?") else "answer"
    if _may_be_marked(text):
        if _NOTE.match(text):
            return "note"
        if _is_list_item(text) and not _is_numbered_heading(text, pieces, place):
            return "list"
    return (
        "heading"
        if _is_heading(pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None)
        else _long_kind(text)
    )


def _may_be_marked(text: str) -> bool:
    """Whether a sign, a number or a letter with a bracket opens the text, or what opens notes and articles of law; of
    others no pattern for these is tried."""
    return not text[0].isalpha() or text[0] in _OPENS_MARKED or text[1:2] == ")"


def _long_kind(text: str) -> BlockKind:
    if text[0].isupper() and not text.startswith("Ghi chú"):
        return "paragraph"
    if _ITEM.match(text):
        return "list"
    if _NOTE.match(text):
        return "note"
    return "quote" if text[0] in '"“' and text.rstrip(".")[-1] in '"”' and text.count(text[0]) <= 2 else "paragraph"


def _is_list_item(text: str) -> bool:
    return _ITEM.match(text) is not None or _NUMBERED.match(text) is not None


def _is_numbered_heading(text: str, pieces: list[Piece], place: int) -> bool:
    """Whether a numbered line is a heading: short, open, and followed by running text."""
    below = pieces[place + 1] if place + 1 < len(pieces) else None
    if _ROMAN.match(text):
        return not is_closed(text)
    return bool(_NUMBERED.match(text)) and not is_closed(text) and below is not None and is_closed(below.text)


def _is_heading(piece: Piece, below: Piece | None) -> bool:
    """Whether a short open line with text under it is a sub-heading."""
    text = piece.text
    if below is None or len(text) > 100 or text[-1] in ".,;…" or (is_closed(text) and text[-1] not in "?!"):
        return False
    return len(text.split()) <= 18 and text[0] not in '-+("' and len(below.text) > len(text)


def _is_heading_or_item(piece: Piece) -> bool:
    return _is_list_item(piece.text) or piece.text.endswith(":")


def _is_labelled_question(text: str) -> bool:
    """Whether the text opens with the label of who asks, or with an address; most texts open with other letters."""
    return text[0] in _OPENS_QUESTION and _LABELLED_QUESTION.match(text) is not None


def has_questions(draft: Draft) -> bool:
    """Whether the text is a talk: labelled questions, or questions with the same speaker's answers between them."""
    pieces = draft.open()
    able = [piece.text for piece in pieces if piece.text[0] in _OPENS_QUESTION]
    if sum(map(_is_labelled_question, able)) >= 2:
        return True
    if "?" not in draft.lasts:
        return False
    speakers: dict[str, int] = {}
    questions = starred = 0
    for piece in pieces:
        head = piece.text[:90]
        if ":" in head and not _is_labelled_question(head) and (match := _SPEAKER.match(head)):
            speakers[match[1]] = speakers.get(match[1], 0) + 1
        if piece.text[-1] == "?":
            questions += 1
            starred += piece.text[0] in "*-–+•"
    spoken = max(speakers.values(), default=0)
    return starred >= 2 or (questions >= 2 and spoken >= 2) or (questions >= 3 and sum(speakers.values()) >= 3)


_WIDE_GAP = pattern(r"\s*\|\s*|\s{2,}|\t")
_RECORD = pattern(r"(?:Ngày|Thời gian) (?:nhận|gửi|duyệt|phản biện|chấp nhận)|Từ kh[oó]á?a?\s?:")
_LEAD_LABEL = pattern(
    r"(?:LTS|Lời tòa soạn|Lời Tòa soạn|Lời toà soạn|Tóm tắt|TÓM TẮT|Sapo)\s?[:.]\s*|[-–]\s+(?=[A-ZĐ])"
)
_OPENS_QUESTION = "PHCMB*T"
_LABELLED_QUESTION = pattern(
    r"(?:PV|P\.V|Phóng viên|PHÓNG VIÊN|Hỏi|HỎI|Câu hỏi(?: \d{1,2})?|MC|Bạn đọc(?: [^:?.]{1,60})?)\s?:"
    r"|\*? ?Thưa [^:.,!?]{2,40}, "
)
_ASKED = pattern(r"(?:Hỏi|HỎI|Câu hỏi)[^:?]{0,5}:")
_SPEAKER = pattern(rf"((?:[^\W\d_{SMALL}][^:?!.“\"]{{2,80}}|Trả lời|Đáp))\s?:\s?\S")
_SALUTATION = pattern(r"(?:Kính )?[Tt]hưa |Các đồng chí|Kính gửi")
_GREETS = pattern(r"(?:- )?(?:Kính t|T)hưa\s[^:]{3,80}[!,.]$")
_ITEM = pattern(r"[-+*•●▪–✅✔☑➡👉🔹🔸🔻🌿🍀⭐]️?\s*\S|[a-zđ]\)\s|\(?\d{1,2}\)\s")
_NUMBERED = pattern(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|[IVX]{1,5}[.)/-]\s|Điều \d{1,3}")
_OPENS_MARKED = "IVXGĐ"
"""Letters that open a number in Roman letters, `Ghi chú` or `Điều 1`."""
_ROMAN = pattern(r"[IVX]{1,5}[.)/-]\s")
_NOTE = pattern(r"\(\d{1,2}\)|\*\s?Ghi chú|Ghi chú\s?:|\"\*\"|\*\)|\[\d{1,2}\]")
