"""Lists of articles come back from their bits as they were, and both sides look for a word in the same shard."""

import random
from typing import Any

import numpy as np
import pytest

from archive.search.forms import form, plain
from archive.search.shard import (
    Posting,
    close_shard,
    decode_list,
    encode_list,
    list_of,
    open_shard,
    places_text,
    read_shard,
    shard_file,
    without_articles,
)
from archive.search.sharding import common_words, shard_of

ARTICLES = 1000


def any_list(source: random.Random, places: bool) -> dict[int, Posting]:
    numbers = source.sample(range(ARTICLES), source.choice([1, 2, 7, 60, 999]))
    return {
        n: Posting(source.random() < 0.2, source.choice([1, 2, 8, 3, 7, 15, 65535]) if places else 65535)
        for n in numbers
    }


def test_a_list_comes_back_as_it_was() -> None:
    source = random.Random(1)
    for second in ("ủy", "") * 20:
        pair = ("đảng", second)
        found = any_list(source, bool(second))
        one = list_of(pair, found, ARTICLES)
        assert decode_list(encode_list(one, ARTICLES), ARTICLES) == one


def test_a_list_of_a_large_site_comes_back_as_it_was() -> None:
    pair = "đảng", "ủy"
    found = {n: Posting(n % 7 == 0, n % 15 + 1 if n % 15 + 1 != 15 else 1) for n in range(0, 90_000, 11)}
    one = list_of(pair, found, 90_000)
    assert decode_list(encode_list(one, 90_000), 90_000) == one


def test_from_the_fifth_place_on_all_are_meant() -> None:
    assert places_text(0b11111) == places_text(0xFFFF)


def test_a_shard_comes_back_as_it_was() -> None:
    lists = {("an", ""): "101", ("an", "mâu~"): "0", ("hue", ""): "1110001"}
    assert open_shard(close_shard("tu/4", lists)) == lists


def test_the_worked_example_of_the_description_is_right(project: Any) -> None:
    pair = ("đang?", "uy?")
    found = {0: Posting(True, 1 << 3), 6: Posting(False, 1 << 9)}
    bits = encode_list(list_of(pair, found, 8), 8)
    description = (project / "docs" / "search.md").read_text("utf-8")
    for lists in (bits, without_articles(bits)):
        assert shard_file(close_shard("tu/0", {pair: lists}), "5f3a9c01").content.decode().strip() in description


def test_a_file_of_lists_is_ascii_and_comes_back() -> None:
    shard = close_shard("tu/0", {("đang?", "uy?"): "101"})
    assert shard_file(shard, "5f3a9c01").content.isascii()
    assert read_shard(shard_file(shard, "5f3a9c01").content) == shard


@pytest.mark.browser
def test_python_and_the_reader_look_in_the_same_shard(reader: Any) -> None:
    source = random.Random(2)
    words = [
        *sorted(common_words())[:40],
        *(plain(form(w)) for w in ("khuê", "mẫu", "zeppelin", "2014", "gỗ", "字", "straße")),
    ]
    pairs = [(source.choice(words), source.choice([*words, ""])) for _ in range(500)]
    reader.evaluate("common => { head = { shards: 64, common }; }", " ".join(sorted(common_words())))
    found = reader.evaluate("pairs => pairs.map(([a, b]) => shardOf(a, b || '_'))", pairs)
    assert found == [shard_of(first, second, 64) for first, second in pairs]


@pytest.mark.browser
def test_the_reader_reads_a_list_as_python_wrote_it(reader: Any) -> None:
    source = random.Random(3)
    found = any_list(source, places=True)
    lists = {("a", ""): "1", ("a", "b"): encode_list(list_of(("a", "b"), found, ARTICLES), ARTICLES)}
    shard = close_shard("tu/0", lists)
    reader.evaluate("n => { head = { articles: n, shards: 1, common: '' }; }", ARTICLES)
    script = """async (shard) => {
        const ask = askIndex;
        askIndex = async () => shard;
        const [list] = await lookup('tu', { file: 0, first: 'a', second: 'b' });
        askIndex = ask;
        loaded.clear();
        return [[...list.articles], [...list.heading], [...list.places]]; }"""
    articles, heading, places = reader.evaluate(script, [shard.keys, shard.lists])
    assert articles == sorted(found)
    assert [articles[n] for n in heading] == [n for n in sorted(found) if found[n].heading]
    many = [65535 if found[n].places.bit_count() > 4 else found[n].places for n in sorted(found)]
    assert places == many
    assert np.array(places).max() <= 65535
