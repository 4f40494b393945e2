// Finds the articles that answer a query, best first.

// How well an article answers: words side by side as typed; all of them, apart; with other marks; only some of them.
const PHRASE = 4e6, WORDS = 3e6, OTHER_MARKS = 2e6, SOME = 1e6;

/** Lets the page breathe: no step of a search may hold it for long. */
const breath = () => new Promise((done) => setTimeout(done));

/**
 * The answer to a query: a score for each article; the `readings` that found them, as lists of forms; whether they were
 * read as `keys`; and the `quoted` phrases that the index knows but nearly, of three words and more.
 */
async function answerTo(query) {
  const { free, quoted, excluded } = parse(query);
  const [parts, unwanted] = await Promise.all([quoted, excluded].map((phrases) => Promise.all(phrases.map(scoresOfPhrase))));
  const [found, used] = free.length ? await scoresOfFree(free) : [null, []];
  if (found) parts.push(found);
  const scores = new Float64Array(parts.length && head.articles).map((_, article) => (
    unwanted.some((part) => part[article]) ? 0 : Math.min(...parts.map((part) => part[article]))));
  const phrases = quoted.map(formsOf), readings = [...phrases, ...used.map(({ words }) => words)];
  return { scores, readings, keys: used.some(({ keys }) => keys), quoted: phrases.filter((words) => words.length > 2) };
}

/** The scores of the articles that have the words side by side, and 0 for others. */
async function scoresOfPhrase(words) {
  const scores = await bestOf([await lookedUp({ words: formsOf(words), assumed: [] })]);
  return scores.map((score) => (score < PHRASE ? 0 : score));
}

/** Scores, and the readings they are of. Raw keystrokes are tried only when no article has all words as typed. */
async function scoresOfFree(typed) {
  const all = readingsOf(typed, head), plain = all.filter(({ keys }) => !keys), keyed = all.filter(({ keys }) => keys);
  const scores = plain.length && await scoresOf(plain);
  if (scores && (!keyed.length || reach(scores, WORDS))) return [scores, plain];
  const others = await scoresOf(keyed);
  return !scores || reach(others, WORDS) ? [others, keyed] : [scores, plain];
}

const reach = (scores, grade) => scores.some((score) => score >= grade);

/** For each article its best score by any of the readings. Words alone are looked up only when no article has all. */
async function scoresOf(readings) {
  const looked = await Promise.all(readings.map(lookedUp)), scores = await bestOf(looked);
  if (reach(scores, WORDS)) return scores;
  await Promise.all(looked.map(lookUpAlone));
  return bestOf(looked);
}

/** A reading with what the index says of its pairs: a column for each, by place; of a single word, of itself. */
async function lookedUp(reading) {
  const plain = reading.words.map(plainOf), looked = { ...reading, plain, pairs: [], alone: [] };
  if (plain.length === 1) await lookUpAlone(looked);
  const asked = plain.slice(1).map((_, i) => i).filter((i) => !reading.assumed.includes(i));
  await Promise.all(asked.map(async (i) => { looked.pairs[i] = await columnOf(looked, i); }));
  return looked;
}

/** Looks up single words: those that stand beside no other word of the query in the articles that have most of it. */
async function lookUpAlone(looked) {
  const places = [...looked.words.keys()], absent = Array.from({ length: head.articles }, (_, article) => places.filter((i) => !covers(looked, article, i)));
  const fewest = Math.min(...new Set(absent.map(({ length }) => length)));
  const missing = fewest < places.length ? absent.filter(({ length }) => length === fewest).flat() : places;
  await Promise.all([...new Set(missing)].map(async (i) => { looked.alone[i] = await columnOf(looked, i, true); }));
}

/**
 * For each article how the pair at a place agrees, doubled, and one more when it does so in the headline, the kicker or a
 * unit; and its places there.
 */
async function columnOf({ words, plain }, i, alone = false) {
  const levels = new Uint8Array(head.articles), places = new Uint16Array(head.articles), marks = `${words}` !== `${plain}`;
  for (const { written, follower, articles, heading, places: found } of await lookup(plain[i], alone ? '_' : plain[i + 1])) {
    const agrees = Math.min(agreement(words[i], written), alone ? 3 : agreement(words[i + 1], follower));
    const level = marks ? 2 * agrees : 6; // who types no marks means any
    articles.forEach((article, n) => {
      levels[article] = Math.max(levels[article], level);
      if (level > 3) places[article] |= found[n];
    });
    for (const n of heading) levels[articles[n]] = Math.max(levels[articles[n]], level + 1);
    if (articles.length > 9999) await breath();
  }
  return { levels, places };
}

async function bestOf(looked) {
  const scores = new Float64Array(head.articles);
  for (const reading of looked) {
    for (let article = 0; article < scores.length; article++) {
      scores[article] = Math.max(scores[article], scoreOf(reading, article));
      if (article % 20_000 === 19_999) await breath();
    }
    if (looked.length > 1) await breath();
  }
  return scores;
}

/** Grade first; then how many marks are the very same, whether all stands in the heading, and how much of it. */
function scoreOf(reading, article) {
  const { words, pairs, alone } = reading, beside = words.length > 1, columns = beside ? pairs : alone;
  const turn = 2 ** head.places - 1, all = 2 ** 2 ** head.places - 1;
  let looked = 0, similar = 0, agreeing = 0, same = 0, headings = 0, run = all;
  for (let i = 0; i < columns.length; i++) {
    run = ((run << 1) | (run >> turn)) & all; // places of the words so far, moved on by one word
    if (!columns[i]) continue;
    const level = columns[i].levels[article];
    looked++;
    similar += level > 1;
    agreeing += level > 3;
    same += level > 5;
    headings += level & 1;
    if (beside) run &= columns[i].places[article];
  }
  if (!similar && !alone.length) return 0;
  if (agreeing === looked && run) return PHRASE + Math.round(4e5 * same / looked) + 1e4 * (headings === looked) + headings;
  const covered = words.filter((_, i) => covers(reading, article, i)).length;
  if (covered === words.length) return WORDS + 1e3 * agreeing + headings;
  if (similar === looked) return OTHER_MARKS + 1e4 * same + 100 * headings;
  return agreeing && SOME + 100 * covered + 10 * agreeing + headings;
}

/** Whether an article has the word at a place of the reading, as far as was looked up. */
function covers({ pairs, alone, assumed }, article, i) {
  const agrees = (column) => column && column.levels[article] > 3;
  return agrees(pairs[i]) || agrees(pairs[i - 1]) || agrees(alone[i]) || assumed.includes(i) || assumed.includes(i - 1);
}

/** The articles let in that answer best, newer first among equals, and how many there are of each grade. */
function ordered(scores, letsIn) {
  const counts = [0, 0, 0, 0, 0], keys = [];
  scores.forEach((score, article) => {
    if (!score || !letsIn(article)) return;
    keys.push(score * 2 ** 20 - article);
    counts[Math.floor(score / SOME)]++;
  });
  const full = counts[2] + counts[3] + counts[4], best = Float64Array.from(keys).sort().reverse().subarray(0, full || Infinity);
  if (full) counts[1] = 0; // what has only some of the words is not shown beside what has them all
  return { order: Int32Array.from(best, (key) => Math.ceil(key / 2 ** 20) * 2 ** 20 - key), counts };
}
