// Finds the articles that answer a query, best first.

// An article has the words side by side; all, apart; with other marks; some.
const PHRASE = 4e6, WORDS = 3e6, OTHER_MARKS = 2e6, SOME = 1e6;
// A pair's worth, by agreement; one more in headline, kicker or unit.
const WORTH = [0, 1, 100, 5000], AGREES = 100;
const FEW = 4, MORE = 10; // articles with the phrase: of so many a few are asked for their text
const SLICE = 10_000; // articles, then the page may breathe

async function inSlices(count, work) {
  for (let i = 0; i < count; i++) {
    work(i);
    if (i % SLICE === SLICE - 1) await breath();
  }
}

function breath() { return new Promise((done) => setTimeout(done)); }

// Each article's score; the `readings` that found them, and whether as `keys`; `quoted` phrases that the index knows nearly.
async function answerTo(query) {
  const { free, ...phrases } = parse(query), quoted = phrases.quoted.map(formsOf), excluded = phrases.excluded.map(formsOf);
  const parts = await Promise.all([...quoted, ...excluded].map((words) => scoresOf([words], 2)));
  const { readings = [], keys, scores = quoted.length ? parts[0] : [] } = free.length ? await scoresOfFree(free) : {};
  await inSlices(scores.length, (article) => {
    if (!parts.every((part, i) => part[article] >= PHRASE === i < quoted.length)) scores[article] = 0;
  });
  return { scores, readings: [...quoted, ...readings], keys, quoted: quoted.filter((words) => words.length > 2) };
}

// The first readings by which some article has all words, or the first of all, with their scores.
async function scoresOfFree(typed) {
  const groups = readingsOf(typed, head);
  for (const group of groups) {
    group.scores = await scoresOf(group.readings);
    if (reach(group.scores, WORDS)) return group;
  }
  return groups[0];
}

const byScore = (scores) => (one, other) => scores[other] - scores[one];

const reach = (scores, grade) => scores.some((score) => score >= grade);

// Each article's best score by any reading; files are asked for step by step, until some article surely answers.
async function scoresOf(readings, steps = 3) {
  const looked = readings.map((words) => ({ words, columns: [] })), scores = new Float64Array(head.articles);
  for (let step = 0; step < steps; step++) {
    const asked = looked.flatMap(({ words, columns }) => (
      stepsOf(words)[step].map(async (i) => columns.push(await columnOf(words, i, step > 1)))));
    await Promise.all(asked);
    for (const { columns } of looked) columns.sort((one, other) => one.bits - other.bits); // as their words in the query
    if (asked.length) await inSlices(scores.length, (article) => (scores[article] = Math.max(...looked.map((reading) => scoreOf(reading, article)))));
    const sure = await areSure(scores, readings, step ? MORE : FEW);
    if (step ? reach(scores, WORDS) : sure && reach(scores, PHRASE)) break;
  }
  return scores;
}

// What to look up: first every second pair, the last, and those in the same files; the other pairs; words alone.
function stepsOf(words) {
  const places = [...words.keys()], pairs = places.slice(0, -1), fileOf = (i) => shardOf(...words.slice(i, i + 2).map(plainOf));
  const files = pairs.filter((i) => i % 2 < 1 || i === pairs.length - 1).map(fileOf), isFirst = (i) => files.includes(fileOf(i));
  return pairs.length ? [pairs.filter(isFirst), pairs.filter((i) => !isFirst(i)), places] : [[0], [], []];
}

// Whether few articles have a phrase. Of more than two words the index is not sure: the first are asked, if at most `most` have it.
async function areSure(scores, phrases, most) {
  const found = [...scores.keys()].filter((article) => scores[article] >= PHRASE);
  const asked = found.length <= most && phrases.some((words) => words.length > 2) ? found.sort(byScore(scores)).slice(0, FEW) : [];
  await Promise.all(asked.map(async (article) => { if (!phrases.some(await phraseTest(article))) scores[article] -= SOME; }));
  return found.length <= FEW;
}

// A pair's (or lone word's) worth in each article; its places, from where the query would begin; its words as bits.
async function columnOf(words, i, extra) {
  const worths = new Uint16Array(head.articles), places = new Uint16Array(head.articles), round = 2 ** head.places, turn = i % round;
  const alone = extra || words.length < 2, first = words[i], second = alone ? '_' : words[i + 1];
  const marks = words.some((word) => word !== plainOf(word)); // no marks typed: any
  for (const { written, follower, articles, heading, places: found } of await lookup(plainOf(first), plainOf(second))) {
    const worth = WORTH[marks ? Math.min(agreement(first, written), agreement(second, follower)) : 3];
    articles.forEach((article, n) => {
      worths[article] = Math.max(worths[article], worth);
      if (worth >= AGREES) places[article] |= ((found[n] >> turn) | (found[n] << (round - turn))) & (2 ** round - 1);
    });
    for (const n of heading) worths[articles[n]] = Math.max(worths[articles[n]], worth + 1);
  }
  return { worths, places, extra, bits: (alone ? 1 : 3) << i };
}

// Grade first, then the pairs' worth. A word apart is worth its best pair; better are fewer pieces, then more pairs.
function scoreOf({ words, columns }, article) {
  let pairs = 0, worth = 0, best = 0, before = 0, least = Infinity, pieces = 1, run = ANYWHERE, often = 0, have = 0; // words as bits
  for (const { worths, places, extra, bits } of columns) {
    const own = worths[article];
    if (own >= AGREES) have |= bits;
    if (extra) continue;
    pairs++;
    worth += own;
    best += Math.max(before, own);
    before = own;
    least = Math.min(least, own);
    run &= places[article];
    if (!run) { pieces++; run = ANYWHERE; }
    often += Math.min(5, ones(places[article]));
  }
  const rank = 100 * worth / pairs;
  if (pieces < 2) return PHRASE + rank;
  if (have === 2 ** words.length - 1) return WORDS + 100 * (best + before) / (pairs + 1) + 50 * often / pairs - 1000 * pieces;
  if (least) return OTHER_MARKS + rank;
  return worth >= AGREES && SOME + rank;
}

const ones = (bits) => (bits ? 1 + ones(bits & (bits - 1)) : 0);

const gradeOf = (score) => Math.floor(score / SOME);

// The articles let in, best first, newer among equals, or `by` time; and how many are of each grade.
async function ordered(scores, letsIn, by) {
  const counts = [0, 0, 0, 0, 0], found = [];
  await inSlices(scores.length, (article) => {
    if (!scores[article] || !letsIn(article)) return;
    found.push(article);
    counts[gradeOf(scores[article])]++;
  });
  // Some of the words do not count beside all of them.
  if (counts[2] + counts[3] + counts[4]) counts[1] = 0;
  const order = found.filter((article) => counts[gradeOf(scores[article])]);
  if (!by) order.sort(byScore(scores));
  return { order: by === 'cu' ? order.reverse() : order, counts };
}
