// Finds the articles that answer a query, best first.

// How well an article answers: words side by side as typed; all of them, apart; with other marks; only some of them.
const PHRASE = 4e6, WORDS = 3e6, OTHER_MARKS = 2e6, SOME = 1e6;
// What a pair is worth, by agreement; one more in the headline, the kicker or a unit.
const WORTH = [0, 1, 100, 5000], AGREES = 100;
const SLICE = 10_000; // so many articles at a time, then the page may do what else it has to

/** Works on each of so many things by number, in slices. */
async function inSlices(count, work) {
  for (let i = 0; i < count; i++) {
    work(i);
    if (i % SLICE === SLICE - 1) await breath();
  }
}

function breath() {
  return new Promise((done) => setTimeout(done));
}

/**
 * A score for each article; the `readings` that found them, as lists of forms; whether they were read as `keys`; and the
 * `quoted` phrases that the index knows but nearly, of three words and more.
 */
async function answerTo(query) {
  const { free, quoted, excluded } = parse(query), phrases = quoted.map(formsOf);
  const [parts, unwanted] = await Promise.all([phrases, excluded.map(formsOf)].map((lists) => Promise.all(lists.map(scoresOfPhrase))));
  const { scores: found, readings = [] } = free.length ? await scoresOfFree(free) : {};
  if (found) parts.push(found);
  const scores = new Int32Array(parts.length && head.articles);
  await inSlices(scores.length, (article) => {
    if (unwanted.every((part) => !part[article])) scores[article] = Math.min(...parts.map((part) => part[article]));
  });
  return {
    scores,
    readings: [...phrases, ...readings.map(({ words }) => words)],
    keys: readings[0]?.keys,
    quoted: phrases.filter((words) => words.length > 2),
  };
}

/** The scores of the articles that have the words side by side, and 0 for others. */
async function scoresOfPhrase(words) {
  const scores = await bestOf([await lookedUp({ words, assumed: 0 })]);
  return scores.map((score) => (score < PHRASE ? 0 : score));
}

/** Scores, and the readings they are of: the first group by which some article has all words, or else the first. */
async function scoresOfFree(typed) {
  const found = [];
  for (const readings of readingsOf(typed, head)) {
    found.push({ readings, scores: await scoresOf(readings) });
    if (reach(found.at(-1).scores, WORDS)) return found.at(-1);
  }
  return found[0];
}

const reach = (scores, grade) => scores.some((score) => score >= grade);

/** For each article its best score by any of the readings. Words alone are looked up only when no article has all. */
async function scoresOf(readings) {
  const looked = await Promise.all(readings.map(lookedUp)), scores = await bestOf(looked);
  if (reach(scores, WORDS)) return scores;
  for (const reading of looked) reading.alone = await Promise.all(reading.words.map((_, i) => columnOf(reading.words, i, true)));
  return bestOf(looked);
}

/** A reading with what the index says of its `pairs`, or its single word; `alone` is for words looked up later. */
async function lookedUp(reading) {
  const { words, assumed } = reading, single = words.length < 2;
  const asked = [...words.slice(single ? 0 : 1).keys()].filter((i) => ((assumed >> i) & 3) < 3);
  return { ...reading, alone: [], pairs: await Promise.all(asked.map((i) => columnOf(words, i, single))) };
}

/** What a pair, or a word alone, is worth in each article; its places, from where the query would begin; its words as bits. */
async function columnOf(words, i, alone = false) {
  const worths = new Uint16Array(head.articles), places = new Uint16Array(head.articles), round = 2 ** head.places, turn = i % round;
  const first = words[i], second = alone ? '_' : words[i + 1], marks = words.some((word) => word !== plainOf(word));
  for (const { written, follower, articles, heading, places: found } of await lookup(plainOf(first), plainOf(second))) {
    const worth = WORTH[marks ? Math.min(agreement(first, written), agreement(second, follower)) : 3]; // who types no marks means any
    articles.forEach((article, n) => {
      worths[article] = Math.max(worths[article], worth);
      if (worth >= AGREES) places[article] |= ((found[n] >> turn) | (found[n] << (round - turn))) & (2 ** round - 1);
    });
    for (const n of heading) worths[articles[n]] = Math.max(worths[articles[n]], worth + 1);
    if (articles.length > SLICE) await breath();
  }
  return { worths, places, bits: (alone ? 1 : 3) << i };
}

async function bestOf(looked) {
  const scores = new Int32Array(head.articles);
  await inSlices(scores.length, (article) => { scores[article] = Math.max(...looked.map((reading) => scoreOf(reading, article))); });
  return scores;
}

/** Grade first; then the worth of the pairs. */
function scoreOf(reading, article) {
  const { words, pairs } = reading;
  let worth = 0, least = Infinity, run = ANYWHERE;
  for (const { worths, places } of pairs) {
    worth += worths[article];
    least = Math.min(least, worths[article]);
    run &= places[article];
  }
  const rank = Math.round(100 * worth / pairs.length);
  if (least >= AGREES && run) return PHRASE + rank;
  if (covered(reading, article) === 2 ** words.length - 1) return WORDS + rank;
  if (least) return OTHER_MARKS + rank;
  return worth >= AGREES && SOME + rank;
}

/** The words of a reading that an article has, as far as was looked up, as bits. */
function covered({ pairs, alone, assumed }, article) {
  return [pairs, alone].flat().reduce((all, { worths, bits }) => (worths[article] < AGREES ? all : all | bits), assumed);
}

/** The articles let in that answer best, newer first among equals, and how many there are of each grade. */
async function ordered(scores, letsIn) {
  const counts = [0, 0, 0, 0, 0], keys = [];
  await inSlices(scores.length, (article) => {
    if (!scores[article] || !letsIn(article)) return;
    keys.push(article - scores[article] * 2 ** 20);
    counts[Math.floor(scores[article] / SOME)]++;
  });
  const full = counts[2] + counts[3] + counts[4];
  if (full) counts[1] = 0; // what has only some of the words is not shown beside what has them all
  return { order: Int32Array.from(Float64Array.from(keys).sort().subarray(0, full || Infinity), (key) => key & (2 ** 20 - 1)), counts };
}
