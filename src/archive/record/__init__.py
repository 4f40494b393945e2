"""Lays front matter over what was found: what a person wrote wins, key by key."""

from archive.record.settling import settle

__all__ = ["settle"]
