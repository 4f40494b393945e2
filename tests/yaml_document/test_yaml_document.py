"""YAML is read with its lines and its wording, and what is written reads back."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.yaml_node import YamlDocument, YamlList, YamlMapping, YamlScalar
from archive.yaml_document import read_document, read_simple
from archive.yaml_parser import dump_mapping, parse_document

WORDS = st.text(max_size=40) | st.sampled_from(
    [
        "No",
        "yes",
        "010",
        "12:30",
        "1e3",
        "0x1f",
        "0o17",
        "2017",
        "2014-07-13",
        "~",
        "null",
        "=",
        "<<",
        "---",
        "a: b",
        "- a",
    ]
)
MAPPINGS = st.dictionaries(WORDS.filter(bool), WORDS | st.booleans() | st.none() | st.lists(WORDS), max_size=6)


def values(document: YamlDocument) -> dict[str, object]:
    """The document's keys with the texts of their values."""
    assert isinstance(document.root, YamlMapping)
    return {entry.key: plain(entry.value) for entry in document.root.entries}


def plain(node: object) -> object:
    """The text of a value, or the texts of a list."""
    return (
        [plain(item) for item in node.items]
        if isinstance(node, YamlList)
        else node.text
        if isinstance(node, YamlScalar)
        else node
    )


def codes(text: str) -> list[tuple[str, int]]:
    """The issues of a text that begins on line 2 of its file, with their lines."""
    return [(issue.code, issue.line) for issue in read_document(text, "a.txt", 2).issues]


@given(MAPPINGS)
@settings(max_examples=150)
def test_what_is_written_reads_back(mapping: dict[str, str | bool | list[str] | None]) -> None:
    written = dump_mapping(mapping)
    assert yaml.safe_load(written) == mapping
    expected = {
        key: {True: "true", False: "false", None: "null"}[value] if isinstance(value, bool | None) else value
        for key, value in mapping.items()
    }
    if mapping:
        assert values(read_document(written, "a.txt")) == expected
        assert not read_document(written, "a.txt").issues


@given(st.text() | st.text(alphabet="a:-[]{}&*!#|>'\"\n\t ?,%@`~.\r"))
@settings(max_examples=200)
def test_no_text_crashes_the_reader(text: str) -> None:
    assert isinstance(read_document(text, "a.txt"), YamlDocument)


def test_a_value_keeps_its_words_line_and_kind() -> None:
    document = read_document('date: 2014-07-13\n\nunit: "No"\npart: 010\n', "a.txt", 2)
    assert isinstance(document.root, YamlMapping)
    assert [entry.value for entry in document.root.entries] == [
        YamlScalar("2014-07-13", 2, kind="timestamp"),
        YamlScalar("No", 4, plain=False),
        YamlScalar("010", 5, kind="int"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("headline: Bài 1: Mở đầu\n", [("yaml-broken", 2)]),
        ("date: 2014\nheadline: [BTV] Mở đầu\n", [("yaml-broken", 3)]),
        ("headline: 'Mở đầu\nunit: A\n", [("yaml-broken", 2)]),
        ("headline\nunit: A\n", [("yaml-broken", 3)]),
        ("unit:\n\t- A\n", [("yaml-tab", 3)]),
        ("unit: A\nunit: B\n", [("yaml-duplicate-key", 3)]),
        ("unit: &A Chi bộ\nbyline: *A\n", [("yaml-alias", 2), ("yaml-alias", 3)]),
        ("tag: !CT\n", [("yaml-tag", 2)]),
        ("date: 2014\n...\nunit: A\n", [("yaml-broken", 4)]),
        ("? [A]\n: B\n", [("yaml-broken", 2)]),
        ("unit: Chi bộ\u2028A\n", [("yaml-broken", 2)]),
        ("unit: A\nbyline: \x01\n", [("yaml-broken", 3)]),
        ("unit: " + "[" * 50 + "]" * 50, [("yaml-broken", 2)]),
        ("# nothing\n", []),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert codes(text) == expected


def test_the_first_of_two_equal_keys_is_kept() -> None:
    assert values(read_document("unit: A\nunit: B\n", "a.txt")) == {"unit": "A"}


def test_a_broken_line_comes_with_its_remedy() -> None:
    (issue,) = read_document('headline: Bài 1: "Mở" đầu\n', "a.txt").issues
    assert issue.values["remedy"] == 'headline: "Bài 1: \\"Mở\\" đầu"'
    assert not read_document(issue.values["remedy"], "a.txt").issues


def test_vietnamese_is_written_as_it_is() -> None:
    assert dump_mapping({"unit": "Đảng bộ xã Tân An", "byline": ["Hồng Lĩnh"]}) == (
        "unit: Đảng bộ xã Tân An\nbyline:\n- Hồng Lĩnh\n"
    )


# The quick reader says what the parser says, or nothing

SIGNS = st.sampled_from([*"aẾ1_ -:,#\"'\\[]{}()&*!|>%@`~?=<.\t\u00a0\u00ad\ufeff\u2028\r\n", ": ", " #", "é", "😀"])
VALUES = st.one_of(
    WORDS,
    st.lists(SIGNS, max_size=8).map("".join),
    st.lists(SIGNS, max_size=8).map(lambda signs: f'"{"".join(signs)}"'),
    st.lists(WORDS, max_size=3).map(lambda words: "[" + ", ".join(f'"{word}"' for word in words) + "]"),
    st.sampled_from(
        ["# nhắc", "#", "", "https://kho.example/tin/", "NULL", "On", "off", "nO", "٢٠١٤-٠٧-١٣", "2014-99-99"]
    ),
    st.sampled_from(["2014-07-13", "2014-07-13T20:16", "13/07/2014", "No", "0o17", "1e3", "Đảng bộ xã Tân An", "a  b"]),
)
ROWS = st.builds(
    lambda key, between, value: key + between + value,
    st.sampled_from(["date", "unit", "headline", "y", "null", "Date", "ngày", "x y", "- a", "", " unit", '"date"']),
    st.sampled_from([": ", ": ", ": ", ":", ":  ", " : "]),
    VALUES,
)


@settings(max_examples=500)
@given(
    rows=st.lists(ROWS | VALUES, min_size=1, max_size=4),
    end=st.sampled_from(["\n", "", "\n\n"]),
    line=st.integers(1, 3),
)
def test_the_quick_reader_says_what_the_parser_says_or_nothing(rows: list[str], end: str, line: int) -> None:
    text = "\n".join(rows) + end
    assert read_simple(text, line) in (None, parse_document(text, "a.md", line))


def test_settings_with_remarks_need_no_parser() -> None:
    text = "# Cài đặt\n\ntitle: Kho báo Đảng\n\n# Nơi đăng\nbase_url: https://kho.example/tin/\nsearch: false\n"
    assert read_simple(text) == parse_document(text, "site.yml")
    assert values(read_document(text, "site.yml"))["base_url"] == "https://kho.example/tin/"


def test_ordinary_front_matter_needs_no_parser() -> None:
    text = (
        'date: "2004-10-17T06:37"\nunit: ["Hội Cựu chiến binh phường Mẫu", "Chi bộ 3"]\nheadline: "Một, hai: ba"\n'
        "byline: Minh Phúc\nevent_date: 2004-10-16\nchecked: true\nnote: sửa 3 chỗ (xem báo in), 20:16\n"
    )
    simple = read_simple(text, 2)
    assert simple is not None
    assert simple == parse_document(text, "a.md", 2)
