"""Words are known by one form however they are written, in Python and in the reader's browser alike."""

from pathlib import Path
from typing import Any

import pytest

from archive.search.forms import form, plain, syllables
from archive.vietnamese.folding import fold

CASES = Path(__file__).parent / "cases"


def cases(name: str, separator: str) -> list[tuple[str, ...]]:
    """The cases of a file: the parts of each line that has the separator, after the blank line under its heading."""
    _, _, lines = (CASES / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return [tuple(part.strip() for part in line.split(separator)) for line in lines.splitlines() if separator in line]


FORMS = cases("forms", "→")


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_a_text_has_these_forms(text: str, forms: str) -> None:
    assert " ".join(map(form, syllables(text))) == forms


@pytest.mark.browser
@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_the_reader_sees_the_same_forms(reader: Any, text: str, forms: str) -> None:
    assert reader.evaluate("t => wordsOf(t.normalize('NFC')).map(word => word.form).join(' ')", text) == forms


@pytest.mark.browser
def test_python_and_the_reader_agree_on_ten_thousand_random_texts(reader: Any, any_texts: Any) -> None:
    texts = any_texts(10_000)
    script = "texts => texts.map(t => wordsOf(t.normalize('NFC')).map(word => [word.form, plainOf(word.form)]))"
    expected = [[[form(word), plain(form(word))] for word in syllables(text)] for text in texts]
    assert reader.evaluate(script, texts) == expected


@pytest.mark.parametrize(("text", "forms"), [pair for pair in FORMS if pair[1].isascii()])
def test_a_form_without_marks_is_what_folding_gives(text: str, forms: str) -> None:
    assert [plain(word) for word in forms.split()] == [fold(word) for word in syllables(text)]
