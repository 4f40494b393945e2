"""What can be searched, and the index files: plain scripts that any static host, or a disk, hands to the reader."""

from archive.search.analysis import analyse
from archive.search.building import Head, Index, build_index, list_files, update_index
from archive.search.changes import Change, Standing
from archive.search.document import Listing, SearchDocument, document_of, listings_of
from archive.search.reader import head_json, reader_script
from archive.search.records import numbering_of

__all__ = [
    "Change",
    "Head",
    "Index",
    "Listing",
    "SearchDocument",
    "Standing",
    "analyse",
    "build_index",
    "document_of",
    "head_json",
    "list_files",
    "listings_of",
    "numbering_of",
    "reader_script",
    "update_index",
]
