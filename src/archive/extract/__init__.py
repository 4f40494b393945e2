"""Finds the fields of an article in its lines: an ordered table of rules, one module a field."""

from archive.extract.review import REVIEW_REASONS
from archive.extract.rules import RULES, extract
from archive.extract.vocabulary import Vocabulary, load_vocabulary

__all__ = ["REVIEW_REASONS", "RULES", "Vocabulary", "extract", "load_vocabulary"]
