"""Turns the blocks of an article into HTML through markdown-it's renderer, so that no word of a text is ever markup."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from archive.model.record import Block, BlockKind

BULLET = re.compile(r"[-–—*+•●▪◦]\s+(?=\S)")
"""The mark of an item that an HTML list prints by itself."""
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
MARK = re.compile(r"(?:[-–—*+•●▪◦]|\d{1,3}[.)]|[a-zđ][.)]|[IVXLC]{1,6}[.)])\s+(?=\S)")
"""What an item of a list can begin with; a line without it goes on with the item above."""
LABEL = re.compile(r"[^:.?!]{1,60}:(?=\s)")
"""The speaker at the head of a question or an answer."""
PLAIN_HEAD = re.compile(r"(?![-+=>#~\s]|\d{1,9}[.)]).")
"""What a paragraph of ordinary words can begin with."""
MARKS = "*_`[]<&\\\n"
"""What stands in no paragraph of ordinary words: all that has a meaning in Markdown in the midst of a line."""
EMPHASISED = re.compile(r"\*[^*\s](?:[^*]*[^*\s])?\*")
"""A paragraph that is emphasised as a whole."""
FAR_REACHING = ("```", "~~~", "]:")
"""What can change the meaning of paragraphs beyond its own: a fence, the address of a link given elsewhere."""
PARTING, END_AND_NEXT = "\0", "</p>\n<p>"
"""What no text holds, and what it stands for between two paragraphs."""


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
    inline = MARKDOWN.parseInline(markdown)[0].children or []
    return "".join(" " if token.type.endswith("break") else token.content for token in inline)


def plain_html(blocks: Sequence[Block]) -> str:
    """The HTML of the blocks of a plain text; most are paragraphs, for which no tokens need be made."""
    runs = groupby(blocks, key=lambda block: block.kind == "paragraph")
    return "".join(
        plain_paragraphs(block.text for block in run) if are_paragraphs else rendered(run)
        for are_paragraphs, run in runs
    )


def rendered(blocks: Iterable[Block]) -> str:
    """The HTML that markdown-it's renderer makes of the tokens of blocks."""
    return str(RENDERER.render(list(plain_tokens(blocks)), MARKDOWN.options, {}))


# Plain text: blocks become the tokens that a parser would have made, without parsing any word


def plain_tokens(blocks: Iterable[Block]) -> Iterator[Token]:
    """The tokens of all blocks, in order."""
    for block in blocks:
        yield from TOKENS[block.kind](block.text)


def element(tag: str, children: Iterable[Token], **attributes: str) -> Iterator[Token]:
    """The tokens of one element around its children."""
    yield Token(f"{tag}_open", tag, 1, attrs=dict(attributes), block=True)
    yield from children
    yield Token(f"{tag}_close", tag, -1, block=True)


def inline(*parts: Token) -> Iterator[Token]:
    """One run of inline tokens."""
    yield Token("inline", "", 0, children=list(parts))


def said(text: str) -> Token:
    """Words, escaped when they are rendered."""
    return Token("text", "", 0, content=text)


def in_lines(text: str) -> Iterator[Token]:
    """Words in lines, each break kept."""
    first, *others = text.split("\n")
    breaks = [part for line in others for part in (Token("hardbreak", "br", 0), said(line))]
    return inline(said(first), *breaks)


def paragraph(text: str) -> Iterator[Token]:
    """A paragraph."""
    return element("p", inline(said(text)))


def heading(text: str) -> Iterator[Token]:
    """A sub-heading; the headline of the page is the only heading above it."""
    return element("h2", inline(said(text)))


def quotation(text: str) -> Iterator[Token]:
    """A quotation that stands by itself, a paragraph for each line."""
    return element("blockquote", (token for line in text.split("\n") for token in paragraph(line)))


def verse(text: str) -> Iterator[Token]:
    """Lines of verse, each on its own line."""
    return element("p", in_lines(text), **{"class": "verse"})


def note(text: str) -> Iterator[Token]:
    """A remark beside the text: a foot-note, a word of the editors."""
    return element("p", in_lines(text), **{"class": "note"})


def caption(text: str) -> Iterator[Token]:
    """The words of a picture that was not kept."""
    return element("figure", element("figcaption", inline(said(text))), **{"class": "caption"})


def table(text: str) -> Iterator[Token]:
    """The rows of a table whose columns were lost, a paragraph each."""
    rows = (token for row in text.split("\n") for token in paragraph(row))
    return element("div", rows, **{"class": "table"})


def spoken(role: str) -> Callable[[str], Iterator[Token]]:
    """A maker of question or answer paragraphs, the speaker's label set strong."""

    def paragraph_of_talk(text: str) -> Iterator[Token]:
        label = LABEL.match(text)
        head = [Token("strong_open", "strong", 1), said(label[0]), Token("strong_close", "strong", -1)] if label else []
        return element("p", inline(*head, said(text[label.end() :] if label else text)), **{"class": role})

    return paragraph_of_talk


def listing(text: str) -> Iterator[Token]:
    """A list: bullets and rising numbers as HTML makes them, any other marks (`a)`, `II.`) kept as words.

    One item alone is no list: `* Ảnh: …` may be a remark, and comes out as the words it is.
    """
    items = gathered_items(text.split("\n"))
    if len(items) == 1:
        return paragraph(items[0])
    numbers = [NUMBER.match(item) for item in items]
    if all(BULLET.match(item) for item in items):
        return element("ul", nested_items(items))
    if numbers[0] and is_counting(numbers):
        first = {"start": numbers[0][1]} if numbers[0][1] != "1" else {}
        return element("ol", list_items(NUMBER.sub("", item, count=1) for item in items), **first)
    return element("ul", list_items(items), **{"class": "marked"})


def gathered_items(lines: Sequence[str]) -> list[str]:
    """The items of a list, each with the lines that go on with it."""
    items = [lines[0]]
    for line in lines[1:]:
        if MARK.match(line):
            items.append(line)
        else:
            items[-1] += f" {line}"
    return items


def nested_items(items: Sequence[str]) -> Iterator[Token]:
    """The items of a bulleted list; after one that ends in a colon, those with another mark stand below it."""
    left = deque(items)
    while left:
        above = left.popleft()
        below = []
        while above.endswith(":") and left and left[0][0] != above[0]:
            below.append(left.popleft())
        inner = element("ul", list_items(map(unmarked, below))) if below else ()
        yield from element("li", (*inline(said(unmarked(above))), *inner))


def unmarked(item: str) -> str:
    """The words of an item without its bullet."""
    return BULLET.sub("", item, count=1)


def is_counting(numbers: Sequence[re.Match[str] | None]) -> bool:
    """Whether every item has a number, each one more than the last."""
    values = [int(number[1]) for number in numbers if number]
    return len(values) == len(numbers) and values == list(range(values[0], values[0] + len(values)))


def list_items(items: Iterable[str]) -> Iterator[Token]:
    """The tokens of the items."""
    return (token for item in items for token in element("li", inline(said(item))))


TOKENS: dict[BlockKind, Callable[[str], Iterator[Token]]] = {
    "paragraph": paragraph,
    "heading": heading,
    "list": listing,
    "question": spoken("question"),
    "answer": spoken("answer"),
    "quote": quotation,
    "verse": verse,
    "table": table,
    "caption": caption,
    "note": note,
}
"""How each kind of block is written."""


# Markdown by hand


def markdown_html(blocks: Sequence[Block]) -> str:
    """The HTML of blocks of Markdown source; those in a row that are no captions are read as one text."""
    parts = []
    for is_caption, run in groupby(blocks, key=lambda block: block.kind == "caption"):
        if is_caption:
            captions = [Block("caption", words(block.text), block.lines) for block in run]
            parts.append(rendered(captions))
        else:
            parts.append(running_text([block.text for block in run]))
    return "".join(parts)


def running_text(chunks: Sequence[str]) -> str:
    """The HTML of chunks of Markdown that blank lines parted; ordinary words need no parser."""
    whole = PARTING.join(chunks)
    if any(mark in whole for mark in FAR_REACHING):
        return parsed(chunks)
    runs = groupby(chunks, key=begins_plainly if is_unmarked(whole) else is_plain)
    return "".join((plain_paragraphs if is_plain else parsed)([*run]) for is_plain, run in runs)


def parsed(chunks: Sequence[str]) -> str:
    """The HTML that the parser makes of chunks."""
    return str(MARKDOWN.render("\n\n".join(chunks)))


def is_plain(chunk: str) -> bool:
    """Whether a paragraph of hand-written Markdown holds no Markdown: one line of ordinary words."""
    return begins_plainly(chunk) and is_unmarked(chunk)


def begins_plainly(chunk: str) -> bool:
    """Whether a paragraph without marks is read as one: it begins as no list or quotation does, and ends in a word."""
    return bool(PLAIN_HEAD.match(chunk)) and not chunk[-1].isspace()


def is_unmarked(text: str) -> bool:
    """Whether nothing in a text has a meaning in Markdown in the midst of a line."""
    return not any(mark in text for mark in MARKS)


def plain_paragraphs(texts: Iterable[str]) -> str:
    """The HTML that the parser, or the renderer, would make of paragraphs of ordinary words: escaped all at once."""
    return f"<p>{escapeHtml(PARTING.join(texts)).replace(PARTING, END_AND_NEXT)}</p>\n"


def demoted(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A heading of hand-written Markdown, never above the second level: the first is the page's headline."""
    token = tokens[index]
    token.tag = "h2" if token.tag == "h1" else token.tag
    return self.renderToken(tokens, index, options, env)


def picture(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """The words of a picture: the archive keeps texts, and no page asks another host for anything."""
    alternative = self.renderInlineAsText(tokens[index].children, options, env)
    return f'<span class="picture">{RENDERER.text([said(alternative)], 0, options, env)}</span>'


def make_markdown() -> MarkdownIt:
    """The parser of hand-written Markdown: CommonMark with HTML off."""
    markdown = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False})
    for name, rule in (("heading_open", demoted), ("heading_close", demoted), ("image", picture)):
        markdown.add_render_rule(name, rule)
    return markdown


MARKDOWN = make_markdown()
RENDERER = RendererHTML()
