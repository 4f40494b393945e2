"""The output folder: what stands in it, and the door through which a new site takes its place."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from msgspec import Struct

from archive.digests import digest_of
from archive.errors import PublishError
from archive.publish.failure import told
from archive.publish.lock import locked
from archive.publish.manifest import MANIFEST, KeptFile, is_manifest, manifest_bytes, parsed_manifest
from archive.publish.plan import plan
from archive.publish.staging import Staged
from archive.publish.stamps import Stamp, read_stamps, seen, write_stamps
from archive.publish.swap import finish, write_journal
from archive.publish.workshop import WORKSHOP, journal_of, lock_of, new_staging, staged_manifest_of


class PublishReport(Struct, frozen=True):
    """What publishing changed; paths in order."""

    total: int
    """How many files the site holds, the manifest not counted."""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Files whose bytes are others than before, or that somebody had changed or removed and were put right."""
    removed: tuple[str, ...] = ()
    fingerprint: str = ""
    """Digest of the manifest of the site that stands now."""

    @property
    def written(self) -> int:
        """How many files were written."""
        return len(self.added) + len(self.changed)

    @property
    def unchanged(self) -> int:
        """How many files were left as they stood."""
        return self.total - self.written


class Output:
    """An output folder that is ours and locked, from `open_output`."""

    def __init__(self, folder: Path, stamps: Path | None) -> None:
        """Looks at every file that the manifest lists; `stamps` spares the reading of those it knows."""
        self.folder = folder
        self.staging = new_staging(folder)
        """Where `stage` writes new files."""
        self._stamps_file = stamps
        manifest = _manifest_content(folder)
        self._digest = digest_of(manifest) if manifest else ""
        self._listed = _listed_in(manifest, folder)
        self._seen = seen(folder, self._listed)
        remembered = read_stamps(stamps, self._digest)
        self.standing: Mapping[str, KeptFile]
        """The files of the site that stand in the output as they were written, by path."""
        if remembered == self._seen and len(remembered) == len(self._listed):
            self.standing, self._stamps = self._listed, remembered
            return
        self.standing = {
            path: self._listed[path]
            for path, stamp in self._seen.items()
            if remembered.get(path) == stamp or _is_whole(folder / path, stamp, self._listed[path])
        }
        self._stamps = {path: self._seen[path] for path in self.standing}
        if remembered != self._stamps:
            self._remember()

    @property
    def fingerprint(self) -> str:
        """Digest of the manifest; empty when not every file that it lists stands as it was written."""
        return self._digest if len(self.standing) == len(self._listed) else ""

    def replace(self, staged: Iterable[Staged], kept: Mapping[str, KeptFile] | None = None) -> PublishReport:
        """What changed, once the output holds the `staged` files, the `kept` ones, and no other file of ours.

        Nothing at all is written when that is so already. Raises PublishError: `output-foreign-file` (nothing has
        changed), `output-changed` when a file to be kept does not stand as said (likewise), `output-file-busy` (the
        next `open_output` finishes the change), `output-unwritable`.
        """
        files, fresh = self._gathered(staged, kept or {})
        stale = {path for path in self._seen if path not in files}
        if fresh or stale or files != self._listed:
            with told():
                self._swap(fresh, stale, manifest_bytes(files))
        return self._report(files, fresh, stale)

    def _gathered(self, staged: Iterable[Staged], kept: Mapping[str, KeptFile]) -> tuple[dict[str, KeptFile], set[str]]:
        for path, file in kept.items():
            if self.standing.get(path) != file:
                raise PublishError("output-changed", path)
        files, fresh = dict(kept), set[str]()
        for ready in staged:
            files[ready.path] = KeptFile(ready.size, ready.digest)
            if ready.changed:
                fresh.add(ready.path)
        return files, fresh

    def _report(self, files: Mapping[str, KeptFile], fresh: Iterable[str], stale: Iterable[str]) -> PublishReport:
        return PublishReport(
            total=len(files),
            added=tuple(sorted(path for path in fresh if path not in self._listed)),
            changed=tuple(sorted(path for path in fresh if path in self._listed)),
            removed=tuple(sorted(stale)),
            fingerprint=self._digest,
        )

    def _swap(self, fresh: set[str], stale: set[str], manifest: bytes) -> None:
        journal = plan(self.folder, self.staging, fresh, self._seen, stale)
        staged_manifest_of(self.folder).write_bytes(manifest)
        write_journal(self.folder, journal)
        finish(self.folder)
        self._digest = digest_of(manifest)
        self._stamps = {path: stamp for path, stamp in self._stamps.items() if path not in stale}
        self._stamps |= seen(self.folder, fresh)
        self._remember()

    def _remember(self) -> None:
        if self._stamps_file is not None:
            write_stamps(self._stamps_file, self._digest, self._stamps)


@contextmanager
def open_output(
    output: Path, *, articles: Path | None = None, stamps: Path | None = None, wait: float = 10.0
) -> Iterator[Output]:
    """The folder `output`, ours alone while it is open; a change that was begun and killed is finished first.

    `articles` is the folder the site is made from. `stamps` is a file, outside of the output, in which to remember
    what the file system says of each file; without it every file is read to know whether it stands as written.
    Raises PublishError: `output-not-ours` when the folder holds files but no manifest of ours (names that begin with
    a dot do not count), `output-inside-articles` when one of the two folders holds the other, `output-busy` when
    another process still builds into it after `wait` seconds, `output-unwritable`.
    """
    _refuse_articles(output, articles)
    _refuse_foreign_folder(output)
    made = not output.exists()
    with _removed_if_empty(output, made), locked(lock_of(output), wait):
        with told():
            finish(output)
            _clean(output)
            site = Output(output, stamps)
        try:
            yield site
        finally:
            if not journal_of(output).exists():
                with suppress(OSError):  # what stays is thrown away by the next
                    _clean(output)


def _refuse_articles(output: Path, articles: Path | None) -> None:
    if articles is None:
        return
    inner, outer = output.resolve(), articles.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise PublishError("output-inside-articles", output.as_posix(), articles=articles.as_posix())


def _refuse_foreign_folder(output: Path) -> None:
    with told():
        if output.exists() and not output.is_dir():
            raise PublishError("output-not-ours", output.as_posix(), example=output.name)
        if not output.exists() or journal_of(output).exists() or is_manifest(_manifest_content(output)):
            return
        foreign = sorted(entry.name for entry in output.iterdir() if not entry.name.startswith("."))
    if foreign:
        raise PublishError("output-not-ours", output.as_posix(), example=foreign[0])


@contextmanager
def _removed_if_empty(output: Path, made: bool) -> Iterator[None]:
    try:
        yield
    finally:
        if made:
            with suppress(OSError):
                output.rmdir()


def _clean(output: Path) -> None:
    """Throws away what a build that was killed, or is over, left staged."""
    for entry in (output / WORKSHOP).iterdir():
        if entry.is_dir():
            rmtree(entry, ignore_errors=True)
        elif entry != lock_of(output):
            entry.unlink()


def _manifest_content(folder: Path) -> bytes:
    try:
        return (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        return b""


def _listed_in(manifest: bytes, folder: Path) -> dict[str, KeptFile]:
    files = parsed_manifest(manifest) if manifest else {}
    if files is None:
        raise PublishError("output-not-ours", folder.as_posix(), example=MANIFEST)
    return files


def _is_whole(file: Path, stamp: Stamp, listed: KeptFile) -> bool:
    return stamp.size == listed.size and digest_of(file.read_bytes()) == listed.digest
