"""Puts new bytes in the place of a file: all of them or none, and never over what somebody else wrote meanwhile."""

import os
from pathlib import Path
from tempfile import mkstemp


def replace_file(path: Path, before: bytes, content: bytes) -> bool:
    """Whether the file now holds `content`; False, and nothing is written, when it no longer held `before`.

    A link stays a link: the file that it leads to is replaced. Permissions stay. Raises `OSError`, also where the file
    is open in a program that does not share it; the file is then as it was.
    """
    path = path.resolve()
    handle, name = mkstemp(dir=path.parent, prefix=".archive-")
    draft = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a handle, not a path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(path.stat().st_mode)
        unchanged = path.read_bytes() == before
        if unchanged:
            draft.replace(path)
        return unchanged
    finally:
        draft.unlink(missing_ok=True)
