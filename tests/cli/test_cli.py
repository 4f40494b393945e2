"""The command says what it did, exits with the right code, and never shows a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

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
    ],
)
def test_an_expected_failure_is_a_sentence_and_a_hint(project: Path, arguments: list[str], said: str) -> None:
    done = archive(project, *arguments)
    first, second = done.stderr.splitlines()
    assert done.returncode == 2
    assert first.startswith(said)
    assert second.startswith("    ")


@pytest.mark.parametrize(
    "arguments", [[], ["buidl"], ["build", "--jobs", "x"], ["extract"], ["extract", "a", "--format", "xml"]]
)
def test_wrong_usage_exits_with_2_and_is_told_in_vietnamese(project: Path, arguments: list[str]) -> None:
    done = archive(project, *arguments, language="vi")
    assert done.returncode == 2
    assert done.stderr.startswith("cách dùng: archive")
    assert not {"error", "invalid", "required", "expected", "usage"} & set(done.stderr.replace(":", " ").split())


@pytest.mark.parametrize("command", ["build", "serve", "extract", "check", "new"])
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


def test_a_new_article_is_put_in_place_and_none_written_over(project: Path) -> None:
    first = archive(project, "new", "Bài 1: Mở đầu").stdout
    second = archive(project, "new", "Bài 1: Mở đầu").stdout
    assert (first, second) == ("articles/bai-1-mo-dau.md\n", "articles/bai-1-mo-dau-2.md\n")
    assert "headline: 'Bài 1: Mở đầu'\n" in (project / "articles" / "bai-1-mo-dau.md").read_text("utf-8")
    assert archive(project, "check").returncode == 0


def test_the_output_is_utf_8_whatever_the_console(project: Path) -> None:
    done = archive(project, "build", language="vi", PYTHONIOENCODING="cp1252")
    assert done.stdout.startswith("Số bài đã đọc")


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
