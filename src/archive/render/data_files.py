"""Writes the records of a site for other programs: one line a record, as JSON and as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator

from msgspec import json, structs

from archive.model.output import OutputFile
from archive.model.record import Record

LEFT_OUT = ("body", "discarded")
"""Fields of a record that stand on the article's page, or in its source, and not in the data files."""
COLUMNS = (*(name for name in Record.__struct_fields__ if name not in LEFT_OUT), "url")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def data_files(records: Iterable[tuple[Record, str]]) -> Iterator[OutputFile]:
    """`data/records.jsonl` and `data/records.csv`: each record with its `file` and its page's `url` below the root.

    The CSV has a byte-order mark and comma-separated cells, as spreadsheets want UTF-8; several values of a field
    stand in one cell, parted by `; `; a cell that would be taken for a formula begins with `'`.
    """
    lines = io.BytesIO()
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for record, url in records:
        values = {name: value for name, value in structs.asdict(record).items() if name not in LEFT_OUT} | {"url": url}
        lines.write(json.encode(values) + b"\n")
        writer.writerow([cell(value) for value in values.values()])
    yield OutputFile("data/records.jsonl", lines.getvalue(), "records")
    yield OutputFile("data/records.csv", sheet.getvalue().encode("utf-8-sig"), "records")


def cell(value: object) -> str:
    """The value as one cell."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return f"'{text}" if text.startswith(FORMULA) else text
