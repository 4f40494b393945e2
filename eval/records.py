"""Prints the records of article files, one JSON object a line: `python eval/records.py PATH...`."""

import sys
from pathlib import Path

import msgspec

from archive.extract import extract
from archive.normalise import normalise


def main(paths: list[str]) -> int:
    """Prints a record for each path; a folder stands for the text files below it."""
    for path in (found for given in paths for found in _files(Path(given))):
        text = (path.with_suffix(".expected") if path.with_suffix(".expected").exists() else path).read_bytes()
        clean = normalise(path.as_posix(), text.decode("utf-8").replace("\r\n", "\n"), 1, markdown=False)
        print(msgspec.json.encode(extract(clean).found).decode())
    return 0


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.txt")) if path.is_dir() else [path]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
