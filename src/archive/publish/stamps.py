"""Remembers how each file looked to the file system when it was written, so that it need not be read to be known."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct


class Stamp(Struct, frozen=True, gc=False, array_like=True):
    """What the file system says of a file; any change of its bytes changes some of it, even a restored mtime."""

    size: int
    modified: int
    """Time of the last change of its bytes, in nanoseconds."""
    changed: int
    """Time of the last change of the file in any way, in nanoseconds; on Windows the time it was made."""
    inode: int


class _Stamps(Struct):
    manifest: str
    files: dict[str, Stamp]


def seen(output: Path, paths: Collection[str]) -> dict[str, Stamp]:
    """The stamps of those of `paths` at which a plain file stands below `output`; nothing is followed out of it."""
    wanted = paths if isinstance(paths, (dict, set, frozenset)) else set(paths)
    found: dict[str, Stamp] = {}
    for folder in sorted({path.rpartition("/")[0] for path in wanted}):
        if not _leads_outside(output, folder):
            found |= _seen_in(output, folder, wanted)
    return found


def read_stamps(file: Path | None, manifest: str) -> dict[str, Stamp]:
    """The stamps that stand in `file`; none when it is absent, damaged, or of a manifest with another digest."""
    try:
        stamps = None if file is None else msgspec.msgpack.decode(file.read_bytes(), type=_Stamps)
    except (OSError, msgspec.DecodeError):
        return {}
    return stamps.files if stamps is not None and stamps.manifest == manifest else {}


def write_stamps(file: Path, manifest: str, stamps: Mapping[str, Stamp]) -> None:
    """Remembers `stamps`, true of the output whose manifest has the digest `manifest`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    fresh.write_bytes(msgspec.msgpack.encode(_Stamps(manifest, dict(stamps))))
    fresh.replace(file)


def _leads_outside(output: Path, folder: str) -> bool:
    path = output / folder
    while path != output:
        if path.is_symlink():
            return True
        path = path.parent
    return False


def _seen_in(output: Path, folder: str, wanted: Collection[str]) -> dict[str, Stamp]:
    before = f"{folder}/" if folder else ""
    try:
        with os.scandir(output / folder) as entries:
            return {
                path: stamp_from(entry.stat(follow_symlinks=False))
                for entry in entries
                if (path := before + entry.name) in wanted and entry.is_file(follow_symlinks=False)
            }
    except (FileNotFoundError, NotADirectoryError):
        return {}


def stamp_from(status: os.stat_result) -> Stamp:
    """The stamp of a file with this status."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
