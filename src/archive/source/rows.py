"""Reads the lines of an article file as a person sees them, the front matter with them."""

from pathlib import Path

from archive.vietnamese.encodings import decode


def rows(path: Path) -> tuple[str, ...]:
    """Every line of the file without its end; none when it cannot be read or is no text."""
    try:
        decoded = decode(path.read_bytes())
    except OSError:
        return ()
    return tuple(decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) if decoded else ()
