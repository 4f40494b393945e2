"""Processes of a build that was killed do not stay behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = """
import os, time
from archive.crew import Crew

def work(chunk):
    os.write(1, b"%d\\n" % os.getpid())  # whole, whichever process writes
    time.sleep(0.2)
    return chunk

if __name__ == "__main__":
    with Crew(2) as crew:
        for _ in crew.map(work, range(400)):
            pass
        time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_a_killed_build_leaves_no_process_waiting(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, "utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        workers = {int(next(process.stdout)) for _ in range(16)}
        process.send_signal(signal.SIGKILL)
        process.wait()
        patience = time.monotonic() + 20
        while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < patience:
            time.sleep(0.05)
        assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []
    assert len(workers) == 2
