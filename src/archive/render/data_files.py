"""Writes the records of a site for other programs: one line a record, as JSON and as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from msgspec import json, structs

from archive.model.output import OutputFile
from archive.model.record import Record

LEFT_OUT = ("body", "discarded")
"""Fields of a record that stand on the article's page, or in its source, and not in the data files."""
COLUMNS = tuple(name for name in Record.__struct_fields__ if name not in LEFT_OUT)
LINE_END = "\r\n"
"""How a line of CSV ends (RFC 4180); a cell that holds a part of it is put in quotes."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def json_line(record: Record) -> bytes:
    """The record's JSON without its page's address, open at the end."""
    values = structs.asdict(record)
    return json.encode({name: values[name] for name in COLUMNS})[:-1]


def csv_line(record: Record) -> bytes:
    """The record's line of CSV without its page's address, open at the end.

    Several values of a field stand in one cell, parted by `; `; a cell that a spreadsheet would take for a formula
    begins with `'`.
    """
    return joined([cell(getattr(record, name)) for name in COLUMNS]).encode()


def data_files(lines: Iterable[tuple[bytes, bytes, str]]) -> Iterator[OutputFile]:
    """`data/records.jsonl` and `data/records.csv`, from each record's two lines and its page's path below the root.

    The CSV has a byte-order mark and comma-separated cells, as spreadsheets want UTF-8.
    """
    as_json = [b""]
    as_csv = [joined([*COLUMNS, "url"]).encode("utf-8-sig")]
    for json_open, csv_open, url in lines:
        as_json.append(json_open + b',"url":' + json.encode(url) + b"}")
        as_csv.append(csv_open + b"," + joined([url]).encode())
    yield OutputFile("data/records.jsonl", b"\n".join([*as_json[1:], b""]), "records")
    yield OutputFile("data/records.csv", LINE_END.encode().join([*as_csv, b""]), "records")


def joined(cells: Sequence[str]) -> str:
    """The cells as CSV, without a line end."""
    line = io.StringIO()
    csv.writer(line, lineterminator=LINE_END).writerow(cells)
    return line.getvalue().removesuffix(LINE_END)


def cell(value: object) -> str:
    """The value as one cell."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return f"'{text}" if text.startswith(FORMULA) else text
