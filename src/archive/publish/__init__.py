"""Writes the site into its folder so that a reader finds the old one or the new one, never half of one."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from archive.model.output import OutputFile
from archive.publish.manifest import MANIFEST, KeptFile, read_manifest
from archive.publish.output import Output, PublishReport, open_output
from archive.publish.paths import Claims, check_paths
from archive.publish.staging import Draft, Staged, stage
from archive.publish.stamps import Stamp, stamp_from

__all__ = [
    "MANIFEST",
    "Draft",
    "KeptFile",
    "Output",
    "PublishReport",
    "Staged",
    "Stamp",
    "check_paths",
    "open_output",
    "publish",
    "read_manifest",
    "stage",
    "stamp_from",
]


def publish(
    files: Iterable[OutputFile],
    output: Path,
    kept: Mapping[str, KeptFile] | None = None,
    *,
    articles: Path | None = None,
    stamps: Path | None = None,
) -> PublishReport:
    """What changed in `output` now that it holds `files`, the `kept` files that stood there, and no other file of ours.

    `files` is read once and never held whole. `articles` and `stamps` are as in `open_output`.
    Raises PublishError; the site that stood there is then as it was, or the next call finishes the change.
    """
    kept = kept or {}
    with open_output(output, articles=articles, stamps=stamps) as site:
        return site.replace(_staged(files, site, kept), kept)


def _staged(files: Iterable[OutputFile], site: Output, kept: Mapping[str, KeptFile]) -> Iterator[Staged]:
    claims = Claims()
    for path in kept:
        claims.add(path, path)
    for file in files:
        claims.add(file.path, file.origin)
        yield stage(file, site.staging, site.standing.get(file.path))
