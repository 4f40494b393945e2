"""What can be searched, and the index files: plain scripts that any static host, or a disk, hands to the reader."""

from archive.search.analysis import analyse
from archive.search.building import Head, build_index
from archive.search.document import Listing, SearchDocument

__all__ = ["Head", "Listing", "SearchDocument", "analyse", "build_index"]
