"""What a person wrote is read strictly, and the text below it comes through sign for sign."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET, structs

from archive.source.front_matter import FrontSplit, split

CASES = Path(__file__).with_name("cases") / "values.txt"


def cases() -> list[object]:
    """Each case of the file: the front matter, and the lines that tell what is understood."""
    found = [block.partition("\n") for block in CASES.read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*block.split("->\n"), id=title) for title, _, block in found]


def told(read: FrontSplit) -> list[str]:
    """The values and issues, as the cases write them."""
    written = [f"{key} = {value}" for key, value in structs.asdict(read.front.written).items() if is_told(key, value)]
    values = [line.replace(" = ()", " = []").replace("None", "unknown").replace("True", "yes") for line in written]
    return [tidy(line) for line in values] + [
        f"line {issue.line}: {issue.severity} {issue.code}" for issue in read.issues
    ]


def is_told(key: str, value: object) -> bool:
    """Whether a person wrote it."""
    return value is not UNSET and (key, value) != ("checked", False)


def tidy(line: str) -> str:
    """A list as the cases write it: `[A; B]`."""
    key, _, value = line.partition(" = ")
    if not value.startswith("("):
        return line
    return f"{key} = [{value.strip('(),').replace(chr(39), '').replace(', ', '; ')}]"


@pytest.mark.parametrize(("front", "expected"), cases())
def test_front_matter_is_read_as_the_case_says(front: str, expected: str) -> None:
    read = split(f"---\n{front}---\nMở đầu.\n", "a.txt")
    assert sorted(told(read)) == sorted(filter(None, expected.split("\n")))
    assert read.body == "Mở đầu.\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mở đầu.\n",
        "---",
        "---\n",
        "---\nMở đầu.\n",
        "---\nMở đầu.\n---\nKết thúc.\n",
        "---\nChào mừng đại hội: vui\n---\n",
        "----\nheadline: A\n----\n",
        "--- a\nheadline: A\n---\n",
        "\nheadline: A\n---\n",
        "---\n- A\n- B\n---\n",
        "* * *\n---\nheadline: A\n---\n",
        " ---\nheadline: A\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert split(text, "a.txt") == FrontSplit(split("", "a.txt").front, text, 1)


@pytest.mark.parametrize("start", ["---\n", "\ufeff---\n", "---\r\n", "--- \t\n"])
def test_the_text_below_keeps_every_sign_and_its_line(start: str) -> None:
    body = "\n\n  ---\n---\nMở đầu. \r\n\tKết thúc.\n\n\n"
    read = split(f"{start}headline: A\n\nunit: B\n---\n{body}", "a.txt")
    assert (read.body, read.first_line, read.front.lines) == (body, 6, {"headline": 2, "unit": 4})


def test_front_matter_without_a_text_is_read() -> None:
    assert split("---\nheadline: A\n---", "a.txt").front.written.headline == "A"


def test_empty_front_matter_says_nothing() -> None:
    assert split("---\n---\nMở đầu.\n", "a.txt") == FrontSplit(split("", "a.txt").front, "Mở đầu.\n", 3)


def test_a_forgotten_closing_line_is_told() -> None:
    read = split("---\nheadline: A\n\nMở đầu.\n", "a.txt")
    assert [issue.code for issue in read.issues] == ["front-matter-unclosed"]
    assert read.body == "---\nheadline: A\n\nMở đầu.\n"


@pytest.mark.parametrize(
    ("key", "proposed"), [("tittle", "headline"), ("hedline", "headline"), ("byilne", "byline"), ("don vị", "đơn vị")]
)
def test_an_unknown_key_comes_with_the_nearest_one(key: str, proposed: str) -> None:
    (issue,) = split(f"---\nnote: A\n{key}: B\n---\n", "a.txt").issues
    assert (issue.values["keys"], issue.line) == (proposed, 3)


@pytest.mark.parametrize("key", ["draft", "categories", "layout"])
def test_an_unknown_key_like_none_of_ours_comes_with_all(key: str) -> None:
    (issue,) = split(f"---\nnote: A\n{key}: B\n---\n", "a.txt").issues
    assert issue.values["keys"].startswith("date, unit, place")


def test_a_date_day_first_is_shown_as_it_was_read() -> None:
    (issue,) = split("---\ndate: 20:16 07/02/2017\n---\n", "a.txt").issues
    assert issue.values == {
        "key": "date",
        "text": "20:16 07/02/2017",
        "read": "2017-02-07 20:16",
        "remedy": "date: 2017-02-07 20:16",
    }


@given(st.text(alphabet="-\n\r a:#'\"[]{}|>&*!\ufeff\u2028\x00", max_size=60), st.text(max_size=30))
@settings(max_examples=300)
def test_no_text_crashes_and_no_sign_is_lost(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    read = split(text, "a.txt")
    assert text.endswith(read.body)
    assert text[: len(text) - len(read.body)].count("\n") == read.first_line - 1 or text.endswith("---")
