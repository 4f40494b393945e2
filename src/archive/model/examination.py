"""One article at every stage, for whoever asks how its record came about."""

from msgspec import Struct

from archive.model.article import Article
from archive.model.extraction import Extraction
from archive.model.source import SourceText
from archive.model.text import CleanText


class Examination(Struct, frozen=True):
    """One article: as it was read, cleaned, understood, and settled with what a person wrote."""

    source: SourceText
    text: CleanText
    extraction: Extraction
    article: Article
