"""Keeps the text of articles on disk while the site is planned: in packs, so that memory stays small."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from msgspec import Struct, msgpack, structs

from archive.model.entry import ArticleText, Entry, Stored

_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(ArticleText).decode


class Store(Struct, frozen=True):
    """A folder of packs."""

    folder: Path

    def write(self, articles: Iterable[tuple[Entry, ArticleText]]) -> list[Entry]:
        """The entries, each knowing where its text now lies: in a new pack of their own."""
        entries = []
        offset = 0
        with NamedTemporaryFile("wb", dir=self.folder, delete=False) as file:
            pack = Path(file.name).name
            for entry, text in articles:
                content = _encode(text)
                file.write(content)
                entries.append(structs.replace(entry, stored=Stored(pack, offset, len(content))))
                offset += len(content)
        return entries

    def read(self, stored: Stored) -> ArticleText:
        """The text that lies there."""
        with (self.folder / stored.pack).open("rb") as file:
            file.seek(stored.offset)
            return _decode(file.read(stored.size))
