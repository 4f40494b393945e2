"""The command says what it did, exits with the right code, and never shows a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.source.reading import LARGEST

ARTICLE = """12/03/2015 - 08:15

Đảng bộ xã Vĩnh Tường

Ba con đường mới

Sáng 11-3, Đảng bộ xã Vĩnh Tường khánh thành ba con đường do nhân dân góp công làm trong mùa khô vừa rồi.

Mỗi con đường dài hơn một cây số, rộng ba mét, hai bên trồng dừa. Bà con góp hơn một nghìn ngày công để làm.

Lê Thu
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one article and nothing else."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bai.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def archive(
    project: Path, *arguments: str, language: str = "en", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command, run in the project; its output read as UTF-8."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONIO"))}
    return subprocess.run(
        [sys.executable, "-m", "archive", *arguments],
        cwd=project,
        env={**kept, "ARCHIVE_LANG": language, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_build_makes_the_site_and_sums_up(project: Path) -> None:
    done = archive(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "public" / "index.html").exists()
    assert done.stdout.splitlines()[0].split() == ["Articles", "read", "1"]
    assert "second" not in done.stdout


def test_the_summary_is_spoken_in_vietnamese(project: Path) -> None:
    assert archive(project, "build", language="vi").stdout.startswith("Số bài đã đọc")


def test_the_settings_file_chooses_the_language_even_when_it_is_broken(project: Path) -> None:
    (project / "site.yml").write_text("language: en\ntitle: A: B\n", "utf-8")
    done = archive(project, "build", language="")
    assert done.returncode == 2
    assert done.stderr == 'site.yml:2: error: this line cannot be read: title: A: B\n    Write it so: title: "A: B"\n'


def test_problems_are_told_by_file_and_line_and_make_a_check_fail(project: Path) -> None:
    (project / "articles" / "bai.txt").write_text(
        f"---\npart: 010\ndate: 07/02/2017\ntittle: A\n---\n{ARTICLE}", "utf-8"
    )
    done = archive(project, "check")
    places = [line.split(": ")[0] for line in done.stdout.splitlines() if line.startswith("articles/")]
    assert done.returncode == 1
    assert places[-3:] == ["articles/bai.txt:2", "articles/bai.txt:3", "articles/bai.txt:4"]
    assert not (project / "public").exists()


def test_only_a_strict_build_fails_because_of_a_problem(project: Path) -> None:
    (project / "articles" / "bai.txt").write_text(f"---\npart: 010\n---\n{ARTICLE}", "utf-8")
    assert archive(project, "build").returncode == 0
    assert archive(project, "build", "--strict").returncode == 1


def test_two_articles_that_want_one_address_are_a_problem_of_the_articles(project: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (project / "articles" / name).write_text(f"---\nslug: mot-dia-chi\n---\n{ARTICLE}", "utf-8")
    done = archive(project, "check")
    assert done.returncode == 1
    assert "articles/a.txt and articles/b.txt" in done.stderr


def test_a_check_without_problems_is_done(project: Path) -> None:
    assert archive(project, "check").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--articles", "nowhere"], "nowhere: error: there is no such folder of articles"),
        (["build", "--config", "nowhere.yml"], "nowhere.yml: error: there is no such file"),
        (["build", "--base-url", "example"], "error: “example” is no address of a site"),
        (["build", "--output", "articles"], "articles: error: the site may not be built inside of the articles"),
        (["extract", "nowhere"], "nowhere: error: there is no such file or folder"),
        (["new", " "], "error: the headline is empty"),
        (["explain", "nowhere"], "nowhere: error: there is no such file or folder"),
        (["convert", "nowhere"], "nowhere: error: there is no such file or folder"),
        (["diff", "articles", "articles"], "articles: error: no site that this program built stands here"),
        (["extract", "--evidence", "--write", "articles"], "error: --evidence is told as JSON only"),
        (["check", "--review-csv", "nowhere/a.csv"], "nowhere/a.csv: error: cannot be written"),
    ],
)
def test_an_expected_failure_is_a_sentence_and_a_hint(project: Path, arguments: list[str], said: str) -> None:
    done = archive(project, *arguments)
    first, second = done.stderr.splitlines()
    assert done.returncode == 2
    assert first.startswith(said)
    assert second.startswith("    ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["buidl"],
        ["build", "--jobs", "x"],
        ["extract"],
        ["extract", "a", "--format", "xml"],
        ["explain"],
        ["diff", "a"],
    ],
)
def test_wrong_usage_exits_with_2_and_is_told_in_vietnamese(project: Path, arguments: list[str]) -> None:
    done = archive(project, *arguments, language="vi")
    assert done.returncode == 2
    assert done.stderr.startswith("cách dùng: archive")
    assert not {"error", "invalid", "required", "expected", "usage"} & set(done.stderr.replace(":", " ").split())


@pytest.mark.parametrize("command", ["build", "serve", "extract", "explain", "check", "convert", "diff", "new"])
def test_every_command_explains_itself_in_both_languages(project: Path, command: str) -> None:
    english, vietnamese = (archive(project, command, "--help", language=language).stdout for language in ("en", "vi"))
    assert english.startswith(f"usage: archive {command}")
    assert vietnamese.startswith(f"cách dùng: archive {command}")


def test_records_come_one_a_line(project: Path) -> None:
    done = archive(project, "extract", "articles", "articles/bai.txt", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["file"] for record in records] == ["articles/bai.txt"] * 2
    assert records[0]["headline"] == "Ba con đường mới"
    assert "Vĩnh Tường" in done.stdout


def test_records_as_yaml_read_back(project: Path) -> None:
    import yaml

    written = archive(project, "extract", "articles", "--format", "yaml").stdout
    expected = json.loads(archive(project, "extract", "articles", "--format", "jsonl").stdout)
    assert [*yaml.safe_load_all(written)] == [expected]


def test_a_table_of_records_can_be_read(project: Path) -> None:
    table = archive(project, "extract", "articles").stdout
    assert "2015-03-12" in table
    assert "Ba con đường mới" in table


def test_a_file_that_is_no_text_gives_an_issue_and_no_record(project: Path) -> None:
    (project / "articles" / "anh.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40)
    done = archive(project, "extract", "articles", "--format", "jsonl")
    assert done.stdout.count("\n") == 1
    assert done.stderr.startswith("articles/anh.txt: error: the file is no text")


def test_what_is_found_is_written_on_top_once(project: Path) -> None:
    file = project / "articles" / "bai.txt"
    assert archive(project, "extract", "--write", "articles").stdout == "articles/bai.txt\n"
    filled = file.read_text("utf-8")
    assert filled.startswith("---\ndate: 2015-03-12 08:15\n")
    assert filled.endswith(f"---\n{ARTICLE}")
    assert archive(project, "extract", "--write", "articles").stdout == ""
    assert file.read_text("utf-8") == filled


def test_a_doubtful_value_is_not_written_and_goes_on_waiting(project: Path) -> None:
    file = project / "articles" / "bai.txt"
    file.write_text(ARTICLE.replace("12/03/2015", "Thứ Hai, 12/03/2015"), "utf-8")
    archive(project, "extract", "--write", "articles")
    assert "\ndate:" not in file.read_text("utf-8")
    assert "headline: Ba con đường mới\n" in file.read_text("utf-8")
    record = json.loads(archive(project, "extract", "articles", "--format", "jsonl").stdout)
    assert record["date"] == "2015-03-12T08:15"
    assert [reason.partition(":")[0] for reason in record["review"]] == ["weekday-disagrees"]


def test_a_record_that_a_person_checked_waits_no_longer(project: Path) -> None:
    text = ARTICLE.replace("12/03/2015", "Thứ Hai, 12/03/2015")
    (project / "articles" / "bai.txt").write_text(f"---\nchecked: true\n---\n{text}", "utf-8")
    assert json.loads(archive(project, "extract", "articles", "--format", "jsonl").stdout)["review"] == []


def test_a_file_that_cannot_be_filled_makes_writing_fail(project: Path) -> None:
    file = project / "articles" / "bai.txt"
    file.write_text(f"---\nunit: A: B\n---\n{ARTICLE}", "utf-8")
    before = file.read_bytes()
    done = archive(project, "extract", "--write", "articles")
    assert (done.returncode, done.stdout, file.read_bytes()) == (1, "", before)


def test_evidence_comes_with_each_record_one_a_line(project: Path) -> None:
    record, told = (
        json.loads(archive(project, "extract", "articles", *wanted).stdout)
        for wanted in (["--format", "jsonl"], ["--evidence"])
    )
    assert {name: told[name] for name in record} == record
    assert told["lines"]["1"] == "date"
    date = next(one for one in told["evidence"] if one["field"] == "date")
    assert (date["chosen"]["value"], date["chosen"]["lines"]) == (record["date"], [1])


def test_an_explanation_is_plain_where_it_is_not_read_on_a_terminal(project: Path) -> None:
    done = archive(project, "explain", "articles/bai.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("articles/bai.txt\n\n 1  date       12/03/2015 - 08:15\n")
    assert "\x1b" not in done.stdout


def test_what_cannot_be_read_cannot_be_explained(project: Path) -> None:
    (project / "articles" / "anh.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40)
    done = archive(project, "explain", "articles/anh.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "the file is no text" in done.stderr


def test_the_queue_is_written_on_demand(project: Path) -> None:
    (project / "articles" / "bai.txt").write_text(ARTICLE.replace("12/03/2015", "Thứ Hai, 12/03/2015"), "utf-8")
    assert not (project / "review.csv").exists()
    assert archive(project, "check", "--review-csv").returncode == 0
    assert archive(project, "check", "--review-csv", "other.csv").returncode == 0
    assert (project / "other.csv").read_bytes() == (project / "review.csv").read_bytes()
    rows = (project / "review.csv").read_text("utf-8-sig").splitlines()
    assert rows[1].startswith("articles/bai.txt,1,date,")


def test_drift_is_told_and_is_no_failure(project: Path) -> None:
    file = project / "articles" / "bai.txt"
    file.write_text(f"---\nbyline: Lê Thư\n---\n{ARTICLE}", "utf-8")
    before = file.read_bytes()
    done = archive(project, "check", "--drift")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:3] == [
        "articles/bai.txt:2: byline",
        "    a person wrote: “Lê Thư”",
        "    the text says: “Lê Thu” (line 14)",
    ]
    assert file.read_bytes() == before


def test_a_conversion_is_told_and_ignored_by_the_build(project: Path) -> None:
    file = project / "articles" / "bai.txt"
    file.write_bytes(ARTICLE.encode("utf-16"))
    told = "articles/bai.txt: {} from utf-16-le; the bytes of before {} kept as articles/bai.txt.orig\n"
    dry = archive(project, "convert", "--dry-run", "articles").stdout
    assert dry == told.format("would be converted", "would be")
    assert archive(project, "convert", "articles").stdout == told.format("converted", "are")
    assert archive(project, "convert", "articles").stdout == ""
    assert file.read_text("utf-8") == ARTICLE
    assert archive(project, "build").stdout.split()[:3] == ["Articles", "read", "1"]


def test_a_file_that_cannot_be_converted_makes_converting_fail(project: Path) -> None:
    (project / "articles" / "anh.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40)
    assert archive(project, "convert", "articles").returncode == 1


def test_timings_name_each_phase(project: Path) -> None:
    rows = archive(project, "build", "--timings").stdout.partition("\n\n")[2].splitlines()
    assert [row for row in rows if row.startswith("Reading articles ") and row.endswith(" 1")]
    assert len(rows) > 5


def test_a_verified_build_says_so(project: Path) -> None:
    done = archive(project, "build", "--verify")
    assert done.returncode == 0
    assert done.stdout.startswith("Every byte is that of a clean build.\n")


def test_two_built_sites_are_compared_in_words_and_as_data(project: Path) -> None:
    archive(project, "build", "--output", "before")
    (project / "articles" / "bai.txt").write_text(ARTICLE.replace("Lê Thu", "Trần Mộc"), "utf-8")
    archive(project, "build", "--output", "after")
    words = archive(project, "diff", "before", "after").stdout
    assert "    byline: “Lê Thu” → “Trần Mộc”\n" in words
    changes = [
        json.loads(line)
        for line in archive(project, "diff", "before", "after", "--format", "jsonl").stdout.splitlines()
    ]
    assert {"field": "byline", "old": ["Lê Thu"], "new": ["Trần Mộc"]} in [
        field for change in changes for field in change["fields"]
    ]


def test_a_new_article_is_put_in_place_and_none_written_over(project: Path) -> None:
    first = archive(project, "new", "Bài 1: Mở đầu").stdout
    second = archive(project, "new", "Bài 1: Mở đầu").stdout
    assert (first, second) == ("articles/bai-1-mo-dau.md\n", "articles/bai-1-mo-dau-2.md\n")
    assert "headline: 'Bài 1: Mở đầu'\n" in (project / "articles" / "bai-1-mo-dau.md").read_text("utf-8")
    assert archive(project, "check").returncode == 0


def test_the_output_is_utf_8_whatever_the_console(project: Path) -> None:
    done = archive(project, "build", language="vi", PYTHONIOENCODING="cp1252")
    assert done.stdout.startswith("Số bài đã đọc")


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_text_is_refused_in_a_sentence(project: Path) -> None:
    name = os.fsdecode(b"b\xff.txt")
    try:
        (project / name).write_text(ARTICLE, "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    done = archive(project, "extract", name, "--format", "jsonl")
    assert done.returncode == 2
    assert done.stderr.startswith("b\\udcff.txt: error: the name of the file cannot be read")


@pytest.mark.parametrize("command", [("extract",), ("extract", "--evidence"), ("extract", "--write"), ("explain",)])
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_worked_on(project: Path, command: list[str]) -> None:
    with (project / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    (project / "other.txt").write_text(ARTICLE, "utf-8")
    done = archive(project, *command, "huge.txt", "other.txt")
    assert done.returncode == 1
    assert done.stderr.startswith("huge.txt: error: the file is too large")
    assert "other.txt" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no way to send Ctrl-C to one process")
def test_ctrl_c_ends_without_a_traceback(project: Path) -> None:
    script = (
        "import archive.starter, archive.cli, os, signal, sys\n"
        f"archive.starter.new_article = lambda *_: os.kill(os.getpid(), {int(signal.SIGINT)})\n"
        "sys.exit(archive.cli.main(['new', 'A']))\n"
    )
    environment = {**os.environ, "ARCHIVE_LANG": "en", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (130, "Stopped.\n")
