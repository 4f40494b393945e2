"""A build that is killed leaves a site that can be read, and the next one makes it right."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

import pytest

from archive.model.report import BuildOptions
from archive.pipeline import build

DYING = Path(__file__).with_name("dying_build.py")
MOMENTS = 20
Project = Any
Contents = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def changed(project: Project, text_of: Callable[[int], str]) -> Project:
    """A project with a site, of which nearly every page is due to be made anew."""
    project.build()
    (project.root / "site.yml").write_text("title: Kho tin khác\nbase_url: https://kho.example.org/\n", "utf-8")
    next(project.articles.glob("02-*.txt")).unlink()
    (project.articles / "suu-tam" / "99.txt").write_text(text_of(99), "utf-8")
    return project


def run(root: Path, fatal: int) -> "subprocess.CompletedProcess[str]":
    """A build in a process of its own, which dies at that step."""
    return subprocess.run([sys.executable, str(DYING), str(root), str(fatal)], capture_output=True, text=True)


def torn_pages(site: dict[str, bytes]) -> list[str]:
    """The pages that are not whole."""
    return [
        path for path, content in site.items() if path.endswith(".html") and not content.rstrip().endswith(b"</html>")
    ]


def mended(root: Path, contents: Contents) -> dict[str, bytes]:
    """The site after the next build."""
    build(BuildOptions(root, root / "articles", root / "public", root / "site.yml", jobs=1))
    return contents(root / "public")


def copied(project: Project, root: Path) -> Path:
    """The project's folder again, to be killed in."""
    shutil.copytree(project.root, root)
    return root


def test_a_build_killed_at_any_step_is_made_good_by_the_next(
    changed: Project, tmp_path: Path, contents: Contents
) -> None:
    old, new = changed.site(), changed.clean()
    steps = int(run(copied(changed, tmp_path / "counted"), 0).stdout)
    died = 0
    for moment in sorted(Random(2014).sample(range(1, steps + 1), MOMENTS)):
        root = copied(changed, tmp_path / str(moment))
        died += run(root, moment).returncode != 0
        left = contents(root / "public")
        assert torn_pages(left) == [], moment
        assert all(content in (old.get(path), new.get(path)) for path, content in left.items()), moment
        assert mended(root, contents) == new, moment
    assert died > MOMENTS // 2


def test_a_first_build_killed_at_any_step_is_made_good_by_the_next(
    project: Project, tmp_path: Path, contents: Contents
) -> None:
    new = project.clean()
    steps = int(run(copied(project, tmp_path / "counted"), 0).stdout)
    for moment in sorted(Random(2015).sample(range(1, steps + 1), MOMENTS // 3)):
        root = copied(project, tmp_path / str(moment))
        run(root, moment)
        assert torn_pages(contents(root / "public")) == [], moment
        assert mended(root, contents) == new, moment


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups to kill")
@pytest.mark.parametrize("moment", [0.25, 0.4, 0.55, 0.7])
def test_a_build_in_several_processes_can_be_killed_at_any_moment(
    project: Project, text_of: Callable[[int], str], moment: float
) -> None:
    for number in range(120):
        (project.articles / "suu-tam" / f"{number:03}.txt").write_text(text_of(number), "utf-8")
    project.build(jobs=2)
    (project.root / "site.yml").write_text("title: Kho tin khác\n", "utf-8")
    command = [sys.executable, "-m", "archive", "build", "--jobs", "2"]
    running = subprocess.Popen(
        command, cwd=project.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    sleep(moment)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert torn_pages(project.site()) == []
    project.build(jobs=2)
    assert project.site() == project.clean()
