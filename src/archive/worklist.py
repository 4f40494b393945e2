"""Writes the queue for review as a table that a spreadsheet opens right."""

import csv
import io
from collections.abc import Iterable, Iterator
from gettext import gettext as _

from archive.model.report import Waiting
from archive.render.data_files import cell
from archive.terms import FIELDS, term
from archive.wording import review_words


def worklist(queue: Iterable[Waiting]) -> bytes:
    """CSV in UTF-8 with a byte order mark: a row for each reason, in the order of the queue, a heading above.

    The columns are file, line (empty when it is not known), field, reason in words, the value in doubt, and the code
    of the reason for programs. A cell that would be taken for a formula begins with `'`.
    """
    table = io.StringIO()
    csv.writer(table, lineterminator="\r\n").writerows(map(_cells, _rows(queue)))
    return table.getvalue().encode("utf-8-sig")


def _rows(queue: Iterable[Waiting]) -> Iterator[tuple[str, ...]]:
    yield _("File"), _("Line"), _("Field"), _("Reason"), _("Value"), _("Code")
    for waiting in queue:
        for doubt in waiting.doubts:
            line, code = str(doubt.line or ""), doubt.reason.partition(":")[0]
            field = term(FIELDS, doubt.field) if doubt.field else ""
            yield waiting.file, line, field, review_words(doubt.reason), doubt.value, code


def _cells(row: Iterable[str]) -> list[str]:
    return [cell(value) for value in row]
