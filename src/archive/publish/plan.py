"""Decides how the old site becomes the new one, and refuses when somebody else's file is in the way."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from archive.errors import PublishError
from archive.publish.paths import folded, folders_above
from archive.publish.swap import Journal


def plan(
    output: Path, staging: Path, staged: Collection[str], ours: Collection[str], stale: Collection[str]
) -> Journal:
    """The journal that puts the `staged` files from `staging` into `output` and takes the `stale` ones away.

    `ours` are the paths at which a file of the site before stands; `stale` are those of them that the new site lacks.
    Assets go first, then pages from the deepest up, the home page last: a page never links to one that is not there.
    Raises PublishError `output-foreign-file`, naming it, when a file that is not ours stands at a path we need.
    """
    leaving = {folded(path): path for path in stale}
    entrances = _entrances(output, staged, leaving)
    unseen = (path for path in staged if path not in ours and not entrances[_folder(path)])
    _refuse_foreign(output, staging, unseen, leaving)
    cleared = _in_the_way(staged, stale) if stale else set()
    return Journal(
        staging=staging.name,
        cleared=tuple(sorted(cleared)),
        moves=tuple(dict.fromkeys(entrances[_folder(path)] or path for path in sorted(staged, key=_turn))),
        removals=tuple(sorted(set(stale) - cleared)),
    )


def _entrances(output: Path, staged: Iterable[str], leaving: Mapping[str, str]) -> dict[str, str]:
    """By folder of a staged file: the topmost folder on the way to it that does not stand yet, or empty."""
    found = {"": ""}
    for folder in sorted({_folder(path) for path in staged}):
        for step in folders_above(folder + "/"):
            if step not in found:
                missing = found[_folder(step)]
                found[step] = missing or ("" if _stands(output, step, leaving) else step)
    return found


def _stands(output: Path, folder: str, leaving: Mapping[str, str]) -> bool:
    place = output / folder
    if place.is_dir() and not place.is_symlink():
        return True
    if (place.exists() or place.is_symlink()) and not _is_leaving(output, folder, leaving):
        raise PublishError("output-foreign-file", folder)
    return False


def _is_leaving(output: Path, path: str, leaving: Mapping[str, str]) -> bool:
    """Whether what stands at `path` is a stale file of ours; its name may differ in case where case does not count."""
    stale = leaving.get(folded(path))
    place = output / path
    return stale is not None and (stale == path or (place.exists() and place.samefile(output / stale)))


def _refuse_foreign(output: Path, staging: Path, unseen: Iterable[str], leaving: Mapping[str, str]) -> None:
    for path in unseen:
        place = output / path
        if place.is_dir() and not place.is_symlink():
            _refuse_foreign_inside(output, place, set(leaving.values()))
        elif not (_is_free(place, staging / path) or _is_leaving(output, path, leaving)):
            raise PublishError("output-foreign-file", path)


def _is_free(place: Path, staged: Path) -> bool:
    """A file that has our bytes already is in nobody's way."""
    return not place.is_symlink() and (not place.exists() or place.read_bytes() == staged.read_bytes())


def _refuse_foreign_inside(output: Path, place: Path, stale: Collection[str]) -> None:
    """A page may take the place of a folder when all in it was ours and is leaving."""
    expected = {step for path in stale for step in (path, *folders_above(path))}
    for inner in [*place.rglob("*"), place]:
        path = inner.relative_to(output).as_posix()
        if path not in expected:
            raise PublishError("output-foreign-file", path)


def _in_the_way(staged: Iterable[str], stale: Iterable[str]) -> set[str]:
    files = {folded(path) for path in staged}
    needed = files | {folder for path in files for folder in folders_above(path)}
    return {path for path in stale if folded(path) in needed or not files.isdisjoint(folders_above(folded(path)))}


def _turn(path: str) -> tuple[int, int, str]:
    if path == "index.html":
        return (2, 0, path)
    return (int(path.endswith((".html", ".xml"))), -path.count("/"), path)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
