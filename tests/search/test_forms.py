"""Words are known by one form however they are written, in Python and in the reader's browser alike."""

import random
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
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵfjwzñüçß"
OTHERS = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323 -/%.,_()"0123456789\u00a0\u200bðÐøαΩжЖ한字ﬁ①²½\u2028🎉<>&'


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_a_text_has_these_forms(text: str, forms: str) -> None:
    assert " ".join(map(form, syllables(text))) == forms


@pytest.mark.browser
@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_the_reader_sees_the_same_forms(reader: Any, text: str, forms: str) -> None:
    assert reader.evaluate("t => wordsOf(t.normalize('NFC')).map(word => word.form).join(' ')", text) == forms


def any_text(source: random.Random) -> str:
    letters = LETTERS + LETTERS.upper() + OTHERS
    return "".join(source.choices(letters, k=source.randint(0, 30)))


@pytest.mark.browser
def test_python_and_the_reader_agree_on_ten_thousand_random_texts(reader: Any) -> None:
    source = random.Random(5)
    texts = [any_text(source) for _ in range(10_000)]
    script = "texts => texts.map(t => wordsOf(t.normalize('NFC')).map(word => [word.form, plainOf(word.form)]))"
    expected = [[[form(word), plain(form(word))] for word in syllables(text)] for text in texts]
    assert reader.evaluate(script, texts) == expected


@pytest.mark.parametrize(("text", "forms"), [pair for pair in FORMS if pair[1].isascii()])
def test_a_form_without_marks_is_what_folding_gives(text: str, forms: str) -> None:
    assert [plain(word) for word in forms.split()] == [fold(word) for word in syllables(text)]
