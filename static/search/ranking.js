// Finds the articles that answer a query, best first.

// Grades: the words side by side; all, apart; with other marks; some.
const PHRASE = 4e6, WORDS = 3e6, OTHER_MARKS = 2e6, SOME = 1e6;
// A pair's worth, by agreement; one more in the heading.
const WORTH = [0, 1, 100, 5000], AGREES = 100;
const FEW = 6, MORE = 16; // articles asked for their text, before all is read and after
const SLICE = 10_000; // articles, then the page breathes

async function inSlices(list, work) {
	for (let i = 0; i < list.length; i++) {
		work(i);
		if (i % SLICE === SLICE - 1) await breath();
	}
}

function breath() { return globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done)); }

// All scores; the `readings` behind them, and whether as `keys`; `quoted` phrases known nearly; whether `all` is read.
async function answerTo(query, inFull) {
	const { free, quoted, excluded } = parse(query), phrases = [...quoted, ...excluded].map((words) => searchFor({ readings: [words] }));
	await Promise.all(phrases.map(seekPhrase));
	const found = free[0] ? await searchFree(free, inFull) : { readings: [], scores: quoted[0] ? phrases[0].scores : [], all: true };
	await inSlices(found.scores, (article) => {
		if (!phrases.every(({ scores }, i) => scores[article] >= PHRASE === i < quoted.length)) found.scores[article] = 0;
	});
	return { ...found, looked: [], readings: [...quoted, ...found.readings], quoted: quoted.filter((words) => words[2]).map((words) => [words]) };
}

// The first group of readings by which some article has the phrase, else all words; or the first.
async function searchFree(typed, inFull) {
	const searches = readingsOf(typed, head).map(searchFor);
	for (const grade of [PHRASE, WORDS]) for (const search of searches) {
		await (inFull || grade < PHRASE ? seekWords : seekPhrase)(search);
		if (reach(search, grade)) return search;
	}
	return searches[0];
}

const reach = ({ scores }, grade) => scores.some((score) => score >= grade);

// Each article's best score by any reading of a group; `looked` are the parts of each.
const searchFor = (group) => ({ ...group, looked: group.readings.map(partsOf), scores: new Uint32Array(head.articles) });

// Looks up more, till surely some article has the phrase, or none.
async function seekPhrase(search) {
	for (let step = 0; !search.sure && !search.all; step++) await look(search, step);
}

async function seekWords(search) {
	await look(search, ALL);
	if (!reach(search, WORDS)) await look(search, ALONE);
}

async function look(search, step) {
	const { looked, scores } = search, asked = askedFor(looked, step), found = [];
	if (!asked[0]) return;
	await Promise.all(asked.map((part) => weigh(part, step >= RARER)));
	search.all = looked.flat().every(({ whole, besides }) => whole || besides);
	await inSlices(scores, (article) => {
		scores[article] = looked.reduce((best, parts) => Math.max(best, scoreOf(parts, article, search.all)), 0);
		if (scores[article] >= PHRASE) found.push(article);
	});
	search.sure = found.length <= (search.all ? 2 * MORE : FEW);
	if (search.sure) await verify(found, search);
}

// What can be looked up of a reading: its pairs, and `besides` each word alone.
function partsOf(words) {
	const exact = !same(words, words.map(plainOf)); // no marks typed: any
	const part = (first, second, at, besides) => ({ first, second, at, besides, exact, file: shardOf(first, second) });
	const pairs = words.slice(1).map((second, at) => part(words[at], second, at));
	return [...pairs, ...words.map((word, at) => part(word, '_', at, pairs.length))];
}

// Steps: pairs that will do for a phrase; all of the shortest reading; the rarest of the long; all; words alone.
const RARER = 2, ALL = 3, ALONE = 4;

// What a step looks up: first in the files of every second pair, likely the rare ones between words.
function askedFor(readings, step) {
	if (step === RARER) return readings.flat().filter(({ long, worths }) => long && !worths).sort((one, other) => one.long - other.long).slice(0, 2);
	const files = new Set(), open = readings.map((parts) => parts.filter(({ besides }) => step === ALONE || !besides));
	for (const parts of open.sort((one, other) => one.length - other.length)) {
		if (step < ALL && parts.some(({ file }) => files.has(file))) continue;
		parts.forEach(({ file }, i) => (step || i % 2 || !parts[1]) && files.add(file));
	}
	return open.flat().filter(({ whole, file }) => !whole && files.has(file));
}

// Asks the best articles: of over two words the index is not sure that they have a phrase.
async function verify(found, { readings, scores, all }) {
	if (!readings.some((words) => words[2])) return;
	found.sort((one, other) => scores[other] - scores[one]);
	await Promise.all(found.slice(0, MORE).map(async (article) => {
		if (!await hasPhrases(article, [readings])) scores[article] = all && scores[article] - SOME;
	}));
}

// Gives a part its worths, and its places from where the query would begin; `long` counts articles not read.
async function weigh(part, inFull) {
	const { exact, at } = part, lists = await lookup('tu', part), isLong = lists.some(({ long }) => long);
	part.whole = inFull || !isLong;
	part.long = lists.reduce((sum, { long, agrees }) => sum + (agrees > 1 && long), 0);
	if (inFull && isLong) lists.push(...await lookup('dai', part));
	else if (part.long) return;
	const worths = part.worths = new Uint16Array(head.articles), places = part.places = new Uint16Array(head.articles);
	for (const { agrees, articles, heading, places: told } of lists) {
		const worth = WORTH[exact ? agrees : 3];
		articles.forEach((article, n) => {
			worths[article] = Math.max(worths[article], worth + heading.has(n));
			if (worth >= AGREES) places[article] |= (told[n] >> at) | (told[n] << (16 - at));
		});
	}
}

// Grade, then the pairs' worth. A word apart is worth its best pair; better are fewer pieces, then more pairs.
function scoreOf(parts, article, known) {
	let pairs = 0, worth = 0, best = 0, before = 0, alike = 1, pieces = 1, run = ANYWHERE, often = 0, have = 0;
	for (const { at, worths, places, besides } of parts) {
		if (!worths) continue;
		const own = worths[article];
		if (own >= AGREES) have |= (besides ? 1 : 3) << at;
		if (besides) continue;
		pairs++;
		worth += own;
		best += Math.max(before, own);
		before = own;
		alike &&= own;
		run &= places[article];
		if (!run) { if (!known) return 0; pieces++; run = ANYWHERE; }
		often += Math.min(5, ones(places[article]));
	}
	const rank = 100 * worth / (pairs || 1);
	if (pieces < 2) return PHRASE + rank; // so far
	if (have === 2 ** (1 + parts.length >> 1) - 1) return WORDS + 100 * (best + before) / (pairs + 1) + 50 * often / pairs - 1000 * pieces;
	if (alike) return OTHER_MARKS + rank;
	return worth >= AGREES && SOME + rank;
}

const ones = (bits) => (bits ? 1 + ones(bits & (bits - 1)) : 0);

const gradeOf = (score) => Math.floor(score / SOME);

// The articles let in, best first, newer among equals, or `by` time; and how many of each grade.
async function ordered(scores, letsIn, by) {
	const counts = [0, 0, 0, 0, 0], found = [];
	await inSlices(scores, (article) => {
		if (!scores[article] || !letsIn(article)) return;
		found.push(article);
		counts[gradeOf(scores[article])]++;
	});
	// Some of the words do not count beside all of them.
	if (counts[2] + counts[3] + counts[4]) counts[1] = 0;
	const order = found.filter((article) => counts[gradeOf(scores[article])]);
	if (!by) order.sort((one, other) => scores[other] - scores[one]);
	if (by === 'cu') order.reverse();
	return { order, counts };
}
