"""The memory tells only what it can be sure of."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec import Raw, msgpack, structs

from archive.digests import digest_of_all, digest_of_files, file_digest
from archive.knowledge import Knowledge
from archive.ledger import FEW, Written
from archive.memory import (
    MOST_PACKS,
    Contents,
    Memory,
    Printed,
    Searched,
    Source,
    open_memory,
    program_digest,
    read_contents,
    spellings_digest,
    stamp_of,
    words_digest,
    write_contents,
)
from archive.model.entry import Filed
from archive.model.order import Order, Part
from archive.model.report import BuildReport
from archive.publish import KeptFile, Stamp
from archive.resources import files_in
from archive.store import Pack, Store, StoreDamagedError

LONG_AFTER = 2**62
KNOWN = "a digest that no file has"
NO_WORDS = Knowledge()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article that was written long ago."""
    file = tmp_path / "a.txt"
    file.write_text("Mở đường", "utf-8")
    return file


def remembering(folder: Path, article: Path, looked: int = LONG_AFTER) -> Memory:
    """A memory that looked at the article at that moment, and knows it by a digest of its own."""
    source = Source(stamp_of(str(article)), KNOWN)
    write_contents(folder / "memory", Contents(program_digest(), looked, sources={"a.txt": source}))
    return Memory(folder)


def digest_seen(memory: Memory, article: Path) -> str:
    """The digest by which the memory knows the article now."""
    return memory.look(article.parent, ["a.txt"])["a.txt"].digest


@pytest.mark.skipif(os.name != "posix", reason="no change times")
def test_a_file_that_no_one_touched_is_not_read_again(tmp_path: Path, article: Path) -> None:
    assert digest_seen(remembering(tmp_path, article), article) == KNOWN


def test_a_file_that_changed_just_before_it_was_looked_at_is_read_again(tmp_path: Path, article: Path) -> None:
    just_then = article.stat().st_ctime_ns + 1
    assert digest_seen(remembering(tmp_path, article, just_then), article) == file_digest(article)


def test_a_file_with_its_old_time_and_size_put_back_is_read_again(tmp_path: Path, article: Path) -> None:
    memory, times = remembering(tmp_path, article), article.stat()
    article.write_text("Mở đương", "utf-8")
    os.truncate(article, times.st_size)
    os.utime(article, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (article.stat().st_size, article.stat().st_mtime_ns) == (times.st_size, times.st_mtime_ns)
    assert digest_seen(memory, article) == file_digest(article)


def test_a_file_that_is_new_has_no_digest_yet(tmp_path: Path, article: Path) -> None:
    assert digest_seen(Memory(tmp_path), article) == ""


def test_a_file_that_is_gone_is_not_seen(tmp_path: Path, article: Path) -> None:
    memory = remembering(tmp_path, article)
    article.unlink()
    assert memory.look(tmp_path, ["a.txt"]) == {}


def test_what_another_program_remembered_is_forgotten(tmp_path: Path, article: Path) -> None:
    remembering(tmp_path, article)
    contents = structs.replace(read_contents(tmp_path / "memory"), program="another")
    write_contents(tmp_path / "memory", contents)
    assert read_contents(tmp_path / "memory").sources == {}


def test_every_byte_of_the_memory_that_is_another_is_noticed(tmp_path: Path, article: Path) -> None:
    remembering(tmp_path, article)
    whole = (tmp_path / "memory").read_bytes()
    for place in range(len(whole)):
        (tmp_path / "memory").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_contents(tmp_path / "memory").sources == {}, place


@pytest.mark.parametrize("share", [0.0, 0.1, 0.9])
def test_a_memory_that_was_cut_is_forgotten(tmp_path: Path, article: Path, share: float) -> None:
    remembering(tmp_path, article)
    whole = (tmp_path / "memory").read_bytes()
    (tmp_path / "memory").write_bytes(whole[: int(share * len(whole))])
    assert read_contents(tmp_path / "memory").sources == {}


def test_a_page_is_kept_only_while_it_stands_as_it_was_made_from_what_it_was_made_of(tmp_path: Path) -> None:
    names = ("kept", "other-key", "spoiled", "gone")
    pages = Store(tmp_path).put(msgpack.encode({name: Printed.of(order(name, "k"), "d") for name in names}))
    write_contents(tmp_path / "memory", Contents(program_digest(), style="s", pages=Written((pages,))))
    orders = [order(name, "l" if name == "other-key" else "k") for name in (*names, "new")]
    standing = {"kept": KeptFile(1, "d"), "other-key": KeptFile(1, "d"), "spoiled": KeptFile(1, "e")}
    assert Memory(tmp_path).kept(orders, "s", standing) == {"kept": KeptFile(1, "d")}
    assert Memory(tmp_path).kept(orders, "another style", standing) == {}


def order(path: str, key: str) -> Order:
    """The order of the page at a path, made from what has that key."""
    return Order(path, "list.html", "", None, key, Part("", 0, 0))


def test_a_part_of_the_memory_that_was_damaged_is_noticed(tmp_path: Path) -> None:
    pack = Store(tmp_path).put(msgpack.encode({}))
    write_contents(tmp_path / "memory", Contents(program_digest(), style="s", pages=Written((pack,))))
    (tmp_path / pack.name).write_bytes(msgpack.encode({"a": 1}))
    with pytest.raises(StoreDamagedError):
        Memory(tmp_path).kept([order("a", "k")], "s", {"a": KeptFile(1, "d")})


def test_where_nothing_can_be_remembered_a_build_remembers_in_passing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with open_memory(tmp_path / "file" / "below") as memory:
        assert memory.store.folder.is_dir()
        passing = memory.store.folder
    assert not passing.exists()


def test_the_memory_keeps_itself_out_of_git(tmp_path: Path) -> None:
    with open_memory(tmp_path / "m"):
        assert (tmp_path / "m" / ".gitignore").read_text("utf-8") == "*\n"


def test_a_digest_tells_where_one_part_ends_and_the_next_begins() -> None:
    assert digest_of_all([b"ab", b"c"]) != digest_of_all([b"a", b"bc"]) != digest_of_all([b"abc"])


def test_the_digest_of_files_changes_with_each_path_and_each_byte() -> None:
    first, renamed, written = {"sub/a.html": b"x"}, {"sub/b.html": b"x"}, {"sub/b.html": b"y"}
    assert len({digest_of_files(files.items()) for files in (first, renamed, written)}) == 3


def test_files_are_found_in_order_with_their_paths_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for path in ("sub/a.html", "b.html", "a.txt"):
        (tmp_path / path).write_text(path, "utf-8")
    assert [*files_in(tmp_path, (".html",))] == [("b.html", b"b.html"), ("sub/a.html", b"sub/a.html")]
    assert [path for path, _ in files_in(tmp_path)] == ["a.txt", "b.html", "sub/a.html"]


def test_when_many_packs_have_gathered_all_is_read_again(tmp_path: Path, article: Path) -> None:
    digest = file_digest(article)
    entries = Store(tmp_path).put(msgpack.encode({"a.txt": Filed(digest, "p", True, False, (), {}, Raw(b"\x90"))}))
    known = Contents(
        program_digest(),
        words=words_digest(NO_WORDS),
        spellings=spellings_digest(NO_WORDS),
        entries=Written((entries,)),
    )
    write_contents(tmp_path / "memory", known)
    sources = {"a.txt": Source(stamp_of(str(article)), digest)}
    for number in range(MOST_PACKS - 1):
        (tmp_path / f"pack-{number}").touch()
    assert Memory(tmp_path).entries(sources, NO_WORDS).keys() == {"a.txt"}
    (tmp_path / "pack-more").touch()
    assert Memory(tmp_path).entries(sources, NO_WORDS) == {}


def remembered(folder: Path, digests: Mapping[str, str]) -> tuple[Pack, ...]:
    """The packs of the entries, once a build has found articles with these digests."""
    memory = Memory(folder)
    sources = {name: Source(Stamp(1, 1, 1, 1), digest) for name, digest in digests.items()}
    fresh = {name: Filed(digest, "p", True, False, (), {}, Raw(b"\x90")) for name, digest in digests.items()}
    memory.remember(
        knowledge=NO_WORDS,
        inputs="i",
        outcome="o",
        report=BuildReport(1, 1, 0, 1, 0, {}, 0, 0),
        sources=sources,
        entries=fresh | memory.entries(sources, NO_WORDS),
        pages={},
        searched=Searched(),
        style="s",
        layout="l",
    )
    kept = Memory(folder).entries(sources, NO_WORDS)
    assert {name: entry.digest for name, entry in kept.items()} == digests
    return read_contents(folder / "memory").entries.packs


def test_many_articles_are_put_into_several_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.ledger.PACKED", 30)
    assert len(remembered(tmp_path, {f"{number}.txt": str(number) for number in range(100)})) == 4


def test_few_changes_are_told_beside_what_was_written_and_many_written_anew(tmp_path: Path) -> None:
    articles = {f"{number}.txt": "as it was" for number in range(2 * FEW)}
    names = sorted(articles)
    first = remembered(tmp_path, articles)
    assert remembered(tmp_path, articles | {names[0]: "corrected"}) == first
    assert remembered(tmp_path, articles | {names[0]: "corrected", names[1]: "as well"}) == first
    assert remembered(tmp_path, articles) == first
    assert remembered(tmp_path, articles | {"new.txt": "one more"}) != first
    assert remembered(tmp_path, dict.fromkeys(names, "all others")) != first
