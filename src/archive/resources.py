"""Finds the files that come with the program: templates, style, vocabulary."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def packaged(name: str) -> Path:
    """The folder `templates` or `static` that came with the program: in the package, or beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parents[1] / name


def layered(name: str, root: Path) -> tuple[Path, ...]:
    """The folders of that name to look in: the project's own before the program's."""
    own = root / name
    return (own, packaged(name)) if own.is_dir() and not own.samefile(packaged(name)) else (packaged(name),)
