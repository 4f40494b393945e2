"""Reads each article file: bytes, digest, encoding, front matter, text."""

from archive.source.reading import read

__all__ = ["read"]
