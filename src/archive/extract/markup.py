"""Takes off the marks of HTML and Markdown that a text was copied with, so that the rules read what a reader sees."""

import html
import re

from archive.extract.draft import Draft
from archive.patterns import pattern

HEAD = 3
"""Among how many lines the first heading of a text in Markdown stands."""


def tags(draft: Draft) -> None:
    """Takes tags, comments and entities of HTML, and the tags of a feed's element that is a whole line, off the text,
    and discards a line that is nothing else.

    Leaves alone words in angle brackets that are no tag of HTML, and end nowhere on the line.
    """
    for piece in draft.open():
        if "<" not in piece.text and "&" not in piece.text:
            continue
        element = _ELEMENT.fullmatch(piece.text) if piece.text[0] == "<" else None
        if element:
            draft.reword(piece, element["text"])
        bare = _ENTITY.sub(_character, _INLINE.sub("", _BLOCK.sub(" ", piece.text)))
        if bare == piece.text:
            continue
        if bare := " ".join(bare.split()):
            draft.reword(piece, bare)
        else:
            draft.discard(piece, "tag of HTML")


def marks(draft: Draft) -> None:
    """Takes the marks of Markdown off lines that are a heading or all of one emphasis, in a text that opens with one,
    or with several lines of emphasis, as messages do.

    Leaves alone every other text, where a star opens a note or an item, and sentences behind a sign.
    """
    if not any(_HEADING.match(piece.text) for piece in draft.pieces[:HEAD]) and not _is_message(draft):
        return
    for piece in draft.open():
        if piece.text[0] in "#*_" and (match := _HEADING.match(piece.text) or _EMPHASIS.fullmatch(piece.text)):
            draft.reword(piece, match["text"])


def _is_message(draft: Draft) -> bool:
    """Whether two of the first lines are all of one emphasis."""
    first = (piece.text for piece in draft.pieces[: 2 * HEAD] if piece.text[0] in "*_")
    return sum(_EMPHASIS.fullmatch(text) is not None for text in first) > 1


def _character(match: re.Match[str]) -> str:
    return html.unescape(match[0]).replace("\u00a0", " ")


_BLOCK = pattern(
    r"</?(?:address|article|blockquote|body|br|center|div|figcaption|figure|footer|h[1-6]|head|header|hr|html|img|li|link"
    r"|main|meta|ol|p|section|table|tbody|td|th|thead|title|tr|ul)(?:\s[^<>]{0,500})?/?>|<!--[^<>]{0,500}-->",
    re.IGNORECASE,
)
_ELEMENT = pattern(r"<(?P<name>[A-Za-z][\w:.-]{0,30})(?:\s[^<>]{0,200})?>(?P<text>[^<>]+)</(?P=name)>")
_INLINE = pattern(r"</?(?:a|b|em|font|i|o:p|small|span|strong|sub|sup|time|u)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_ENTITY = pattern(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_HEADING = pattern(r"#{1,6}\s{1,4}(?P<text>[^\s#].{0,300}?[^\s#.;,])[\s#]{0,8}$")
_EMPHASIS = pattern(r"(?P<mark>\*\*|__|\*|_)(?P<text>[^*_\s](?:[^*_]{0,3000}[^*_\s])?)(?P=mark)")
