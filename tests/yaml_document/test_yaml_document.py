"""YAML is read with its lines and its wording, and what is written reads back."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.yaml_document import YamlDocument, YamlList, YamlMapping, YamlScalar, dump_mapping, read_document

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
@settings(max_examples=150, deadline=None)
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
@settings(max_examples=200, deadline=None)
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
