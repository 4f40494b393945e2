"""A small site and a broken one come out as they are stored; `accept.py` beside this file stores them anew."""

import os
import runpy
from pathlib import Path
from typing import Any

import pytest

from archive.model.report import BuildReport

ACCEPT = runpy.run_path(str(Path(__file__).with_name("accept.py")))
HERE: Path = ACCEPT["HERE"]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the broken site has a pipe and links in it")
Built = tuple[dict[str, bytes], BuildReport]


@pytest.fixture(scope="module", params=ACCEPT["NAMES"])
def name(request: pytest.FixtureRequest) -> str:
    """Each stored site."""
    return str(request.param)


@pytest.fixture(scope="module")
def now(name: str, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Its files and its report as they are made now."""
    made: Any = ACCEPT["made"]
    built: Built = made(name, tmp_path_factory.mktemp(name))
    return built


def test_the_site_holds_the_stored_files_and_no_others(name: str, now: Built) -> None:
    assert sorted(now[0]) == sorted(ACCEPT["stored"](name))


def test_every_file_is_as_it_is_stored(name: str, now: Built) -> None:
    stored: dict[str, bytes] = ACCEPT["stored"](name)
    for path, content in now[0].items():
        assert content.decode() == stored.get(path, b"").decode(), path


def test_the_report_tells_the_stored_issues(name: str, now: Built) -> None:
    assert ACCEPT["issue_lines"](now[1]) == (HERE / name / "issues.txt").read_text("utf-8")


def test_a_build_goes_on_past_everything_that_is_broken(now: Built) -> None:
    report = now[1]
    pages = [path for path in now[0] if path.startswith("bai/") and path.count("/") == 2]
    assert len(pages) == report.articles - report.set_aside > 0
