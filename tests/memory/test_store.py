"""Texts that are stored come back as they were, or not at all."""

from pathlib import Path

import pytest
from msgspec import structs

from archive.model.article import Article
from archive.model.entry import NOWHERE, ArticleText, Entry, Stored
from archive.model.record import Record
from archive.store import Lines, Parcel, Store, StoreDamagedError

BLANK = Entry("", None, (), (), "", False, "", "article", "", False)


def article(number: int) -> tuple[Article, Entry, Parcel]:
    """An article to be stored."""
    record = Record(f"{number}.txt")
    entry = structs.replace(BLANK, file=record.file)
    lines = Lines(b'{"n":%d' % number, b"%d" % number)
    text = ArticleText(record, f"Mở đầu {number}", "<p>Bài</p>".encode() * number)
    return Article(record, digest=""), entry, Parcel(lines, text, b"words of %d" % number)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def stored(store: Store) -> list[Entry]:
    """Five articles in two packs."""
    filed = [*store.write(map(article, range(3))), *store.write(map(article, range(3, 5)))]
    return [one.entry for one in filed]


def text_of(store: Store, place: Stored) -> ArticleText:
    """The text that lies in a place."""
    with store.reading() as reader:
        return reader.text(place)


def test_what_was_stored_comes_back(store: Store, stored: list[Entry]) -> None:
    assert all(entry.stored != NOWHERE for entry in stored)
    assert [text_of(store, entry.stored) for entry in stored] == [article(number)[2].text for number in range(5)]


def test_lines_and_words_come_back_in_the_order_asked_for(store: Store, stored: list[Entry]) -> None:
    order = [4, 0, 3, 2, 1]
    found = list(store.lines([stored[number].stored for number in order]))
    assert found == [article(number)[2].lines for number in order]
    words = list(store.search([stored[number].stored for number in order]))
    assert words == [article(number)[2].search for number in order]


def test_packs_that_nothing_lies_in_any_more_are_thrown_away(store: Store, stored: list[Entry]) -> None:
    store.keep({stored[4].stored.pack})
    assert text_of(store, stored[4].stored) == article(4)[2].text
    with pytest.raises(StoreDamagedError):
        text_of(store, stored[0].stored)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_pack_that_was_cut_is_noticed(store: Store, stored: list[Entry], tmp_path: Path, share: float) -> None:
    pack = tmp_path / stored[4].stored.pack
    pack.write_bytes(pack.read_bytes()[: int(pack.stat().st_size * share)])
    with pytest.raises(StoreDamagedError):
        [text_of(store, stored[4].stored), *store.search([stored[4].stored])]


def test_every_byte_that_is_another_is_noticed(store: Store, tmp_path: Path) -> None:
    (filed,) = store.write([article(1)])
    entry = filed.entry
    pack = tmp_path / entry.stored.pack
    whole = pack.read_bytes()
    for place in range(len(whole)):
        pack.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(StoreDamagedError):
            [*store.lines([entry.stored]), text_of(store, entry.stored), *store.search([entry.stored])]
