// Loads the files of the index, each once, as plain scripts: the only way that also works for a page on a disk.
(function () {
  'use strict';
  const search = (globalThis.archiveSearch = globalThis.archiveSearch || {});
  const waiting = new Map();
  const loaded = new Map();

  class IndexError extends Error {}

  /** Called by every file of the index. */
  search.take = function (name, numbering, ...values) {
    const wanted = waiting.get(name);
    if (!wanted) return;
    if (numbering === search.head.numbering) wanted.resolve(values);
    else wanted.reject(new IndexError('old'));
  };

  /** A file's values; the promise fails with IndexError "lost" or "old" (the page is older than the index, or newer). */
  function load(name) {
    if (!loaded.has(name)) loaded.set(name, ask(name));
    return loaded.get(name);
  }

  function ask(name) {
    return new Promise((resolve, reject) => {
      const lost = () => reject(new IndexError('lost'));
      waiting.set(name, { resolve, reject });
      const script = document.createElement('script');
      script.src = search.folder + name + '.js';
      script.onload = () => { lost(); script.remove(); };
      script.onerror = () => { lost(); script.remove(); };
      document.head.append(script);
    }).catch((error) => {
      loaded.delete(name);
      throw error;
    }).finally(() => waiting.delete(name));
  }

  const hash = (text) => {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
    return value >>> 0;
  };

  /** The shard of two neighbouring words without marks (the second empty for a word alone): twin of sharding.py. */
  function shardOf(first, second) {
    const { common, shards } = search.head;
    if (!second) return hash(first) % shards;
    const rarity = (word) => (common.has(word) ? 0 : hash(word));
    const [a, b] = [rarity(first), rarity(second)];
    if (!a && !b) return ((Math.imul(hash(first), 0x01000193) ^ hash(second)) >>> 0) % shards;
    return (a >= b ? hash(first) : hash(second)) % shards;
  }

  /** A shard: for two words without marks, the ways they are written and where their lists begin. */
  const opened = new Map();
  async function openShard(number) {
    if (!opened.has(number)) opened.set(number, read(await load('tu/' + number)));
    return opened.get(number);
  }

  function read([keys, lists]) {
    const shard = new Map();
    const reader = new BitReader(lists);
    for (const group of keys ? keys.split(';') : []) {
      const [first, ...seconds] = group.split(' ');
      for (const name of seconds) {
        const second = name === '_' ? '' : name;
        const key = search.plainOf(first) + ' ' + search.plainOf(second);
        if (!shard.has(key)) shard.set(key, []);
        shard.get(key).push({ first, second, list: readList(reader, !second) });
      }
    }
    return shard;
  }

  /** One list: the articles; which of them have the pair in the headline, the kicker or a unit; and its places in each. */
  function readList(reader, alone) {
    const count = reader.gamma(), headings = reader.gamma() - 1;
    const articles = readGaps(reader, count, riceWidth(search.head.articles, count));
    const heading = readGaps(reader, headings, headings ? riceWidth(count, headings) : 0);
    const places = alone ? null : Uint16Array.from(articles, () => readPlaces(reader, search.head.places));
    return { articles, heading, places };
  }

  /** Places as bits: one for each number modulo 16 (or 4); from the fifth on all are meant. */
  function readPlaces(reader, width) {
    let count = reader.zeros() + 1, bits = 0;
    if (count === 5) return 2 ** 2 ** width - 1;
    while (count-- > 0) bits |= 1 << reader.low(width);
    return bits;
  }

  function readGaps(reader, count, width) {
    const numbers = new Int32Array(count);
    for (let i = 0, last = -1; i < count; i++) numbers[i] = last += reader.rice(width) + 1;
    return numbers;
  }

  const riceWidth = (universe, count) => 31 - Math.clz32(Math.max(1, Math.floor((universe * 69) / (count * 100))));

  /** Reads the symbols of archive/search/bits.py. */
  class BitReader {
    constructor(base64) {
      this.bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      this.at = 0;
    }
    gamma() {
      const width = this.zeros();
      return 2 ** width + this.low(width);
    }
    rice(width) {
      const zeros = this.zeros();
      return zeros * 2 ** width + this.low(width);
    }
    zeros() {
      let count = 0;
      while (!this.bit()) count++;
      return count;
    }
    low(width) {
      let value = 0;
      while (width-- > 0) value = value * 2 + this.bit();
      return value;
    }
    bit() {
      if (this.at >= this.bytes.length * 8) throw new IndexError('lost');
      return (this.bytes[this.at >> 3] >> (7 - (this.at++ & 7))) & 1;
    }
  }

  /** The ways in which two words without marks are written, with their lists; none when no article has them. */
  async function lookup(first, second) {
    const shard = await openShard(shardOf(first, second));
    return shard.get(first + ' ' + second) || [];
  }

  /** The record of an article. */
  async function record(article) {
    const { shelf } = search.head;
    const [records] = await load('bai/' + Math.floor(article / shelf));
    const [path, headline, missing, date, units, byline] = records[article % shelf];
    return { article, path, headline, missing: !!missing, date, units, byline };
  }

  const filesAsked = () => loaded.size;
  const shelfIsLoaded = (article) => loaded.has('bai/' + Math.floor(article / search.head.shelf));

  Object.assign(search, { IndexError, load, lookup, record, filesAsked, shelfIsLoaded, shardOf });
})();
