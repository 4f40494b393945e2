"""Notices when something that a build reads has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from archive.model.report import BuildOptions

_STEP = 20
"""Milliseconds without a further change after which a change is told; the default of `watch` is 50."""


@contextmanager
def watched(options: BuildOptions) -> Iterator[Event]:
    """An event that is set when an article, a template, a static file, the settings or the units have changed.

    Changes that come together (each within 20 ms of the one before) set it once. Whoever waits for it clears it.
    """
    folders = [options.articles, options.root / "templates", options.root / "static"]
    files = [options.config, options.root / "units.yml"]
    changed, replaced, stop = Event(), Event(), Event()
    threads = [
        Thread(target=_watch_inside, args=(folders, changed, replaced, stop), name="inside", daemon=True),
        Thread(target=_watch_beside, args=(folders + files, changed, replaced, stop), name="beside", daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield changed
    finally:
        stop.set()
        replaced.set()
        for thread in threads:
            thread.join()


def _watch_inside(folders: list[Path], changed: Event, replaced: Event, stop: Event) -> None:
    """Everything below the folders. A folder that comes, or is replaced by another, has to be watched anew."""
    from watchfiles import watch

    while not stop.is_set():
        there = [folder for folder in folders if folder.is_dir()]
        if there:
            for _ in watch(*there, stop_event=replaced, step=_STEP):
                changed.set()
        replaced.wait()
        replaced.clear()
        changed.set()


def _watch_beside(paths: list[Path], changed: Event, replaced: Event, stop: Event) -> None:
    """The paths themselves, from the folders they stand in: an editor replaces a file rather than write into it."""
    from watchfiles import watch

    watched_paths = {str(path.parent.resolve() / path.name) for path in paths}
    parents = {path.parent.resolve() for path in paths if path.parent.is_dir()}
    for changes in watch(*parents, recursive=False, stop_event=stop, step=_STEP):
        if any(path in watched_paths for _, path in changes):
            changed.set()
            replaced.set()
