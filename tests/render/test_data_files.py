"""The data files say of each article what the record says, in forms that other programs read right."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.record import Block, Record
from archive.render.data_files import COLUMNS, DATA_FILES, csv_line, data_lines, joined, json_line

RECORD = Record(
    "articles/a.txt",
    date="2014-07-13",
    unit=("Đảng ủy xã Tân An", "Huyện ủy Nậm Thủy"),
    headline='Mở đường, "mở lòng"',
    body=(Block("paragraph", "Bài.", (1,)),),
)


def files(*records: Record) -> dict[str, bytes]:
    """The content of the data files of these records."""
    lines = ((json_line(one), csv_line(one), f"bai/{number}.html") for number, one in enumerate(records))
    return dict(zip(DATA_FILES, map(b"".join, zip(*data_lines(lines), strict=True)), strict=True))


def rows(*records: Record) -> list[list[str]]:
    """The rows of the table, its heads first."""
    return [*csv.reader(io.StringIO(files(*records)["data/records.csv"].decode("utf-8-sig"), newline=""))]


@given(cells=st.lists(st.text(st.sampled_from('a,;"\r\n\t ứ')), min_size=2))
def test_cells_are_quoted_as_other_programs_do(cells: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    assert joined(cells) + "\r\n" == written.getvalue()


def test_each_record_is_a_line_of_json_with_its_page() -> None:
    line, last = files(RECORD)["data/records.jsonl"].decode().split("\n")
    read = json.loads(line)
    assert list(read) == [*COLUMNS, "url"]
    assert (read["url"], read["unit"]) == ("bai/0.html", list(RECORD.unit))
    assert (read["byline"], read["kicker"]) == ([], None)
    assert last == ""


def test_vietnamese_letters_stand_as_themselves() -> None:
    assert "Đảng ủy xã Tân An" in files(RECORD)["data/records.jsonl"].decode()


def test_the_body_is_left_to_the_page() -> None:
    assert not {"body", "discarded"} & set(COLUMNS)


def test_the_table_tells_spreadsheets_that_it_is_utf_8() -> None:
    assert files()["data/records.csv"].startswith(b"\xef\xbb\xbffile,")
    assert files()["data/records.csv"].endswith(b",url\r\n")


def test_several_values_stand_in_one_cell() -> None:
    head, row = rows(RECORD)
    assert row[head.index("unit")] == "Đảng ủy xã Tân An; Huyện ủy Nậm Thủy"
    assert row[head.index("headline")] == 'Mở đường, "mở lòng"'
    assert row[head.index("kicker")] == ""


@pytest.mark.parametrize("headline", ["=1+1", "+84", "-5", "@a", "\tb", "=HYPERLINK(0)"])
def test_no_cell_is_a_formula(headline: str) -> None:
    head, row = rows(Record("a.txt", headline=headline))
    assert row[head.index("headline")] == f"'{headline}"


def test_a_line_end_within_a_value_ends_no_row() -> None:
    assert len(rows(Record("a.txt", lead="Một.\nHai."), RECORD)) == 3


def test_a_site_without_records_has_empty_data_files() -> None:
    assert files()["data/records.jsonl"] == b""
    assert len(rows()) == 1
