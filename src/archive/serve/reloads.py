"""Tells every open page that the site has changed."""

from collections.abc import Iterator
from functools import partial
from secrets import token_hex
from threading import Condition

SCRIPT_PATH = "/.archive/reload.js"
EVENTS_PATH = "/.archive/events"

SCRIPT = """\
// Reloads the page when its site has been built again; only `archive serve` puts this script into a page.
const seen = new URL(document.currentScript.src).searchParams.get("seen");
let events = null;
function listen() {
  // A browser holds few connections to one host: pages that nobody looks at give theirs back.
  events?.close();
  events = null;
  if (document.hidden) return;
  events = new EventSource("/.archive/events");
  events.onmessage = ({ data }) => { if (data !== seen) location.reload(); };
}
document.addEventListener("visibilitychange", listen);
listen();
"""


class Reloads:
    """The version of the site that is in view, and those who wait for the next."""

    def __init__(self) -> None:
        """The first version; its name differs from every other server's, so that a page left open sees a new one."""
        self._run = token_hex(4)
        self._number = 0
        self._ended = False
        self._news = Condition()

    @property
    def version(self) -> str:
        """The name of the version in view."""
        return f"{self._run}-{self._number}"

    def announce(self) -> None:
        """There is a new version."""
        with self._news:
            self._number += 1
            self._news.notify_all()

    def end(self) -> None:
        """No more versions will come; nobody waits any longer."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def events(self, patience: float = 15.0) -> Iterator[bytes]:
        """Server-sent events: the version in view, then each new one; a comment after `patience` quiet seconds."""
        told = ""
        while not self._ended:
            if told == self.version:
                yield b": \n\n"
            else:
                told = self.version
                yield f"retry: 500\ndata: {told}\n\n".encode()
            with self._news:
                self._news.wait_for(partial(self._has_news_for, told), patience)

    def _has_news_for(self, told: str) -> bool:
        return self._ended or self.version != told


def with_script(page: bytes, version: str) -> bytes:
    """The HTML `page` with the script that reloads it, put before the end of its body."""
    script = f'<script src="{SCRIPT_PATH}?seen={version}"></script>'.encode()
    head, end, tail = page.rpartition(b"</body>")
    return head + script + end + tail if end else page + script
