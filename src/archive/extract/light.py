"""Extracts from Markdown written by hand, where marks say what is what and little is to be guessed."""

from archive.extract.credits import read_credit
from archive.extract.dateline import read_line
from archive.extract.draft import Draft, Piece
from archive.extract.vocabulary import Vocabulary
from archive.model.text import CleanText, Line
from archive.patterns import pattern

SHORT = 120


def markdown_draft(text: CleanText, vocabulary: Vocabulary) -> Draft:
    """A finished draft of a Markdown text: chunks parted by blank lines, their source untouched.

    `# heading` is the headline, a chunk that is all `*emphasis*` a caption, the first plain paragraph the lead; short
    single lines may be a date line or a byline with a label. Everything else stays as it is.
    """
    draft = Draft(text.file, vocabulary)
    draft.pieces = [_piece(chunk) for chunk in _chunks(text.lines)]
    for piece in draft.pieces:
        _claim(draft, piece)
    return draft


def _chunks(lines: tuple[Line, ...]) -> list[list[Line]]:
    chunks: list[list[Line]] = [[]]
    fenced = False
    for line in lines:
        fenced ^= line.text.startswith(("```", "~~~"))
        if line.text or (fenced and chunks[-1]):
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _piece(chunk: list[Line]) -> Piece:
    texts = tuple([" " * line.indent + line.text for line in chunk])
    numbers = tuple([line.number for line in chunk if line.text])
    return Piece("\n".join(texts).strip("\n"), numbers, parts=texts)


def _claim(draft: Draft, piece: Piece) -> None:
    text = piece.text
    if draft.headline is None and text.startswith("# ") and "\n" not in text:
        piece.owner, draft.headline = "headline", text.strip("# ")
        draft.note("headline", draft.headline, "markdown_heading", [piece], 0.99)
    elif _EMPHASIS.fullmatch(text) and len(text) < 4 * SHORT:
        piece.owner, piece.kind = "caption", "caption"
        draft.caption = (*draft.caption, text.strip("*_"))
        draft.note("caption", "; ".join(draft.caption), "markdown_emphasis", [piece], 0.9)
    elif not (len(text) <= SHORT and "\n" not in text and _claim_short(draft, piece)):
        _claim_text(draft, piece)


def _claim_short(draft: Draft, piece: Piece) -> bool:
    """Whether the line was a date line or a labelled byline, and is claimed now."""
    if draft.date is None and (day := read_line(piece.text, draft.vocabulary)) and not day.rest:
        piece.owner, draft.date, draft.date_status = "date", day.iso, "printed"
        draft.note("date", day.iso, "dateline", [piece], 0.95)
        return True
    credit = read_credit(piece.text, draft.vocabulary) if ":" in piece.text and not draft.byline else None
    if credit and credit.people and credit.rule == "labelled_byline":
        piece.owner, draft.byline = "byline", credit.people
        draft.photo_credit, draft.author_org = credit.photographers, credit.office
        draft.note("byline", "; ".join(credit.people), credit.rule, [piece], credit.confidence)
        return True
    return False


def _claim_text(draft: Draft, piece: Piece) -> None:
    if draft.lead is None and not _MARKED.match(piece.text):
        piece.owner, draft.lead = "lead", piece.text
        draft.note("lead", "lead", "markdown_paragraph", [piece], 0.9)
    else:
        piece.owner, piece.kind = "body", "paragraph"


_EMPHASIS = pattern(r"\*[^*]+\*|_[^_]+_")
_MARKED = pattern(r"[#>|*+`~<!\[-]|\d{1,3}[.)]\s|    ")
