"""Measures how soon a site that is served shows a change: from saving an article to its new words on the page."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 120.0
"""Seconds after which a server, or a change, is given up."""
REST = 1.0
"""Seconds that a server is left alone before something is changed."""
PAUSE = 0.005
"""Seconds between two looks."""


@contextmanager
def served(command: Sequence[str], folder: Path, url: str) -> Iterator[None]:
    """Meanwhile `command` serves the site of `folder` at `url`. Raises SystemExit when it does not."""
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: bool(content(url)), f"{command[0]} does not serve {url}")
        time.sleep(REST)
        yield
    finally:
        time.sleep(REST)  # a server may remember what it has shown only afterwards, and the next row builds on that
        server.terminate()
        server.wait()


def shown_after(change: Callable[[], str], page: str) -> float:
    """The seconds from a change to the moment when the page at an address has the words that `change` gives back."""
    words = change().encode()
    began = time.perf_counter()
    until(lambda: words in content(page), f"{page} does not come to show the change")
    return time.perf_counter() - began


def until(is_so: Callable[[], bool], failure: str) -> None:
    """Returns as soon as it is so. Raises SystemExit when that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise SystemExit(failure)
        time.sleep(PAUSE)


def content(url: str) -> bytes:
    """What is served at an address; nothing while there is nothing, or it is being written."""
    try:
        with urlopen(url) as answer:
            return bytes(answer.read())
    except (URLError, HTTPException, ConnectionError):
        return b""
