"""Shows the site on this machine, and builds it again and reloads the page when something changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Protocol

from archive.crew import uncollected
from archive.errors import ArchiveError
from archive.model.report import BuildOptions, BuildReport
from archive.serve.reloads import Reloads
from archive.serve.watch import watched
from archive.serve.web import SiteServer, bound

__all__ = ["Listener", "serve"]

_TICK = 0.1
"""Seconds after which a wait looks up: Windows does not break it for Ctrl-C."""


class Listener(Protocol):
    """Who is told what happens; the command prints it."""

    def serving(self, url: str, wanted_port: int) -> None:
        """The site can be seen at `url`; its port is another than `wanted_port` when that was taken."""

    def built(self, report: BuildReport) -> None:
        """A build is done."""

    def failed(self, error: ArchiveError) -> None:
        """A build failed; the site before it is still served."""


def serve(
    options: BuildOptions,
    build: Callable[[], BuildReport],
    listener: Listener,
    prepare: Callable[[], None] = lambda: None,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    stop: Event | None = None,
) -> None:
    """Returns when `stop` is set or Ctrl-C is pressed; until then serves `options.output` and keeps it built.

    `build` builds into `options.output`; it is called at the start and after each change of what a build reads.
    `prepare` is called once the site is served: it can load what the next build will need.
    A build that fails with an ArchiveError leaves the last site in view. Port 0 takes any free port; a taken port gives
    way to the next free one. Raises UsageError `port-taken` or `address-unusable`.
    """
    stop = stop or Event()
    reloads = Reloads()
    with bound(options.output, reloads, host, port) as server, watched(options) as changed, _answering(server, reloads):
        try:
            _build(build, listener, reloads)
            listener.serving(server.url, port)
            with suppress(ArchiveError):  # the next build will tell it
                prepare()
            while not stop.is_set():
                if changed.wait(_TICK):
                    changed.clear()
                    _build(build, listener, reloads)
        except KeyboardInterrupt:
            return


def _build(build: Callable[[], BuildReport], listener: Listener, reloads: Reloads) -> None:
    with uncollected():  # until readers have their page
        try:
            report = build()
        except ArchiveError as error:
            listener.failed(error)
            return
        if report.written or report.removed:
            reloads.announce()
        listener.built(report)


@contextmanager
def _answering(server: SiteServer, reloads: Reloads) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="web", daemon=True)
    thread.start()
    try:
        yield
    finally:
        reloads.end()
        server.shutdown()
        thread.join()
