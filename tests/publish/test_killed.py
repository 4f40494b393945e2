"""A publisher that is killed leaves the old site whole, or a change that the next one finishes."""

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random

import pytest

from archive.model.output import OutputFile
from archive.publish import open_output, publish

DYING = Path(__file__).with_name("dying.py")
_spec = spec_from_file_location("dying", DYING)
assert _spec is not None
assert _spec.loader is not None
dying = module_from_spec(_spec)
_spec.loader.exec_module(dying)

OLD, NEW = dying.site(1), dying.site(2)


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps it takes to make the old site the new one."""
    output = tmp_path_factory.mktemp("counted") / "public"
    put(output, OLD)
    return int(run(output, 0).stdout)


def test_a_publisher_killed_at_any_step_leaves_the_old_site_or_the_new(tmp_path: Path, steps: int) -> None:
    moments = sorted(Random(2014).sample(range(1, steps + 1), 30))
    for moment in [*moments, steps]:
        output = tmp_path / str(moment) / "public"
        put(output, OLD)
        assert run(output, moment).returncode != 0
        assert all(path.read_text("utf-8").endswith("</html>") for path in pages(output))
        with open_output(output):
            assert read(output) in (OLD, NEW), moment
        put(output, NEW)
        assert read(output) == NEW
        assert not (output / ".archive-new").exists()


def test_a_first_publisher_killed_at_any_step_is_followed_by_the_whole_site(tmp_path: Path) -> None:
    steps = int(run(tmp_path / "counted", 0).stdout)
    for moment in Random(2015).sample(range(1, steps + 1), 10):
        output = tmp_path / str(moment)
        run(output, moment)
        put(output, NEW)
        assert read(output) == NEW


def test_files_of_others_outlive_a_killed_publisher(tmp_path: Path, steps: int) -> None:
    output = tmp_path / "public"
    put(output, OLD)
    (output / "nam/1/0/cua-toi.txt").write_text("của người khác", "utf-8")
    run(output, steps - 50)
    put(output, NEW)
    assert read(output) == {**NEW, "nam/1/0/cua-toi.txt": "của người khác"}


def run(output: Path, fatal: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(DYING), str(output), "2", str(fatal)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def put(output: Path, tree: dict[str, str]) -> None:
    publish((OutputFile(path, text.encode(), path) for path, text in tree.items()), output)


def pages(output: Path) -> list[Path]:
    return [path for path in output.rglob("*.html") if ".archive-new" not in path.parts]


def read(output: Path) -> dict[str, str]:
    paths = (path for path in output.rglob("*") if path.is_file() and ".archive-new" not in path.parts)
    tree = {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in paths}
    tree.pop("manifest.json", None)
    return tree
