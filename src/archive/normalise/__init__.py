"""Mends what copying and old programs did to the letters and blanks of a text, and cuts it into lines."""

from archive.normalise.cleaning import normalise
from archive.normalise.fixes import FIXES

__all__ = ["FIXES", "normalise"]
