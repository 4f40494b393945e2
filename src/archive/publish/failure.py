"""Tells a failure of the file system as an expected one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import PublishError


@contextmanager
def told() -> Iterator[None]:
    """Turns an OSError inside into PublishError `output-unwritable`, which names the file and the reason."""
    try:
        yield
    except OSError as error:
        place = Path(error.filename).as_posix() if isinstance(error.filename, (str, Path)) else None
        raise PublishError("output-unwritable", place, reason=error.strerror or str(error)) from error
