"""Builds the small site and the broken one as they are stored: `python tests/whole/accept.py` stores them anew."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.model.issue import Issue
from archive.model.report import BuildOptions, BuildReport
from archive.pipeline import build

HERE = Path(__file__).parent
NAMES = ("small", "broken")
COMPARED = (".html", ".xml", ".txt", ".jsonl", ".csv")
NOT_COMPARED = ("static/", "tim-kiem")
"""What is tested in places of its own: styles, scripts and the index of the search."""
TOO_LARGE = 21 * 1024 * 1024

Tree = dict[str, bytes]


def made(name: str, folder: Path) -> tuple[Tree, BuildReport]:
    """The files of a site built in an empty folder, and the report of the build."""
    project = folder / name
    shutil.copytree(HERE / name, project, ignore=shutil.ignore_patterns("expected", "issues.txt"))
    if name == "broken":
        add_unstorable(project / "articles")
    output = folder / "public"
    articles, config = project / "articles", project / "site.yml"
    report = build(BuildOptions(root=project, articles=articles, output=output, config=config))
    return tree(output), report


def add_unstorable(articles: Path) -> None:
    """Adds what git cannot keep: links, a pipe, a file of 21 MB."""
    outside = articles.parent / "outside.txt"
    outside.write_text("Bài này nằm ngoài kho.\n", "utf-8")
    (articles / "ra-ngoai.txt").symlink_to(outside)
    (articles / "mat-dich.txt").symlink_to(articles / "khong-co.txt")
    (articles / "vong.txt").symlink_to(articles / "vong.txt")
    (articles / "ra-ngoai").symlink_to(articles.parent.parent)
    os.mkfifo(articles / "ong.txt")
    (articles / "rat-to.txt").write_bytes(b"a" * TOO_LARGE)


def tree(folder: Path) -> Tree:
    """The files that are compared, by their path."""
    files = (file for file in sorted(folder.rglob("*")) if file.suffix in COMPARED)
    named = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    return {path: content for path, content in named.items() if not path.startswith(NOT_COMPARED)}


def stored(name: str) -> Tree:
    """The files as they are stored."""
    return tree(HERE / name / "expected")


def issue_lines(report: BuildReport) -> str:
    """The issues of a build, a line each, as they are stored."""
    return "".join(f"{issue_line(issue)}\n" for issue in report.issues)


def issue_line(issue: Issue) -> str:
    """One issue: where, how grave, what, and the values that its sentence names."""
    values = "".join(f" {key}={value}" for key, value in issue.values.items())
    return f"{issue.file}:{issue.line} {issue.severity} {issue.code}{values}".replace("\n", "⏎")


def store(name: str) -> None:
    """Puts the site that is built now in the place of the stored one."""
    with TemporaryDirectory() as folder:
        files, report = made(name, Path(folder))
    expected = HERE / name / "expected"
    shutil.rmtree(expected, ignore_errors=True)
    for path, content in files.items():
        (expected / path).parent.mkdir(parents=True, exist_ok=True)
        (expected / path).write_bytes(content)
    (HERE / name / "issues.txt").write_text(issue_lines(report), "utf-8")


if __name__ == "__main__":
    for site in NAMES:
        store(site)
