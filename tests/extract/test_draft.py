"""What a draft knows of all its pieces stays true while the rules work on them."""

from pathlib import Path

import pytest

from archive.extract import RULES, load_vocabulary
from archive.extract.draft import LONGEST_DETAIL, Draft, start
from archive.normalise import normalise

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus" / "open"
ARTICLES = sorted([*(HERE / "articles").glob("*.txt"), *CORPUS.glob("*.txt")])
MARKED_UP = """<p>(BT) - &gt;&gt; <b>Đảng ủy xã họp</b> &raquo;</p>
# Đảng ủy xã họp
*Chi bộ ấp họp*
Ảnh Đại hội - Ảnh 3.Dân xem"""


def assert_known(draft: Draft) -> None:
    assert {piece.text[0] for piece in draft.pieces} <= draft.firsts
    assert {piece.text[-1] for piece in draft.pieces} <= draft.lasts


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_rule_leaves_a_first_or_last_character_unknown(path: Path) -> None:
    text = f"{MARKED_UP}\n\n{path.read_text(encoding='utf-8', errors='replace')}\n{MARKED_UP}"
    draft = start(normalise(path.name, text, 1, markdown=False), load_vocabulary(), ())
    for rule in RULES:
        rule(draft)
        assert_known(draft)


def test_a_review_reason_ends_with_a_whole_word() -> None:
    draft = start(normalise("a.txt", "Giữ đê", 1, markdown=False), load_vocabulary(), ())
    draft.doubt("headline-weak", "Những người giữ đê " * 10)
    (reason,) = draft.review
    assert len(reason) <= len("headline-weak:") + LONGEST_DETAIL
    assert reason.endswith(("người…", "giữ…", "đê…", "Những…"))
