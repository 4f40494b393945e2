// Finds the articles that answer a query, best first.

// How an article answers: words side by side as typed; all of them, apart; with other marks; some of them.
const PHRASE = 4e6, WORDS = 3e6, OTHER_MARKS = 2e6, SOME = 1e6;
// What a pair is worth, by agreement; one more in the headline, the kicker or a unit.
const WORTH = [0, 1, 100, 5000], AGREES = 100;
const FEW = 4; // articles that seem to have the phrase: they are asked for their text
const SLICE = 10_000; // articles at a time, then the page may do what else it has to

// Works on so many things by number, in slices.
async function inSlices(count, work) {
  for (let i = 0; i < count; i++) {
    work(i);
    if (i % SLICE === SLICE - 1) await breath();
  }
}

function breath() { return new Promise((done) => setTimeout(done)); }

// A score for each article; the `readings` that found them, and whether as `keys`; `quoted` phrases that the index knows nearly.
async function answerTo(query) {
  const { free, quoted, excluded } = parse(query), phrases = quoted.map(formsOf);
  const parts = await Promise.all(phrases.map(scoresOfPhrase)), unwanted = await Promise.all(excluded.map(formsOf).map(scoresOfPhrase));
  const { readings = [], keys, scores: found } = free.length ? await scoresOfFree(free) : {};
  const [scores = [], ...others] = found ? [found, ...parts] : parts;
  await inSlices(scores.length, (article) => {
    for (const part of others) scores[article] = Math.min(scores[article], part[article]);
    for (const part of unwanted) if (part[article]) scores[article] = 0;
  });
  return { scores, readings: [...phrases, ...readings], keys, quoted: phrases.filter((words) => words.length > 2) };
}

// The scores of the articles that have the words side by side, and 0 for others.
async function scoresOfPhrase(words) {
  const scores = await scoresOf([words], 2);
  return scores.map((score) => (score < PHRASE ? 0 : score));
}

// The first group of readings by which some article has all words, or else the first, with its scores.
async function scoresOfFree(typed) {
  const groups = readingsOf(typed, head);
  for (const group of groups) {
    group.scores = await scoresOf(group.readings);
    if (reach(group.scores, WORDS)) return group;
  }
  return groups[0];
}

const reach = (scores, grade) => scores.some((score) => score >= grade);

// For each article its best score by any of the readings, by no more files than it takes: some of the pairs do when they
// leave so few articles that their own texts can tell; then all pairs; words alone only when no article has all.
async function scoresOf(readings, steps = 3) {
  const looked = readings.map((words) => ({ words, columns: [] })), scores = new Int32Array(head.articles);
  for (let step = 0; step < steps; step++) {
    const asked = looked.flatMap(({ words, columns }) => (
      stepsOf(words)[step].map(async (i) => columns.push(await columnOf(words, i, step > 1)))));
    await Promise.all(asked);
    if (asked.length) await inSlices(scores.length, (article) => { scores[article] = Math.max(...looked.map((reading) => scoreOf(reading, article))); });
    const sure = await areSure(scores, readings);
    if (step ? reach(scores, WORDS) : sure && reach(scores, PHRASE)) break;
  }
  return scores;
}

// What to look up, step by step: every second pair, the last, and those in the same files; the other pairs; words alone.
function stepsOf(words) {
  const places = [...words.keys()], pairs = places.slice(0, -1), fileOf = (i) => shardOf(...words.slice(i, i + 2).map(plainOf));
  const files = pairs.filter((i) => i % 2 < 1 || i === pairs.length - 1).map(fileOf), isFirst = (i) => files.includes(fileOf(i));
  return pairs.length ? [pairs.filter(isFirst), pairs.filter((i) => !isFirst(i)), places] : [[0], [], []];
}

// Whether the index is sure of phrases: always of two words; else articles that seem to have them are asked, if few.
async function areSure(scores, phrases) {
  const found = [...scores.keys()].filter((article) => scores[article] >= PHRASE), few = found.length <= FEW;
  if (few && phrases.some((words) => words.length > 2)) {
    await Promise.all(found.map(async (article) => { if (!phrases.some(await phraseTest(article))) scores[article] -= SOME; }));
  }
  return few;
}

// What a pair, or a word alone, is worth in each article; its places, from where the query would begin; its words as bits.
async function columnOf(words, i, extra) {
  const worths = new Uint16Array(head.articles), places = new Uint16Array(head.articles), round = 2 ** head.places, turn = i % round;
  const alone = extra || words.length < 2, first = words[i], second = alone ? '_' : words[i + 1];
  const marks = words.some((word) => word !== plainOf(word)); // who types no marks means any
  for (const { written, follower, articles, heading, places: found } of await lookup(plainOf(first), plainOf(second))) {
    const worth = WORTH[marks ? Math.min(agreement(first, written), agreement(second, follower)) : 3];
    articles.forEach((article, n) => {
      worths[article] = Math.max(worths[article], worth);
      if (worth >= AGREES) places[article] |= ((found[n] >> turn) | (found[n] << (round - turn))) & (2 ** round - 1);
    });
    for (const n of heading) worths[articles[n]] = Math.max(worths[articles[n]], worth + 1);
    if (articles.length > SLICE) await breath();
  }
  return { worths, places, extra, bits: (alone ? 1 : 3) << i };
}

// Grade first; then the worth of the pairs.
function scoreOf({ words, columns }, article) {
  let pairs = 0, worth = 0, least = Infinity, run = ANYWHERE, have = 0; // the words that it has, as bits
  for (const { worths, places, extra, bits } of columns) {
    if (worths[article] >= AGREES) have |= bits;
    if (extra) continue;
    pairs++;
    worth += worths[article];
    least = Math.min(least, worths[article]);
    run &= places[article];
  }
  const rank = Math.round(100 * worth / pairs);
  if (least >= AGREES && run) return PHRASE + rank;
  if (have === 2 ** words.length - 1) return WORDS + rank;
  if (least) return OTHER_MARKS + rank;
  return worth >= AGREES && SOME + rank;
}

// The articles let in, best first, newer first among equals, or `by` time; and how many there are of each grade.
async function ordered(scores, letsIn, by) {
  const counts = [0, 0, 0, 0, 0], found = [];
  await inSlices(scores.length, (article) => {
    if (!scores[article] || !letsIn(article)) return;
    found.push(article);
    counts[Math.floor(scores[article] / SOME)]++;
  });
  // What has only some of the words is not shown beside what has them all.
  if (counts[2] + counts[3] + counts[4]) counts[1] = 0;
  const order = found.filter((article) => counts[1] || scores[article] >= OTHER_MARKS);
  if (!by) order.sort((one, other) => scores[other] - scores[one]);
  return { order: by === 'cu' ? order.reverse() : order, counts };
}
