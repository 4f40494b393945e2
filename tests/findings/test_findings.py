"""What the commands beside building found is told in sentences, in the language of the messages."""

from collections.abc import Iterable

import pytest

from archive.changes import FieldChange, PageChange
from archive.findings import change_lines, conversion_lines, drift_lines, timing_lines
from archive.messages import use_language
from archive.model.issue import Issue
from archive.model.report import Drift, Phase
from archive.source.conversion import Conversion
from archive.terminal import Line


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")


def plain(lines: Iterable[Line]) -> list[str]:
    """The lines without their styles."""
    return ["".join(words for words, _ in line) for line in lines]


def test_times_stand_below_each_other_with_their_counts() -> None:
    assert plain(timing_lines([Phase("list", 42, 0.0044), Phase("write", 12345, 11.5), Phase("no-words", 0, 0.1)])) == [
        "Listing what there is      0.004 s         42",
        "Writing pages             11.500 s     12,345",
        "no-words                   0.100 s          0",
    ]


def test_times_are_written_as_the_language_writes_them() -> None:
    use_language("vi")
    assert plain(timing_lines([Phase("read", 1234, 1.25)])) == ["Đang đọc bài      1,250 giây      1.234"]


def test_drift_is_told_with_both_values_and_where_they_stand() -> None:
    drifts = [
        Drift("a.txt", 3, "byline", ("Lê Thư", "Trần Mộc"), ("Lê Thu",), (14, 15)),
        Drift("b.txt", 2, "unit", (), ("Chi bộ ấp Kinh Lá",), (1,)),
        Drift("b.txt", 4, "place", ("Mỹ Trâm",), ()),
    ]
    assert plain(drift_lines(drifts)) == [
        "a.txt:3: byline",
        "    a person wrote: “Lê Thư; Trần Mộc”",
        "    the text says: “Lê Thu” (lines 14–15)",
        "b.txt:2: unit",
        "    a person wrote: unknown",
        "    the text says: “Chi bộ ấp Kinh Lá” (line 1)",
        "b.txt:4: place",
        "    a person wrote: “Mỹ Trâm”",
        "    the text does not say",
        "Values that differ: 3; of 1 of them the text says nothing. What people wrote stays.",
    ]


def test_agreement_is_told_in_a_sentence() -> None:
    assert plain(drift_lines([])) == ["What people wrote is what the texts say."]


@pytest.mark.parametrize(
    ("conversion", "dry_run", "said"),
    [
        (Conversion("a.txt", "as-it-was"), False, []),
        (
            Conversion(
                "a.txt",
                "converted",
                "tcvn3",
                "a.txt.orig",
                (Issue("convert-loss", "a.txt", 0, values={"loss": "tcvn3-capitals"}),),
            ),
            False,
            [
                "a.txt: converted from TCVN3 (ABC); the bytes of before are kept as a.txt.orig",
                "a.txt: warning: this may be wrong now (capital letters with marks were written as small ones)",
                "    Compare it with the file of before, which stands beside it.",
            ],
        ),
        (
            Conversion("a.txt", "converted", "utf-8", "a.txt.orig"),
            True,
            ["a.txt: letters and their marks would be joined (NFC); the bytes of before would be kept as a.txt.orig"],
        ),
    ],
)
def test_a_conversion_is_told_with_what_it_loses(conversion: Conversion, dry_run: bool, said: list[str]) -> None:
    assert plain(conversion_lines(conversion, dry_run)) == said


def test_changes_are_told_by_kind_with_articles_first_and_reasons_below() -> None:
    changes = [
        PageChange("bai/2015/a.html", "gone", "A", "articles/a.txt"),
        PageChange("bai/2015/b.html", "gone", "B", "articles/b.txt", moved="bai/2016/b.html"),
        PageChange(
            "bai/2016/b.html", "new", "B", "articles/b.txt", "bai/2015/b.html", (FieldChange("date", "2015", "2016"),)
        ),
        PageChange("bai/2017/c.html", "new", "C", "articles/c.txt"),
        PageChange("bai/2018/d.html", "changed", "D", "articles/d.txt", recorded=True),
        PageChange("nam/2016.html", "changed", "Năm 2016", because=("bai/2016/b.html",)),
        PageChange("404.html", "changed"),
    ]
    assert plain(change_lines(changes, 1200)) == [
        "New:",
        "  bai/2016/b.html  B",
        "    its article, articles/b.txt, stood at bai/2015/b.html before",
        "    date: “2015” → “2016”",
        "  bai/2017/c.html  C",
        "    made from articles/c.txt",
        "Changed:",
        "  bai/2018/d.html  D",
        "    its record is the same: its text, its neighbours or the design have changed",
        "  404.html",
        "  nam/2016.html  Năm 2016",
        "    its articles that are new, changed or gone: 1",
        "Gone:",
        "  bai/2015/a.html  A",
        "    no page is made from articles/a.txt any more",
        "  bai/2015/b.html  B",
        "    its article, articles/b.txt, stands at bai/2016/b.html now",
        "2 new, 3 changed, 2 gone, 1,200 the same",
    ]
