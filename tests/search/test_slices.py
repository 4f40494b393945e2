"""An answer over many articles is worked out in slices, so that the page can do what else it has to."""

from typing import Any

import pytest

from archive.search.shard import Posting, close_shard, encode_list, list_of

pytestmark = pytest.mark.browser
MANY = 45_000
COUNTING = """async (shard) => {
    head = { articles: 45_000, shards: 1, common: '', latin: '', short: [] };
    const ask = askIndex;
    askIndex = async () => shard;
    let now = 0, slices = [];
    const [score, pause] = [scoreOf, breath];
    scoreOf = (...given) => { now++; return score(...given); };
    breath = () => { slices.push(now); now = 0; return pause(); };
    const { scores } = await answerTo('a b');
    await ordered(scores, () => { now++; return true; });
    [scoreOf, breath, askIndex] = [score, pause, ask];
    loaded.clear();
    return { most: Math.max(now, ...slices), limit: SLICE, found: scores.filter(Boolean).length };
}"""


def test_no_slice_has_more_articles_than_the_limit(reader: Any) -> None:
    found = {number: Posting(False, 1) for number in range(0, MANY, 2)}
    shard = close_shard("tu/0", {("a", "b"): encode_list(list_of(("a", "b"), found, MANY), MANY)})
    counted = reader.evaluate(COUNTING, [shard.keys, shard.lists])
    assert counted["found"] == len(found)
    assert counted["most"] <= counted["limit"] <= 10_000
