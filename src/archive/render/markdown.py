"""The one door to markdown-it: renders blocks of a plain text from tokens, and parses Markdown written by hand."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
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


def parsed(chunks: Iterable[str]) -> str:
    """The HTML that the parser makes of chunks of Markdown that blank lines parted."""
    return str(MARKDOWN.render("\n\n".join(chunks)))


def inline_words(markdown: str) -> str:
    """The words of one paragraph of Markdown, without its marks."""
    tokens = MARKDOWN.parseInline(markdown)[0].children or []
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens)


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
