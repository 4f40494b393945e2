"""Types only: those that cross a border between stages."""
