"""Facts of the country: its administrative names before and after 1 July 2025. Below every stage, like the language."""

from archive.places.lookup import above, find, predecessors, successors
from archive.places.naming import family, is_commune, mentions, named, seat
from archive.places.place import Era, Level, Place
from archive.places.sentences import sentence

__all__ = [
    "Era",
    "Level",
    "Place",
    "above",
    "family",
    "find",
    "is_commune",
    "mentions",
    "named",
    "predecessors",
    "seat",
    "sentence",
    "successors",
]
