// Finds the articles that answer a query, best first.

// How well an article answers: words side by side as typed; all of them, apart; with other marks; only some of them.
const PHRASE = 4e6, WORDS = 3e6, OTHER_MARKS = 2e6, SOME = 1e6;
const HEADING = 4; // this bit beside an agreement: it stands in the headline, the kicker or a unit

/**
 * The answer to a query: lists of article numbers, best first, by grade (`phrase`, `words`, `otherMarks`, `some`), the
 * `readings` that found them as lists of forms, and whether they were read as `keys`.
 */
async function answerTo(query) {
  const { free, quoted, excluded } = parse(query);
  const exactly = (words) => scoresOf([{ words: words.map((word) => word.form), assumed: [], glued: [] }], true);
  const [unwanted, required] = await Promise.all([excluded, quoted].map((phrases) => Promise.all(phrases.map(exactly))));
  const [scores, used] = free.length ? await scoresOfFree(free) : [null, []];
  const readings = [...quoted.map((words) => words.map((word) => word.form)), ...used.map((reading) => reading.words)];
  const grades = byGrade(scores ? [scores, ...required] : required, unwanted);
  return { ...grades, readings, keys: used.length > 0 && used[0].keys };
}

/** Raw keystrokes are tried only when the plain reading finds no article with all words. */
async function scoresOfFree(typed) {
  const all = readingsOf(typed, head), plain = all.filter((reading) => !reading.keys);
  const first = plain.length ? plain : all, scores = await scoresOf(first);
  if (first.length === all.length || reaches(scores, WORDS)) return [scores, first];
  const keys = all.slice(plain.length), others = await scoresOf(keys);
  return reaches(others, WORDS) ? [others, keys] : [scores, first];
}

const reaches = (scores, grade) => scores.some((score) => score >= grade);

/** For each article its best score by any of the readings. More is looked up only as long as no article has it all. */
async function scoresOf(readings, strict = false) {
  const looked = readings.map(opened);
  await Promise.all(looked.map((reading) => lookUp(reading, needed(reading))));
  let scores = bestOf(looked);
  if (!reaches(scores, PHRASE) && looked.some((reading) => needed(reading).length < reading.asked.length)) {
    await Promise.all(looked.map((reading) => lookUp(reading, reading.asked)));
    scores = bestOf(looked);
  }
  if (strict) return scores.map((score) => (score < PHRASE ? 0 : score));
  if (reaches(scores, WORDS)) return scores;
  await Promise.all(looked.map(lookUpAlone));
  return bestOf(looked);
}

/** A reading with room for what the index says of its pairs and of its words alone. */
function opened(reading) {
  const { words, assumed } = reading, plain = words.map(plainOf), marks = words.some((word, i) => word !== plain[i]);
  const asked = plain.slice(1).map((_, i) => i).filter((i) => !assumed.includes(i));
  return { ...reading, plain, marks, asked, pairs: [], alone: [] };
}

/** The pairs that tell: of a long query not the commonest compounds where the pairs on both sides are looked up. */
function needed({ asked, plain, glued }) {
  if (plain.length < 7) return asked;
  const common = (i) => head.compounds.has(`${plain[i]} ${plain[i + 1]}`) && !glued.includes(i);
  return asked.filter((i) => !common(i) || [i - 1, i + 1].some((other) => !asked.includes(other) || common(other)));
}

async function lookUp(reading, places) {
  if (reading.words.length === 1) reading.alone[0] = await columnOf(reading, 0, true);
  await Promise.all(places.map(async (i) => { reading.pairs[i] = reading.pairs[i] || await columnOf(reading, i); }));
}

/** Looks up single words: those that stand beside no other word of the query in the articles that have most of it. */
async function lookUpAlone(looked) {
  const places = looked.words.map((_, i) => i);
  let most = 0, missing = new Set(places);
  for (let article = 0; article < head.articles; article++) {
    const absent = places.filter((i) => !covers(looked, article, i));
    if (places.length - absent.length > most) [most, missing] = [places.length - absent.length, new Set()];
    if (most && places.length - absent.length === most) absent.forEach((i) => missing.add(i));
  }
  await Promise.all([...missing].map(async (i) => { looked.alone[i] = looked.alone[i] || await columnOf(looked, i, true); }));
}

/** For each article how the pair at a place agrees, plus HEADING; and its places there, of any marks and of the right. */
async function columnOf({ words, plain, marks }, i, alone = false) {
  const levels = new Uint8Array(head.articles), [any, right] = [1, 2].map(() => new Uint16Array(head.articles));
  for (const written of await lookup(plain[i], alone ? '' : plain[i + 1])) {
    const agrees = alone ? 3 : agreement(words[i + 1], written.second);
    const level = marks ? Math.min(agrees, agreement(words[i], written.first)) : 3; // who types no marks means any
    written.articles.forEach((article, n) => {
      levels[article] = Math.max(levels[article], level);
      any[article] |= written.places[n];
      if (level > 1) right[article] |= written.places[n];
    });
    for (const n of written.heading) levels[written.articles[n]] = Math.max(levels[written.articles[n]], level | HEADING);
  }
  return { levels, any, right };
}

function bestOf(looked) {
  const scores = new Float64Array(head.articles);
  for (const reading of looked) {
    for (let article = 0; article < scores.length; article++) scores[article] = Math.max(scores[article], scoreOf(reading, article));
  }
  return scores;
}

/** Grade first; then whether all marks are the very same, whether all stands in the heading, and how much of it. */
function scoreOf(reading, article) {
  const { words, pairs, alone, glued } = reading, beside = words.length > 1, columns = beside ? pairs : alone;
  const turn = 2 ** head.places - 1, all = 2 ** 2 ** head.places - 1;
  let agreeing = 0, similar = 0, exact = 0, headings = 0, looked = 0, run = all, similarRun = all;
  for (let i = 0; i < columns.length; i++) {
    run = ((run << 1) | (run >> turn)) & all; // places of the words so far, moved on by one word
    similarRun = ((similarRun << 1) | (similarRun >> turn)) & all;
    if (!columns[i]) continue;
    const level = columns[i].levels[article];
    looked++;
    if (level & 3) similar++;
    if ((level & 3) > 1) agreeing++;
    if ((level & 3) > 2) exact++;
    if (level & HEADING) headings++;
    if (beside) run &= columns[i].right[article];
    if (beside) similarRun &= columns[i].any[article];
  }
  if (agreeing === looked && run) return PHRASE + 1e5 * (exact === looked) + 1e4 * (headings === looked) + headings;
  if (!similar && !alone.length) return 0;
  let covered = 0, torn = false;
  for (let i = 0; i < words.length; i++) if (covers(reading, article, i)) covered++;
  for (const i of glued) torn = torn || !agrees(pairs[i], article);
  if (covered === words.length && !torn) return WORDS + 1e3 * agreeing + headings;
  if (similar === looked && similarRun) return OTHER_MARKS + 1e4 * exact + 100 * headings;
  return agreeing && !torn ? SOME + 100 * covered + 10 * agreeing + headings : 0;
}

/** Whether an article has the word at a place of the reading, as far as was looked up. */
function covers({ pairs, alone, assumed }, article, i) {
  if (agrees(pairs[i], article) || (i && agrees(pairs[i - 1], article)) || agrees(alone[i], article)) return true;
  return assumed.length > 0 && (assumed.includes(i) || assumed.includes(i - 1));
}

const agrees = (column, article) => column !== undefined && (column.levels[article] & 3) > 1;

/** Articles that every part of the query lets in, newer first among equals. */
function byGrade(parts, unwanted) {
  const grades = [[], [], [], [], []], scores = new Float64Array(parts.length ? head.articles : 0);
  scores.forEach((_, article) => {
    const each = parts.map((part) => part[article]), grade = Math.floor(Math.min(...each) / 1e6);
    if (!grade || unwanted.some((part) => part[article] >= PHRASE)) return;
    scores[article] = each.reduce((sum, score) => sum + score);
    grades[grade].push(article);
  });
  for (const list of grades) list.sort((a, b) => scores[b] - scores[a] || a - b);
  const [, some, otherMarks, words, phrase] = grades;
  return { phrase, words, otherMarks, some };
}
