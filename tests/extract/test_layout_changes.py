"""What is printed around an article does not change what it says: a change that misleads a rule is told to a person."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.extract import extract
from archive.model.extraction import Extraction
from archive.normalise import normalise

FOLDER = Path(__file__).with_name("articles")
SURE = ("date", "unit", "headline", "byline")
OTHER_KINDS = ("not-article", "document", "poem", "photo", "table")
LONG_TITLE = 8
"""Words of a headline that may stand on two lines."""
WIDTH = 72
"""Characters of a line of wrapped text."""
Change = Callable[[list[str], Extraction], list[str]]


def read(rows: list[str]) -> Extraction:
    return extract(normalise("a.txt", "\n".join(rows), 1, markdown=False))


def first(found: Extraction, owner: str) -> int | None:
    """The place of the first row that went to a field; None when none did."""
    return next((line - 1 for line, name in sorted(found.owners.items()) if name == owner), None)


def indented(rows: list[str], _: Extraction) -> list[str]:
    return ["\u00a0\u00a0\u00a0" + row if row else row for row in rows]


def under_a_menu(rows: list[str], _: Extraction) -> list[str]:
    return ["Trang chủ", "Liên hệ", "Tìm kiếm", "", *rows]


def over_links(rows: list[str], _: Extraction) -> list[str]:
    return [*rows, "", "Chia sẻ bài viết", "Tin liên quan", "Thêm một con đường ở xóm biển", "Ngày hội giữ rừng"]


def under_an_unknown_section(rows: list[str], found: Extraction) -> list[str]:
    place = first(found, "headline")
    return rows if place is None else [*rows[:place], "Nhịp đập quê hương", "", *rows[place:]]


def under_an_unknown_slogan(rows: list[str], found: Extraction) -> list[str]:
    place = first(found, "headline")
    return rows if place is None else [*rows[:place], "GÓP SỨC GIỮ MÀU XANH QUÊ HƯƠNG", "", *rows[place:]]


def under_a_motto(rows: list[str], _: Extraction) -> list[str]:
    return ["Tiếng nói của Đảng bộ, chính quyền và nhân dân Bến Ngự", "", *rows]


def under_an_unknown_button(rows: list[str], _: Extraction) -> list[str]:
    return ["Nhận bản tin buổi sáng", "", *rows]


def over_a_reader(rows: list[str], _: Extraction) -> list[str]:
    return [*rows, "", "Cảm nghĩ của bạn", "Hà Thị Sóng", "Cảm ơn tác giả, đọc mà thấy ấm lòng quá."]


def wrapped(rows: list[str], _: Extraction) -> list[str]:
    return [line for row in rows for line in textwrap.wrap(row, WIDTH) or [""]]


def wrapped_without_blanks(rows: list[str], found: Extraction) -> list[str]:
    return [line for line in wrapped(rows, found) if line]


def with_a_torn_headline(rows: list[str], found: Extraction) -> list[str]:
    place = first(found, "headline")
    words = rows[place].split() if place is not None else []
    if place is None or len(words) < LONG_TITLE:
        return rows
    half = len(words) // 2
    return [*rows[:place], " ".join(words[:half]), " ".join(words[half:]), *rows[place + 1 :]]


def without_headline(rows: list[str], found: Extraction) -> list[str]:
    return [row for number, row in enumerate(rows, 1) if found.owners.get(number) != "headline"]


def without_date(rows: list[str], found: Extraction) -> list[str]:
    return [row for number, row in enumerate(rows, 1) if found.owners.get(number) != "date"]


def without_byline(rows: list[str], found: Extraction) -> list[str]:
    return [row for number, row in enumerate(rows, 1) if found.owners.get(number) != "byline"]


def silent(change: Change, changed: str = "") -> list[str]:
    """The articles of which a field differs after the change while nobody is told; `changed` must be empty then."""
    errors = []
    for path in sorted(FOLDER.glob("*.txt")):
        rows = path.read_text(encoding="utf-8").split("\n")
        before = read(rows)
        if before.found.kind in OTHER_KINDS or (changed and changed not in before.owners.values()):
            continue
        after = read(change(rows, before)).found
        fields = [field for field in SURE if field != changed and field != "unit" * bool(changed)]
        wrong = [field for field in fields if getattr(after, field) != getattr(before.found, field)]
        if changed and getattr(after, changed):
            wrong.append(changed)
        if wrong and not after.review:
            errors.append(f"{path.name}: {', '.join(wrong)}")
    return errors


@pytest.mark.parametrize(
    "change",
    [
        indented,
        under_a_menu,
        over_links,
        under_an_unknown_section,
        under_an_unknown_slogan,
        under_a_motto,
        over_a_reader,
        under_an_unknown_button,
    ],
)
def test_what_stands_around_an_article_never_misleads_in_silence(change: Change) -> None:
    assert len(silent(change)) <= 1, silent(change)


@pytest.mark.parametrize("change", [wrapped, wrapped_without_blanks])
def test_text_that_was_wrapped_seldom_misleads_in_silence(change: Change) -> None:
    """Some texts are too short to show that they were wrapped; a number left alone on a line is none of a headline."""
    assert len(silent(change)) <= 4, silent(change)


def test_a_headline_on_two_lines_seldom_misleads_in_silence() -> None:
    """Of four the lower half could be a headline under a section, for each half is whole."""
    assert len(silent(with_a_torn_headline)) <= 4, silent(with_a_torn_headline)


@pytest.mark.parametrize(
    ("change", "field", "printed_elsewhere"),
    [(without_headline, "headline", 2), (without_date, "date", 4), (without_byline, "byline", 1)],
)
def test_what_is_not_printed_is_not_invented_in_silence(change: Change, field: str, printed_elsewhere: int) -> None:
    """Some articles print a headline or a date twice, or hold the author on the date line: those few may differ."""
    assert len(silent(change, field)) <= printed_elsewhere, silent(change, field)
