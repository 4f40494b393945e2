"""A body's words come out as words, in the elements its blocks ask for."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.record import Block, BlockKind
from archive.render.body import ELEMENTS, body_html, words
from archive.render.markdown import TOKENS, rendered

SIGNS = "aẾ &<>\"'*_\n"
CASES = Path(__file__).with_name("cases")


def cases(name: str) -> list[object]:
    """Each case of a file: what is given, and the HTML."""
    found = [block.partition("\n") for block in (CASES / name).read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*block.split("\n->\n"), id=title) for title, _, block in found]


@pytest.mark.parametrize(("source", "expected"), cases("plain_bodies.txt"))
def test_a_block_of_a_plain_text_comes_out_as_the_case_says(source: str, expected: str) -> None:
    kind, _, text = source.partition("\n")
    assert kind in get_args(BlockKind)
    block = Block(kind, text, (1,))  # type: ignore[arg-type]
    assert body_html([block], markdown=False).strip("\n") == expected.strip("\n")


@pytest.mark.parametrize(("source", "expected"), cases("markdown_bodies.txt"))
def test_a_text_of_markdown_comes_out_as_the_case_says(source: str, expected: str) -> None:
    blocks = [Block("paragraph", text, (1,)) for text in source.split("\n\n")]
    assert body_html(blocks, markdown=True).strip("\n") == expected.strip("\n")


def test_every_kind_of_block_has_its_html() -> None:
    assert set(TOKENS) == set(get_args(BlockKind))


@given(st.lists(st.builds(Block, st.sampled_from([*ELEMENTS, "note"]), st.text(SIGNS, min_size=1), st.just((1,)))))
def test_a_block_that_is_only_words_comes_out_as_the_renderer_writes_it(blocks: list[Block]) -> None:
    assert body_html(blocks, markdown=False) == rendered(blocks)


def test_a_caption_between_paragraphs_of_markdown_stays_at_its_place() -> None:
    blocks = [Block("paragraph", "Một.", (1,)), Block("caption", "*Hai.*", (2,)), Block("paragraph", "Ba.", (3,))]
    html = body_html(blocks, markdown=True)
    assert html.index("Một.") < html.index("<figcaption>Hai.</figcaption>") < html.index("Ba.")


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [("Một *hai* ba", "Một hai ba"), ("Một [hai](x.html)", "Một hai"), ("Một", "Một"), ("a\nb", "a b")],
)
def test_the_words_of_markdown_have_no_marks(markdown: str, plain: str) -> None:
    assert words(markdown) == plain
