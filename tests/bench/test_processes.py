"""What a run costs is counted over all its processes."""

import resource
import sys
from pathlib import Path

import pytest

from bench.processes import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")

MEGABYTE = 1_000_000
HOARD = "held = b'x' * 60_000_000; print(flush=True); input()"
TWO = f"""
import subprocess, sys, time
pipes = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE)
both = [subprocess.Popen([sys.executable, "-c", {HOARD!r}], **pipes) for _ in range(2)]
for one in both:
    one.stdout.readline()
time.sleep(0.5)
for one in both:
    one.communicate(b"enough")
"""


def test_the_memory_of_all_processes_is_that_of_all_together(tmp_path: Path) -> None:
    found = run([sys.executable, "-c", TWO], tmp_path, watched=True)

    # A process starts with the peak of the one that made it: here of the tests.
    inherited = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    assert 60 * MEGABYTE < found.largest < max(100 * MEGABYTE, inherited + MEGABYTE)
    assert found.together > 120 * MEGABYTE
    assert found.seconds > 0.5


def test_a_failure_stops_with_what_the_command_wrote(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such luck"):
        run([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path)
