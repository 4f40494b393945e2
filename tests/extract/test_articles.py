"""Articles of our own, in layouts of many kinds, are read as an archivist would."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from archive.extract import extract
from archive.normalise import normalise

FOLDER = Path(__file__).with_name("articles")
GOLD = [json.loads(row) for row in FOLDER.joinpath("gold.jsonl").read_text(encoding="utf-8").splitlines()]
KNOWN_FAILURES = {
    ("pictures-by-number.txt", "photo_credit"): "a body credited in capitals is written as a person's name",
}
"""What is read wrongly today, by file and field, with the reason."""


def fields() -> list[Any]:
    """One case for each field of each article; known failures are marked, so that mending one is noticed."""
    rows = []
    for gold in GOLD:
        for field in gold:
            if field != "file":
                why = KNOWN_FAILURES.get((gold["file"], field))
                mark = [pytest.mark.xfail(strict=True, reason=why)] if why else []
                rows.append(pytest.param(gold, field, id=f"{gold['file']}-{field}", marks=mark))
    return rows


@pytest.mark.parametrize(("gold", "field"), fields())
def test_a_field_is_read_right(gold: dict[str, Any], field: str) -> None:
    text = FOLDER.joinpath(gold["file"]).read_text(encoding="utf-8")
    record = msgspec.to_builtins(extract(normalise(gold["file"], text, 1, markdown=False)).found)
    record["discarded"] = [entry["line"] for entry in record["discarded"]]
    value = record[field]
    assert (list(value) if isinstance(value, tuple) else value) == gold[field]
