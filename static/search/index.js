// Loads the files of the index, each once, as scripts: so also a page on a disk can.

const loaded = new Map();
let head, root, files; // asked for

// All files of the index call this.
globalThis.archiveSearch = { take: (name, ...given) => document.currentScript.take(...given) };

// A file's values; or the error "old", of another build, or "lost": it is asked for again the next time.
function load(name, ask = askIndex) {
	if (!loaded.has(name)) {
		files++;
		loaded.set(name, ask(name));
		loaded.get(name).catch(() => loaded.delete(name));
	}
	if (loaded.size > 64) loaded.delete([...loaded.keys()][0]); // a long session stays small
	return loaded.get(name);
}

function askIndex(name) {
	return new Promise((resolve, reject) => {
		const take = (numbering, ...values) => (numbering === head.numbering ? resolve(values) : reject(Error('old')));
		const script = element('script', { src: `${root}tim-kiem/${name}.js`, take });
		script.onload = script.onerror = () => {
			script.remove();
			reject(Error('lost'));
		};
		document.head.append(script);
	});
}

const shelfOf = (article) => `bai/${Math.floor(article / head.shelf)}`;

// An article's record: path, headline, what is told of it, first words. A folder's page is called as the headline.
async function recordOf(article) {
	const record = (await load(shelfOf(article)))[0][article % head.shelf].map(readable);
	if (!record[0].endsWith('.html')) record[0] += `/${formsOf(wordsOf(record[1])).map(plainOf).join('-').match(/.{1,60}(?=-|$)/)[0]}.html`;
	return record;
}

// A text of a record, in letters that browsers keep in one byte: the twin of latin.py.
const readable = (text) => text.replace(/[\x80-\x9f]/g, (sign) => head.signs[sign.charCodeAt() - 128]).normalize('NFC');

// The lists that a file has of the ways two neighbours are written; `_` follows a lone word.
async function lookup(folder, { file, first, second }) {
	const [keys, base64] = await load(`${folder}/${file}`), bits = new BitReader(atob(base64)), found = [];
	await breath(); // several may wait for one file
	for (const group of keys.split(';')) {
		const [written, ...followers] = group.split(' '), alike = agreement(first, written);
		for (const follower of followers) {
			const end = bits.gamma() + bits.at, agrees = alike && Math.min(alike, agreement(second, follower));
			if (agrees) found.push({ agrees, ...await readList(bits, end) });
			bits.at = end;
		}
	}
	return found;
}

const PRIME = 16777619;

// FNV-1a, 32 bits, over UTF-8.
const hash = (text) => new TextEncoder().encode(text).reduce((value, byte) => Math.imul(value ^ byte, PRIME), 0x811c9dc5) >>> 0;

// The shard of two neighbours: the twin of sharding.py.
function shardOf(...words) {
	const plain = words.map(plainOf), rare = plain.filter((word) => !isAmong(head.common, word));
	return (rare[0] ? Math.max(...rare.map(hash)) : (Math.imul(hash(plain[0]), PRIME) ^ hash(plain[1])) >>> 0) % head.shards;
}

const ANYWHERE = 65535;

// A list: articles; which have the pair in their heading; places, if told. Of a long one the shard has but the count.
async function readList(bits, end) {
	const count = bits.gamma();
	if (bits.at === end) return { long: count, articles: [] };
	const headings = bits.gamma() - 1, articles = readGaps(bits, count, head.articles), heading = new Set(readGaps(bits, headings, count));
	if (count > SLICE) await breath();
	return { long: 0, articles, heading, places: articles.map(() => (bits.at < end ? readPlaces(bits) : ANYWHERE)) };
}

function readGaps(bits, count, limit, last = -1) {
	const width = 31 - Math.clz32(Math.max(1, limit * 69 / (count * 100)));
	return Int32Array.from({ length: count }, () => (last += bits.rice(width) + 1));
}

// Places modulo 16, as bits; five mean all.
function readPlaces(bits) {
	let count = bits.zeros() + 1, places = 0;
	if (count > 4) return ANYWHERE;
	while (count--) places |= 1 << bits.low(4);
	return places;
}

// Reads the symbols of bits.py, many bits at a time.
class BitReader {
	at = 0;
	constructor(bytes) { this.bytes = bytes; }
	gamma() { return this.rice(this.zeros(), 1); }
	rice(width, zeros = this.zeros()) { return zeros * 2 ** width + this.low(width); }
	zeros() {
		const run = Math.min(24, Math.clz32(this.ahead())), ends = run < 24;
		this.at += run + ends;
		return ends ? run : run + this.zeros();
	}
	low(width) {
		const value = this.ahead() >>> 1 >>> (31 - width);
		this.at += width;
		return value;
	}
	// The next bits, at least 25, at the top of 32.
	ahead() {
		const { bytes, at } = this, first = at >> 3, byte = (n) => bytes.charCodeAt(first + n);
		if (first > bytes.length) throw Error('lost');
		return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) << (at & 7);
	}
}
