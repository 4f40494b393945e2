// Loads the files of the index, each once, as plain scripts: the only way that also works for a page on a disk.

/** Why the index cannot answer: "lost" when a file does not come, "old" when page and index are of different builds. */
class IndexError extends Error {}

let head, root;
const waiting = new Map(), loaded = new Map(), shards = new Map();

/** Every file of the index calls this with its values. */
globalThis.archiveSearch = {
  take(name, numbering, ...values) {
    const wanted = waiting.get(name);
    if (wanted && numbering === head.numbering) wanted.resolve(values);
    else if (wanted) wanted.reject(new IndexError('old'));
  },
};

/** The values of a file of the index. */
function load(name) {
  if (!loaded.has(name)) loaded.set(name, ask(name));
  return loaded.get(name);
}

function ask(name) {
  const script = document.createElement('script');
  return new Promise((resolve, reject) => {
    waiting.set(name, { resolve, reject });
    script.src = `${root}tim-kiem/${name}.js`;
    script.onload = script.onerror = () => reject(new IndexError('lost')); // changes nothing once it was resolved
    document.head.append(script);
  }).catch((error) => {
    loaded.delete(name);
    throw error;
  }).finally(() => {
    waiting.delete(name);
    script.remove();
  });
}

/** The record of an article: path, headline, whether that is only its first words, date, units, byline. */
async function recordOf(article) {
  const [records] = await load(shelfOf(article));
  return records[article % head.shelf];
}

const shelfOf = (article) => `bai/${Math.floor(article / head.shelf)}`;

/** The ways in which two words without marks are written, with their lists; none when no article has them. */
async function lookup(first, second) {
  const number = shardOf(first, second), values = await load(`tu/${number}`);
  if (!shards.has(number)) shards.set(number, openShard(...values));
  const found = shards.get(number).get(`${first} ${second}`) || [];
  return found.map(({ bits, at, ...written }) => ({ ...written, ...readList(new BitReader(bits, at), !second) }));
}

/** The shard of two neighbouring words without marks, the second empty for a word alone: the twin of sharding.py. */
function shardOf(first, second) {
  if (!second) return hash(first) % head.shards;
  const [a, b] = [first, second].map((word) => (head.common.has(word) ? 0 : hash(word)));
  const owner = a || b ? Math.max(a, b) : (Math.imul(hash(first), 0x01000193) ^ hash(second)) >>> 0;
  return owner % head.shards;
}

/** FNV-1a, 32 bits, over UTF-8. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

/** A shard as a map from two words without marks to the ways in which they are written and where their lists begin. */
function openShard(keys, base64) {
  const shard = new Map(), bits = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)), reader = new BitReader(bits, 0);
  for (const group of keys ? keys.split(';') : []) {
    const [first, ...seconds] = group.split(' ');
    for (const name of seconds) {
      const second = name === '_' ? '' : name, key = `${plainOf(first)} ${plainOf(second)}`, length = reader.gamma();
      if (!shard.has(key)) shard.set(key, []);
      shard.get(key).push({ first, second, bits, at: reader.at });
      reader.at += length;
    }
  }
  return shard;
}

/** One list: the articles; which of them have the pair in the headline, the kicker or a unit; and its places in each. */
function readList(reader, alone) {
  const count = reader.gamma(), headings = reader.gamma() - 1;
  const articles = readGaps(reader, count, riceWidth(head.articles, count));
  const heading = readGaps(reader, headings, riceWidth(count, headings || 1));
  const places = Uint16Array.from(articles, () => (alone || count < head.placed ? 65535 : readPlaces(reader, head.places)));
  return { articles, heading, places };
}

function readGaps(reader, count, width) {
  let last = -1;
  return Int32Array.from({ length: count }, () => (last += reader.rice(width) + 1));
}

/** Places as bits, one for each number modulo 16 (or 4); five or more stand for all. */
function readPlaces(reader, width) {
  const count = reader.zeros() + 1;
  let bits = count === 5 ? 2 ** 2 ** width - 1 : 0;
  for (let i = 0; i < count && count < 5; i++) bits |= 1 << reader.low(width);
  return bits;
}

const riceWidth = (universe, count) => 31 - Math.clz32(Math.max(1, Math.floor((universe * 69) / (count * 100))));

/** Reads the symbols of archive/search/bits.py. */
class BitReader {
  constructor(bytes, at) {
    Object.assign(this, { bytes, at });
  }
  gamma() {
    return this.rice(this.zeros(), 1);
  }
  rice(width, zeros = this.zeros()) {
    return zeros * 2 ** width + this.low(width);
  }
  zeros() {
    let count = 0;
    while (!this.low(1)) count++;
    return count;
  }
  low(width) {
    let value = 0;
    for (const end = this.at + width; this.at < end; this.at++) {
      const byte = this.bytes[this.at >> 3];
      if (byte === undefined) throw new IndexError('lost');
      value = (value << 1) | ((byte >> (7 - (this.at & 7))) & 1);
    }
    return value;
  }
}
