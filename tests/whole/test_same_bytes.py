"""One input gives one site, byte for byte: on any machine, in any order, by any number of processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

Contents = Callable[[Path], dict[str, bytes]]
GIVEN = ("articles", "site.yml", "units.yml")
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "2014"},
    "no hash seed": {"PYTHONHASHSEED": "0"},
    "the C locale": {"LC_ALL": "C", "LANG": "C"},
    "a Vietnamese locale": {"LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8"},
    "English messages": {"ARCHIVE_LANG": "en"},
    "a far time zone": {"TZ": "Pacific/Kiritimati"},
    "a time zone before midnight": {"TZ": "America/Adak"},
    "another year": {"SOURCE_DATE_EPOCH": "0"},
}


@pytest.fixture(scope="module")
def first(demonstration: Path, contents: Contents) -> dict[str, bytes]:
    """The demonstration site as it was built in this process."""
    return contents(demonstration)


def command_build(root: Path, *arguments: str, **environment: str) -> Path:
    """The output of the command in a folder, run as a user runs it."""
    command = [sys.executable, "-m", "archive", "build", *arguments]
    run = subprocess.run(command, cwd=root, env=os.environ | environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return root / "public"


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The demonstration in another folder, its files made in another order and at another time."""
    root = tmp_path / "Kho tin (bản sao)"
    files = [file for name in GIVEN for file in [project / name, *(project / name).rglob("*")] if file.is_file()]
    Random(2014).shuffle(files)
    for file in files:
        target = root / file.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (0, 10**9))
    return root


@pytest.mark.parametrize("environment", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_surroundings_change_no_byte(
    copy: Path, first: dict[str, bytes], contents: Contents, environment: dict[str, str]
) -> None:
    assert contents(command_build(copy, **environment)) == first


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_the_number_of_processes_changes_no_byte(
    copy: Path, first: dict[str, bytes], contents: Contents, jobs: str
) -> None:
    assert contents(command_build(copy, "--jobs", jobs)) == first


def test_many_articles_come_out_alike_from_one_process_and_from_three(copy: Path, contents: Contents) -> None:
    for file in sorted((copy / "articles").rglob("*.txt")):
        for number in range(5):
            shutil.copyfile(file, file.with_stem(f"{file.stem}-{number}"))
    alone = contents(command_build(copy, "--jobs", "1"))
    shutil.rmtree(copy / "public")
    shutil.rmtree(copy / ".archive")
    assert contents(command_build(copy, "--jobs", "3")) == alone


def test_a_second_build_changes_no_byte(copy: Path, contents: Contents) -> None:
    once = contents(command_build(copy))
    assert contents(command_build(copy)) == once


def test_the_site_does_not_tell_where_it_was_built(copy: Path, contents: Contents) -> None:
    site = contents(command_build(copy))
    places = [os.fsencode(place) for place in (copy, Path.home(), Path(sys.prefix)) if len(place.parts) > 2]
    assert [path for path, content in site.items() for place in places if place in content] == []
