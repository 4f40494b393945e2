"""Plans the site: addresses, indexes, neighbours, the list of every page there will be."""

from archive.site.plan import plan

__all__ = ["plan"]
