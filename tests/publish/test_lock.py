"""One process at a time builds into a folder."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from archive.errors import PublishError
from archive.publish import open_output

HOLDER = """
import sys, time
from pathlib import Path
from archive.publish import open_output
with open_output(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that builds into `public`."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "public")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_folder_that_another_process_builds_into_is_busy(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    assert holder.poll() is None
    with pytest.raises(PublishError) as caught, open_output(tmp_path / "public", wait=0.1):
        pass
    assert caught.value.code == "output-busy"


def test_the_second_waits_for_the_first(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    Timer(0.3, holder.kill).start()
    with open_output(tmp_path / "public", wait=20) as site:
        assert site.standing == {}


def test_a_process_that_was_killed_does_not_keep_the_folder(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    holder.kill()
    holder.wait()
    with open_output(tmp_path / "public", wait=0):
        pass
