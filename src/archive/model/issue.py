"""What a person should know about a file: one issue is one sentence in the report."""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]
"""An error keeps its article off the site until it is mended; a warning does not."""


class Issue(Struct, frozen=True):
    """Something to look at, and where it stands."""

    code: str
    """The name of its sentence in `archive.wording`, such as `front-matter-unknown-key`."""
    file: str
    """Path of the file as given, with forward slashes."""
    line: int = 0
    """1-based line of the file; 0 when the whole file is meant."""
    severity: Severity = "warning"
    values: dict[str, str] = {}
    """What the sentence names: the key, the text that stood there, the remedy's example."""
