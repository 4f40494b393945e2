"""Reads each article file: bytes, digest, encoding, front matter, text."""

from archive.source.listing import ArticleFiles, list_articles
from archive.source.reading import read

__all__ = ["ArticleFiles", "list_articles", "read"]
