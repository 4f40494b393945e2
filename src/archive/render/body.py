"""Turns the blocks of an article into HTML; ordinary words need no markdown-it, which takes long to load."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from archive.model.record import Block, BlockKind
from archive.render.escaping import with_references

PLAIN_HEAD = re.compile(r"(?![-+=>#~\s]|\d{1,9}[.)]).")
"""What a paragraph of ordinary words can begin with."""
MARKS = "*_`[]<&\\\n"
"""What stands in no paragraph of ordinary words: all that has a meaning in Markdown in the midst of a line."""
EMPHASISED = re.compile(r"\*[^*\s](?:[^*]*[^*\s])?\*")
"""A paragraph that is emphasised as a whole."""
FAR_REACHING = ("```", "~~~", "]:")
"""What can change the meaning of paragraphs beyond its own: a fence, the address of a link given elsewhere."""
ELEMENTS: dict[BlockKind, tuple[str, str]] = {
    "paragraph": ("<p>", "</p>\n"),
    "heading": ("<h2>", "</h2>\n"),
    "caption": ('<figure class="caption">\n<figcaption>', "</figcaption>\n</figure>\n"),
}
"""What stands before and after a block that is nothing but its words, as markdown-it writes it."""
PARTING = "\0"
"""What no text holds."""


def body_html(blocks: Sequence[Block], *, markdown: bool) -> str:
    """The HTML of an article's body.

    In a plain text every word is shown as it stands; in `markdown` the blocks are Markdown source, in which raw HTML
    is shown as words, a picture as its caption, and a link only when its address is harmless.
    """
    return markdown_html(blocks) if markdown else plain_html(blocks)


def words(markdown: str) -> str:
    """The words of one paragraph of Markdown, without its marks."""
    bare = markdown[1:-1] if EMPHASISED.fullmatch(markdown) else markdown
    if is_plain(bare):
        return bare
    from archive.render.markdown import inline_words

    return inline_words(markdown)


def plain_html(blocks: Sequence[Block]) -> str:
    """The HTML of the blocks of a plain text; most are nothing but words, for which no tokens need be made."""
    runs = groupby(blocks, key=lambda block: block.kind)
    return "".join(
        elements(kind, (block.text for block in run)) if kind in ELEMENTS else rendered_blocks([*run])
        for kind, run in runs
    )


def rendered_blocks(blocks: Sequence[Block]) -> str:
    """The HTML that markdown-it makes of blocks."""
    from archive.render.markdown import rendered

    return rendered(blocks)


# Markdown by hand


def markdown_html(blocks: Sequence[Block]) -> str:
    """The HTML of blocks of Markdown source; those in a row that are no captions are read as one text."""
    parts = []
    for is_caption, run in groupby(blocks, key=lambda block: block.kind == "caption"):
        if is_caption:
            parts.append(elements("caption", (words(block.text) for block in run)))
        else:
            parts.append(running_text([block.text for block in run]))
    return "".join(parts)


def running_text(chunks: Sequence[str]) -> str:
    """The HTML of chunks of Markdown that blank lines parted; ordinary words need no parser."""
    whole = PARTING.join(chunks)
    if is_unmarked(whole) and all(map(begins_plainly, chunks)):
        return elements("paragraph", chunks)
    from archive.render.markdown import parsed

    if any(mark in whole for mark in FAR_REACHING):
        return parsed(chunks)
    runs = groupby(chunks, key=is_plain)
    return "".join(elements("paragraph", run) if are_plain else parsed(run) for are_plain, run in runs)


def is_plain(chunk: str) -> bool:
    """Whether a paragraph of hand-written Markdown holds no Markdown: one line of ordinary words."""
    return begins_plainly(chunk) and is_unmarked(chunk)


def begins_plainly(chunk: str) -> bool:
    """Whether a paragraph without marks is read as one: it begins as no list or quotation does, and ends in a word."""
    return (chunk[:1].isalpha() or bool(PLAIN_HEAD.match(chunk))) and not chunk[-1].isspace()


def is_unmarked(text: str) -> bool:
    """Whether nothing in a text has a meaning in Markdown in the midst of a line."""
    return not any(mark in text for mark in MARKS)


def elements(kind: BlockKind, texts: Iterable[str]) -> str:
    """The HTML that markdown-it would make of blocks of a kind that are nothing but words."""
    opening, closing = ELEMENTS[kind]
    return opening + f"{closing}{opening}".join(map(with_references, texts)) + closing
