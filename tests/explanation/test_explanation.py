"""An explanation says of each line what it is and of each value why, and nothing that is not so.

`cases/` holds articles, and what is said of one in each language: `corrected.txt`, `corrected.en.explained`.
"""

from io import StringIO
from pathlib import Path

import pytest

from archive.explanation import evidence_of, explanation_lines, line_labels
from archive.messages import use_language
from archive.model.examination import Examination
from archive.model.extraction import Candidate, Evidence, Extraction
from archive.model.record import Block, Discarded, Record
from archive.normalise import FIXES, normalise
from archive.pipeline import explain
from archive.record import settle
from archive.source import read
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


KICKER, HEADLINE, BYLINE = "ĐOÀN XÃ MỸ TRÂM", "Chuyến ghe chở sĩ tử", ("Quốc Duỵ",)
CORRECTED = (CASES / "corrected.txt").read_text("utf-8").split("\n")
FOUND = Extraction(
    Record(
        "corrected.txt",
        date="2014-07-09T11:20",
        date_status="printed",
        unit=("Đoàn xã Mỹ Trâm",),
        kicker=KICKER,
        kicker_type="unit",
        headline=HEADLINE,
        lead=CORRECTED[9],
        byline=BYLINE,
        photo_credit=BYLINE,
        body=(Block("paragraph", CORRECTED[11], (12,)),),
        discarded=(Discarded(16, CORRECTED[15], "share or follow label"),),
    ),
    (
        Evidence("date", Candidate("2014-07-09T11:20", "dateline", (4,), 0.98)),
        Evidence("headline", Candidate(HEADLINE, "headline", (8,), 0.95), (Candidate(KICKER, "headline", (6,), 0.3),)),
        Evidence("kicker", Candidate(KICKER, "kicker", (6,), 0.8)),
        Evidence("byline", Candidate("Quốc Duỵ", "labelled_byline", (14,), 0.98)),
        Evidence("photo_credit", Candidate("Quốc Duỵ", "labelled_byline", (14,), 0.98)),
        Evidence("lead", Candidate("lead", "lead", (10,), 0.9)),
        Evidence("unit", Candidate("Đoàn xã Mỹ Trâm", "unit_from_kicker", (6,), 0.6)),
    ),
    {4: "date", 6: "kicker", 8: "headline", 10: "lead", 12: "body", 14: "byline", 16: "discarded"},
)
"""What is found in `cases/corrected.txt`, written down: better rules do not change how it is explained."""


@pytest.mark.parametrize("language", ["en", "vi"])
def test_an_article_is_explained_as_stored(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    use_language(language)
    source = read(Path("corrected.txt"), "corrected.txt")
    text = normalise(source.file, source.text, source.first_line, source.markdown)
    one = Examination(source, text, FOUND, settle(source, FOUND))
    assert explained(one) == (CASES / f"corrected.{language}.explained").read_text("utf-8")


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
