"""A file of the site, ready to be written."""

from msgspec import Struct


class OutputFile(Struct, frozen=True):
    """One file of the output folder."""

    path: str
    """Path below the output folder, with forward slashes."""
    content: bytes
    origin: str
    """What it was made from, for the message when two files want one path."""
