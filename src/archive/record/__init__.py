"""Lays front matter over what was found: what a person wrote wins, key by key."""

from archive.record.doubts import doubts, without_doubtful
from archive.record.drift import drift
from archive.record.settling import settle

__all__ = ["doubts", "drift", "settle", "without_doubtful"]
