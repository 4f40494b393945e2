"""Articles of one source are held against each other, and only what stands against the others is told."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from archive import witness
from archive.assembly import examined
from archive.knowledge import Knowledge
from archive.model.issue import Issue
from archive.model.report import BuildOptions
from archive.pipeline import check
from archive.witness.lines import ShortLine, label_letters

CASES = Path(__file__).with_name("votes.txt")
CODES = ("date-only-", "date-perhaps-", "line-of-the-page-", "line-left-out-")
PEOPLE = ("bác Ba Lúa", "chị Tư Sen", "anh Năm Đước", "cô Sáu Bần", "chú Bảy Tràm", "thím Tám Mắm", "ông Chín Kè")
THINGS = ("cây cầu", "con đê", "giếng nước", "trạm bơm", "sân phơi", "bến đò", "kho giống", "lớp học")


def cases() -> list[object]:
    """Each case of the file: its pages, and what is told of them."""
    blocks = [block.partition("\n") for block in CASES.read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*text.partition("->\n")[::2], id=title) for title, _, text in blocks]


def pages(given: str) -> Iterator[tuple[str, str]]:
    """The path and the text of each page of a case."""
    for block in given.strip().removeprefix("# ").split("\n# "):
        path, _, text = block.partition("\n")
        run = re.search(r"(\d)-(\d)", path)
        for number in range(int(run[1]), int(run[2]) + 1) if run else [0]:
            file = path.replace(run[0], str(number)) if run else path
            yield file, filled(text, file, number)


def filled(text: str, file: str, number: int) -> str:
    """The text of a page with its placeholders filled."""
    chance = Random(file)
    story = {
        "(headline)": headline(chance),
        "(text)": prose(chance),
        "(same text)": prose(Random("same")),
        "{n}": number,
    }
    for placeholder, words in story.items():
        text = text.replace(placeholder, str(words))
    return text + "\n"


def headline(chance: Random) -> str:
    """A headline of its own."""
    return f"{chance.choice(THINGS).capitalize()} của {chance.choice(PEOPLE)} qua {chance.randrange(100, 999)} ngày mưa"


def prose(chance: Random) -> str:
    """A paragraph of its own."""
    who, what = chance.choice(PEOPLE), chance.choice(THINGS)
    return (
        f"Suốt {chance.randrange(10**6)} buổi chiều, {who} cùng bà con trong ấp góp công dựng lại {what} đã hư sau mùa "
        f"nước lớn, ai rảnh tay lúc nào thì ra lúc đó, không ai phải nhắc ai một lời nào."
    )


def heard(root: Path, given: str) -> list[witness.Testimony]:
    """What each page of a case testifies."""
    for file, text in pages(given):
        path = root / "articles" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    files = sorted((root / "articles").rglob("*.txt"))
    return [witness.testimony(examined(file, file.relative_to(root).as_posix(), Knowledge())) for file in files]


def told(issue: Issue) -> str:
    """An issue as a case writes it."""
    values = issue.values
    place = f"{issue.file}:{issue.line} {issue.code}:"
    match issue.code:
        case "line-of-the-page-kept":
            taken = values["taken"].removeprefix("as-")
            of = f"in {values['count']} of {values['total']}, as {taken} in {values['kept']}"
            return f'{place} "{values["text"]}" {of}'
        case "line-left-out-alone":
            return f'{place} "{values["text"]}" kept by {values["count"]}, such as {values["other"]}'
        case _:
            return f"{place} {values['text']} against {values['count']}"


@pytest.mark.parametrize(("given", "expected"), cases())
def test_articles_of_one_source_are_compared(tmp_path: Path, given: str, expected: str) -> None:
    assert ([told(issue) for issue in witness.contradictions(heard(tmp_path, given))] or ["nothing"]) == expected.split(
        "\n"
    )[:-1]


def test_the_order_of_the_articles_changes_nothing(tmp_path: Path) -> None:
    given = "# ".join(str(case.values[0]).lstrip("# ") for case in cases())  # type: ignore[attr-defined]
    testimonies = heard(tmp_path, given)
    told_first = witness.contradictions(testimonies)
    assert len(testimonies) > 20
    assert told_first
    for seed in range(20):
        Random(seed).shuffle(testimonies)
        assert witness.contradictions(testimonies) == told_first


def source_of(*became: str, text: str = "Về trang đầu") -> list[witness.Testimony]:
    """A source whose articles have one line each, and what became of it; a dash for an article without the line."""
    return [
        witness.Testimony(
            f"articles/cong/{number}.txt",
            "articles/cong",
            str(number),
            lines=() if fate == "-" else (ShortLine(9, text, label_letters(text), fate),),
        )
        for number, fate in enumerate(became)
    ]


def test_a_line_that_most_articles_leave_out_may_be_kept_by_none() -> None:
    heard = source_of("discarded", "discarded", "discarded", "byline", "-", "-")
    assert [told(issue) for issue in witness.contradictions(heard)] == [
        'articles/cong/3.txt:9 line-of-the-page-kept: "Về trang đầu" in 4 of 6, as byline in 1'
    ]


def test_a_line_that_one_article_alone_leaves_out_is_told() -> None:
    heard = source_of("paragraph", "discarded", "heading", "-", "-", "-")
    assert [told(issue) for issue in witness.contradictions(heard)] == [
        'articles/cong/1.txt:9 line-left-out-alone: "Về trang đầu" kept by 2, such as articles/cong/0.txt'
    ]


@pytest.mark.parametrize(
    "became",
    [
        ("discarded",) * 6,
        ("kicker",) * 6,
        ("byline", "byline", "byline", "byline", "discarded", "-"),
        ("", "", "", "", "", ""),
        ("discarded", "paragraph", "-", "-", "-", "-"),
        ("paragraph", "paragraph", "paragraph", "-", "-", "-"),
        ("paragraph", "paragraph", "paragraph", "paragraph"),
    ],
    ids=[
        "all leave it out",
        "a kicker of all",
        "a byline of most",
        "decided by people",
        "one against one",
        "in half of them",
        "too few articles",
    ],
)
def test_lines_that_prove_nothing_are_not_told(became: tuple[str, ...]) -> None:
    assert witness.contradictions(source_of(*became)) == ()


def wrong_in(folder: Path, articles: Path) -> list[str]:
    """What a check of a folder says about its sources."""
    report = check(BuildOptions(folder, articles, folder / "public", folder / "site.yml", jobs=1))
    return [told(issue) for issue in report.issues if issue.code.startswith(CODES)]


def test_a_check_tells_contradictions(tmp_path: Path) -> None:
    heard(tmp_path, str(cases()[0].values[0]))  # type: ignore[attr-defined]
    assert wrong_in(tmp_path, tmp_path / "articles") == [
        "articles/bao/5.txt:1 date-only-month-first: 11/18/2024 against 4"
    ]


def test_the_demonstration_does_not_contradict_itself(project: Path) -> None:
    assert wrong_in(project, project / "articles") == []


def test_the_real_articles_hold_the_one_date_with_the_month_first(tmp_path: Path, corpus: Path) -> None:
    assert wrong_in(tmp_path, corpus / "seeds") == []
    assert wrong_in(tmp_path, corpus / "open") == ["open/B-05.txt:1 date-only-month-first: 11/18/2024 against 31"]


def test_families_of_real_articles_repeat_no_line_of_a_page_in_their_texts(tmp_path: Path, corpus: Path) -> None:
    for file in (corpus / "open").glob("*.txt"):
        family = tmp_path / "articles" / file.name.partition("-")[0]
        family.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, family)
    assert wrong_in(tmp_path, tmp_path / "articles") == [
        "articles/B/B-05.txt:1 date-only-month-first: 11/18/2024 against 3"
    ]
