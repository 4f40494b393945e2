"""Every line of a text ends in exactly one field or among the discarded, whatever the text is."""

import re
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extract import REVIEW_REASONS, extract
from archive.extract.review import code_of
from archive.model.extraction import Extraction
from archive.model.record import Record
from archive.normalise import normalise
from archive.vietnamese.folding import identity_key

OWN_ARTICLES = Path(__file__).with_name("articles")
FIELDS = {
    "date", "kicker", "headline", "series", "part", "lead", "byline", "author_org", "photo_credit", "caption",
    "source", "tag", "unit", "body", "discarded",
}  # fmt: skip

SNIPPETS = (
    "13/07/2014 - 20:16", "Thứ Ba, 12/5/2015", "ĐẢNG BỘ PHƯỜNG MINH HÒA", "Quận đoàn Tân Ví", "Bài, ảnh: LÊ MẪU", "PV",
    "Chia sẻ bài viết", "Các tin khác", "(BT) - Đảng ủy xã Hòa Thử họp.", "Bài 2: Con đường mới", ">>> Bài 1: Xóm nhỏ",
    "PV: Thưa anh?", "Anh Trần Thử: Có.", "- một việc", "1.", "STT", "a\tb", "*", "|", "(1) Theo sách.", "Ảnh: LÊ MẪU",
    "Ông Lê Văn Thử", "31.jpg", "đi tiếp một dòng", "Nguồn Ví Dụ: http://a.example.vn/1", "Căn cứ Kế hoạch số 1;",
    "Đảng viên Chi bộ khu vực 3 trao đổi trước giờ họp lệ.", "# Đề mục", "*Chú thích*", "(15:30 | 06/11/2017)",
    "ĐẢNG BỘ SỞ CẦU ĐƯỜNG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số\t27-QĐ/ĐU", "QUYẾT ĐỊNH",
    "Từ đầu năm, Đảng ủy phường Minh Hòa chọn ba việc khó để làm trước: đường hẻm, rác chợ, sổ hộ nghèo của cả phường.",
)  # fmt: skip

lines = st.one_of(st.sampled_from(SNIPPETS), st.just(""), st.text(max_size=60).filter(lambda text: "\n" not in text))
texts = st.lists(lines, max_size=40).map("\n".join)


def assert_nothing_lost(text: str, found: Extraction, first_line: int = 1) -> None:
    clean = normalise("a.txt", text, first_line, markdown=False)
    full = {line.number for line in clean.lines if line.text}
    assert set(found.owners) == full
    assert set(found.owners.values()) <= FIELDS
    places = Counter(line for block in found.found.body if block.kind != "caption" for line in block.lines)
    places.update(entry.line for entry in found.found.discarded)
    assert all(count == 1 for count in places.values())
    assert {line for line, owner in found.owners.items() if owner == "discarded"} == {
        entry.line for entry in found.found.discarded
    }
    assert {line for line, owner in found.owners.items() if owner == "body"} <= set(places)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", identity_key(text)))


def assert_no_word_invented(text: str, record: Record) -> None:
    clean = normalise("a.txt", text, 1, markdown=False)
    printed = words("\n".join(line.text for line in clean.lines))
    for value in (*record.unit, *record.byline, record.place or "", record.kicker or "", record.headline or ""):
        assert words(value) <= printed, value


@settings(max_examples=150)
@given(text=texts, first_line=st.integers(1, 9))
def test_no_line_of_any_text_is_lost(text: str, first_line: int) -> None:
    found = extract(normalise("a.txt", text, first_line, markdown=False))
    assert_nothing_lost(text, found, first_line)
    assert_no_word_invented(text, found.found)
    assert {code_of(reason) for reason in found.found.review} <= set(REVIEW_REASONS)


@settings(max_examples=60)
@given(text=texts)
def test_no_line_of_any_markdown_is_lost(text: str) -> None:
    clean = normalise("a.md", text, 1, markdown=True)
    owners = extract(clean).owners
    assert {line.number for line in clean.lines if line.text} == set(owners)


def test_no_line_of_our_own_articles_is_lost() -> None:
    for path in sorted(OWN_ARTICLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert_nothing_lost(text, extract(normalise(path.name, text, 1, markdown=False)))


def test_no_line_of_the_corpora_is_lost(corpus: Path) -> None:
    for path in sorted(corpus.rglob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        assert_nothing_lost(text, extract(normalise(path.name, text, 1, markdown=False)))


def test_a_date_in_brackets_with_nothing_behind_it_is_no_empty_line() -> None:
    prose = "Từ đầu năm, Đảng ủy phường Minh Hòa chọn ba việc khó để làm trước: đường hẻm, rác chợ, sổ hộ nghèo."
    text = f"13/07/2014 - 20:16\n\nMinh Hòa làm ba việc khó\n\n{prose}\n\n(15:30 | 06/11/2017)\n\nMột {prose.lower()}"
    assert_nothing_lost(text, extract(normalise("a.txt", text, 1, markdown=False)))


def test_a_document_whose_number_is_cut_into_cells_is_still_read() -> None:
    text = "ĐẢNG ỦY XÃ TÂN VÍ\nSố\t27-QĐ/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n\nQUYẾT ĐỊNH\nvề việc họp lệ\n\nĐiều 1. Họp."
    found = extract(normalise("a.txt", text, 1, markdown=False))
    assert found.found.headline == "QUYẾT ĐỊNH về việc họp lệ"
    assert_nothing_lost(text, found)


def test_the_same_text_gives_the_same_record_twice() -> None:
    text = "\n\n".join(SNIPPETS)
    clean = normalise("a.txt", text, 1, markdown=False)
    assert extract(clean) == extract(clean)
