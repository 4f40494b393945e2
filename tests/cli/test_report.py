"""The report can be read by people on a terminal and by programs elsewhere."""

import pytest

from archive.messages import use_language
from archive.model.issue import Issue
from archive.model.report import BuildReport, CheckReport, Waiting
from archive.report import MOST_ISSUES, build_lines, check_lines, issue_lines

REPORT = BuildReport(
    articles=1234,
    pages=1500,
    written=3,
    unchanged=1497,
    removed=0,
    without={"date": 4, "unit": 0, "headline": 1, "byline": 12},
    review=7,
    set_aside=0,
    issues=(Issue("file-empty", "a.txt", severity="error"),),
    seconds=1.26,
)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")


def plain(lines: object) -> list[str]:
    """The lines without their styles."""
    return ["".join(words for words, _ in line) for line in lines]  # type: ignore[attr-defined]


def test_the_figures_stand_below_each_other() -> None:
    assert plain(build_lines(REPORT, elapsed=True)) == [
        "a.txt: error: the file is empty",
        "    Put the article into it, or delete it.",
        "",
        "Articles read       1,234",
        "Pages and files     1,500   3 new or changed, 1,497 as before, 0 removed",
        "Without a date          4",
        "Without a unit          0",
        "Without a headline      1",
        "Without a byline       12",
        "Waiting for review      7",
        "Without a page          0",
        "Problems found          1   errors among them: 1",
        "Done in 1.3 seconds",
    ]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    use_language("vi")
    lines = plain(build_lines(REPORT, elapsed=True))
    assert lines[3].split() == ["Số", "bài", "đã", "đọc", "1.234"]
    assert lines[-1] == "Xong trong 1,3 giây"


def test_no_line_is_wider_than_eighty_columns_but_for_what_it_names() -> None:
    assert max(map(len, plain(build_lines(REPORT, elapsed=True)))) <= 80


def test_errors_come_first_then_files_and_lines_in_order() -> None:
    issues = [Issue("yaml-tab", *place) for place in (("b.txt", 2), ("a.txt", 10), ("a.txt", 9))]
    lines = plain(issue_lines([*issues, Issue("file-empty", "c.txt", severity="error")]))
    assert [line.split(": ")[0] for line in lines if not line.startswith(" ")] == [
        "c.txt",
        "a.txt:9",
        "a.txt:10",
        "b.txt:2",
    ]


def test_a_build_shows_the_first_problems_and_says_how_many_there_are() -> None:
    issues = tuple(Issue("not-an-article", f"{number}.txt") for number in range(MOST_ISSUES + 5))
    report = BuildReport(1, 1, 1, 0, 0, {}, 0, 0, issues)
    assert "… and 5 more: archive check shows them all" in plain(build_lines(report, elapsed=False))


def test_a_check_shows_them_all_and_the_queue_with_its_reasons() -> None:
    issues = tuple(Issue("not-an-article", f"{number}.txt") for number in range(MOST_ISSUES + 5))
    lines = plain(check_lines(CheckReport(1, {}, (Waiting("a.txt", ("headline-missing",)),), 0, issues), elapsed=False))
    assert sum(line.endswith("it gets no page") for line in lines) == MOST_ISSUES + 5
    assert lines[1:3] == ["a.txt", "    The text has no headline."]
