"""Writes the records of a site for other programs: one line a record, as JSON and as CSV."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from msgspec import json, structs

from archive.model.output import OutputFile
from archive.model.record import Record

LEFT_OUT = ("body", "discarded")
"""Fields of a record that stand on the article's page, or in its source, and not in the data files."""
COLUMNS = tuple(name for name in Record.__struct_fields__ if name not in LEFT_OUT)
LINE_END = "\r\n"
"""How a line of CSV ends (RFC 4180); a cell that holds a part of it is put in quotes."""
CSV_END = LINE_END.encode()
DATA_FILES = ("data/records.jsonl", "data/records.csv")
"""Where they stand below the root."""
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


def data_files(lines: Iterable[tuple[bytes, bytes, str]]) -> tuple[OutputFile, ...]:
    """Both files of `DATA_FILES`, from each record's two lines and its page's path below the root.

    The CSV has a byte-order mark and comma-separated cells, as spreadsheets want UTF-8.
    """
    as_json = []
    as_csv = [joined([*COLUMNS, "url"]).encode("utf-8-sig")]
    for json_open, csv_open, url in lines:
        as_json.append(closed_json(json_open, url))
        as_csv.append(closed_csv(csv_open, url))
    contents = b"\n".join([*as_json, b""]), CSV_END.join([*as_csv, b""])
    return tuple(OutputFile(path, content, "records") for path, content in zip(DATA_FILES, contents, strict=True))


def revised_data_files(
    standing: Sequence[bytes], lines: Mapping[int, tuple[bytes, bytes, str]], total: int
) -> tuple[OutputFile, ...] | None:
    """As `data_files`, from what stands: both files, and the lines by number that are others now.

    None when the files do not hold a line for each of the `total` records, as when a cell holds the end of one.
    """
    as_json, as_csv = standing[0].split(b"\n"), standing[1].split(CSV_END)
    if (len(as_json), len(as_csv)) != (total + 1, total + 2):
        return None
    for number, (json_open, csv_open, url) in lines.items():
        as_json[number] = closed_json(json_open, url)
        as_csv[number + 1] = closed_csv(csv_open, url)
    contents = b"\n".join(as_json), CSV_END.join(as_csv)
    return tuple(OutputFile(path, content, "records") for path, content in zip(DATA_FILES, contents, strict=True))


def closed_json(json_open: bytes, url: str) -> bytes:
    """The record's JSON with the address of its page."""
    return json_open + b',"url":' + json.encode(url) + b"}"


def closed_csv(csv_open: bytes, url: str) -> bytes:
    """The record's line of CSV with the address of its page."""
    return csv_open + b"," + joined([url]).encode()


def joined(cells: Sequence[str]) -> str:
    """The cells as CSV, without a line end."""
    line = io.StringIO()
    csv.writer(line, lineterminator=LINE_END).writerow(cells)
    return line.getvalue().removesuffix(LINE_END)


def cell(value: object) -> str:
    """The value as one cell."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return f"'{text}" if text.startswith(FORMULA) else text
