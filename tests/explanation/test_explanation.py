"""An explanation says of each line what it is and of each value why, and nothing that is not so.

`cases/` holds articles and, beside each, what is said of it in a language: `corrected.txt`, `corrected.en.explained`.
"""

from io import StringIO
from pathlib import Path

import pytest

from archive.explanation import evidence_of, explanation_lines, line_labels
from archive.messages import use_language
from archive.model.examination import Examination
from archive.normalise import FIXES
from archive.pipeline import explain
from archive.source.rows import rows
from archive.terminal import show
from archive.terms import FIXES as MENDED
from archive.terms import LINES, REASONS, RULES

CASES = Path(__file__).with_name("cases")
TEXT = (CASES / "undated.txt").read_text("utf-8")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")


def examined(file: Path, text: str) -> Examination:
    """The article with this text, at every stage."""
    file.write_text(text, "utf-8")
    (one,) = explain([file])
    return one


def explained(one: Examination) -> str:
    """What is said of an article, as it is printed into a file."""
    stream = StringIO()
    show(explanation_lines(one, rows(Path(one.source.file))), stream)
    return stream.getvalue()


@pytest.mark.parametrize("case", sorted(CASES.glob("*.explained")), ids=lambda case: case.stem)
def test_an_article_is_explained_as_stored(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, _, language = case.stem.partition(".")
    monkeypatch.chdir(CASES)
    use_language(language)
    (one,) = explain([Path(f"{name}.txt")])
    assert explained(one) == case.read_text("utf-8")


def test_a_value_that_a_person_confirmed_is_told_as_said_by_both(tmp_path: Path) -> None:
    told = explained(examined(tmp_path / "a.txt", f"---\nunit: Chi bộ ấp Kinh Lá\n---\n{TEXT}"))
    assert "    A person wrote this on line 2; it wins.\n    The text says the same on line 4" in told


def test_every_rule_reason_and_fix_that_articles_bring_up_has_words(project: Path, corpus: Path) -> None:
    found = [*explain([project / "articles", corpus / "seeds", corpus / "open"])]
    evidence = [known for one in found for known in one.article.evidence]
    assert {candidate.rule for known in evidence for candidate in (known.chosen, *known.beaten)} - set(RULES) == set()
    assert {left.reason for one in found for left in one.article.record.discarded} - set(REASONS) == set()
    assert {fix.name for fix in FIXES} - set(MENDED) == set()
    assert {label for one in found for label in line_labels(one).values()} - set(LINES) == set()


def test_every_line_that_is_not_blank_has_a_label(corpus: Path) -> None:
    for one in explain([corpus / "seeds", corpus / "open"]):
        told = {line.number for line in one.text.lines if line.text}
        assert told <= set(line_labels(one)), one.source.file


def test_a_line_put_back_by_a_person_is_text_again(tmp_path: Path) -> None:
    one = examined(tmp_path / "a.txt", f"---\nheadline: Mùa dừa thứ hai mươi\n---\n{TEXT}")
    assert one.extraction.owners[4] == "headline"
    assert line_labels(one)[4] == "paragraph"


def test_lines_of_what_looked_like_no_article_are_text_once_a_person_says_so(tmp_path: Path) -> None:
    menu = "Trang chủ\nTin tức\nVideo\nLiên hệ\nĐăng nhập\n"
    said, unsaid = (
        examined(tmp_path / f"{n}.txt", front + menu) for n, front in enumerate(("---\nkind: article\n---\n", ""))
    )
    assert set(line_labels(unsaid).values()) == {"discarded"}
    assert set(line_labels(said).values()) == {"front", "paragraph"}


def test_what_was_mended_in_a_line_is_told_beside_it(tmp_path: Path) -> None:
    assert "mỗi đảng viên nhận mười gốc.  [mended: odd blanks made plain ones]" in explained(
        examined(tmp_path / "a.txt", TEXT.replace("mỗi đảng", "mỗi\u00a0đảng"))
    )


def test_a_text_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    text = f'---\nnote: "a\x1b[31mb"\n---\n{TEXT.replace("Chi bộ ấp", chr(27) + "]0;A" + chr(7) + "Chi bộ ấp", 1)}'
    assert not {"\x1b", "\x07"} & set(explained(examined(tmp_path / "a.txt", text)))


def test_reasons_for_review_are_told_in_sentences_until_a_person_has_looked(tmp_path: Path) -> None:
    text = TEXT.partition("\n")[2]
    waiting, checked = (
        examined(tmp_path / f"{n}.txt", front + text) for n, front in enumerate(("", "---\nchecked: true\n---\n"))
    )
    assert "To be looked at by a person:\n    The text has no headline.\n" in explained(waiting)
    assert explained(checked).endswith("A person has looked this article over.\n")


def test_a_value_said_to_be_unknown_is_told_with_what_the_text_says(tmp_path: Path) -> None:
    told = explained(examined(tmp_path / "a.txt", f"---\nunit: chưa rõ\n---\n{TEXT}"))
    assert (
        "Unit: unknown\n    A person wrote this on line 2; it wins.\n    The text itself says “Chi bộ ấp Kinh Lá”"
        in told
    )


def test_the_same_comes_as_data(tmp_path: Path) -> None:
    one = examined(tmp_path / "a.txt", f"---\nplace: Mỹ Trâm\n---\n{TEXT}")
    data = evidence_of(one)
    assert {name: data[name] for name in one.article.record.__struct_fields__} == {
        name: getattr(one.article.record, name) for name in one.article.record.__struct_fields__
    }
    assert data["written"] == {"place": 2}
    assert data["lines"] == {1: "front", 2: "front", 3: "front", 4: "headline", 6: "lead", 8: "paragraph"}
    assert data["evidence"] == one.article.evidence
