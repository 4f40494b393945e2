"""Everything the program says is said in both languages, and nothing it can meet leaves it without words."""

import ast
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from archive.errors import PublishError
from archive.messages import ARGPARSE, CATALOGUES, LANGUAGES, choose_language, use_language
from archive.model.issue import Issue
from archive.wording import WORDING, hint, review_words, sentence

SOURCE = Path(__file__).parents[2] / "src"
TELLING = re.compile(r"Issue|_Wrong|_Problem|\w*Error")
"""Names of what is made with a code as its first argument."""


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")


def codes_in(file: Path) -> set[str]:
    """The codes that a module tells with."""
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call) and node.args]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and TELLING.fullmatch(call.func.id)
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
        if re.fullmatch(r"[a-z]+(-[a-z]+)+", call.args[0].value)
    }


def test_every_code_in_the_program_has_words() -> None:
    codes = set().union(*map(codes_in, SOURCE.rglob("*.py")))
    assert len(codes) > 40
    assert codes - set(WORDING) == set()


def catalogue(language: str) -> dict[str, str]:
    """The sentences of the catalogue that people edit, and what they are in the language."""
    with (CATALOGUES / language / "LC_MESSAGES" / "archive.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id and not message.fuzzy}


def marked() -> set[str]:
    """The sentences that stand in the program now."""
    with (SOURCE.parent / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    return {message for _, _, message, _, _ in extract_from_dir(SOURCE, methods, options) if isinstance(message, str)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_the_catalogue(language: str) -> None:
    translated = {words for words, translation in catalogue(language).items() if translation}
    assert marked() - translated == set(), "run: make messages"
    assert translated - marked() == set(), "run: make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_the_same_values(language: str) -> None:
    placeholder = re.compile(r"\{\w+\}|%\(\w+\)[sr]|%[sr]")
    for words, translation in catalogue(language).items():
        assert sorted(placeholder.findall(words)) == sorted(placeholder.findall(translation)), words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_one_that_people_edit(language: str) -> None:
    with (CATALOGUES / language / "LC_MESSAGES" / "archive.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    assert {words: compiled.gettext(words) for words in catalogue(language)} == catalogue(language), (
        "run: make messages"
    )


def test_english_says_what_stands_in_the_program() -> None:
    assert [*catalogue("en").keys()] == [*catalogue("en").values()]


def test_argparse_is_translated() -> None:
    assert [words for words in ARGPARSE if catalogue("vi").get(words) in (None, "", words)] == ["%(heading)s:"]


def test_a_sentence_names_its_values() -> None:
    issue = Issue("front-matter-day-first", "a.txt", 2, values={"text": "07/02/2017", "read": "2017-02-07"})
    assert sentence(issue) == "“07/02/2017” was read with the day first: 2017-02-07"
    assert hint(issue) == "To be sure, write: …"


def test_an_error_is_worded_as_an_issue_is() -> None:
    assert sentence(PublishError("path-collision", "bai/a.html", first="a.txt", second="b.txt")) == (
        "two pages want this address: a.txt and b.txt"
    )


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert sentence(Issue("yaml-broken", "a.txt", values={"text": "{0} {x}"})) == "this line cannot be read: {0} {x}"


def test_a_code_without_words_is_shown_itself() -> None:
    assert sentence(Issue("no-such-code", "a.txt", values={"text": "A"})) == "no-such-code A"
    assert hint(Issue("no-such-code", "a.txt")) == ""
    assert review_words("no-such-reason:A") == "no-such-reason: A"


@pytest.mark.parametrize(
    ("environment", "site_yml", "expected"),
    [
        ({}, "", "vi"),
        ({"LANG": "C.UTF-8"}, "", "vi"),
        ({"LANG": "en_US.UTF-8"}, "", "en"),
        ({"LANG": "vi_VN"}, "", "vi"),
        ({"LANG": "fr_FR.UTF-8"}, "", "en"),
        ({"LANG": "vi_VN", "LC_ALL": "en_GB.UTF-8"}, "", "en"),
        ({"LANG": "en_US.UTF-8"}, "title: A\nlanguage: vi\n", "vi"),
        ({}, "language: 'en' # tiếng Anh\n", "en"),
        ({"ARCHIVE_LANG": "vi"}, "language: en\n", "vi"),
        ({"ARCHIVE_LANG": "EN"}, "language: vi\n", "en"),
        ({"ARCHIVE_LANG": ""}, "language: en\n", "en"),
    ],
)
def test_the_language_is_chosen_in_order(environment: dict[str, str], site_yml: str, expected: str) -> None:
    assert choose_language(environment, site_yml) == expected
