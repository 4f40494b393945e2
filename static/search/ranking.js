// Finds the articles that answer a query, best first.
(function () {
  'use strict';
  const search = (globalThis.archiveSearch = globalThis.archiveSearch || {});

  /** How well an article answers, from best to worst. */
  const GRADES = { PHRASE: 4, WORDS: 3, OTHER_MARKS: 2, SOME: 1 };
  const HEADING = 4;

  /**
   * The answer to a query: { phrase, words, otherMarks, some, reading }, lists of article numbers, best first. `phrase`
   * has the words side by side as typed, `words` all of them but apart, `otherMarks` the same letters with other marks,
   * `some` only a part (and is filled only when the others are empty).
   */
  async function answer(query) {
    const parts = search.parse(query);
    const excluded = await excludedArticles(parts.excluded);
    const required = await Promise.all(parts.quoted.map((words) => graded([{ words: words.map((w) => w.form) }], true)));
    if (!parts.free.length) return collect(required, excluded, parts.quoted.map((words) => words.map((w) => w.form)));
    const all = search.readings(parts.free, search.head);
    const plain = all.filter((reading) => !reading.keys), keys = all.filter((reading) => reading.keys);
    let best = await graded(plain.length ? plain : keys, false);
    let used = plain.length ? plain : keys;
    if (plain.length && keys.length && !reaches(best, GRADES.WORDS)) {
      const other = await graded(keys, false);
      if (reaches(other, GRADES.WORDS)) [best, used] = [other, keys];
    }
    const quoted = parts.quoted.map((words) => words.map((w) => w.form));
    return { ...collect([best, ...required], excluded, [...quoted, ...used.map((r) => r.words)]), keys: used[0].keys };
  }

  const reaches = (scores, grade) => scores.some((score) => score >= grade * 1e6);

  /** For each article, its score by the best of the readings: grade, then exact marks, then heading, then pairs. */
  async function graded(readings, strict) {
    const looked = await Promise.all(readings.map(lookUp));
    let scores = bestOf(looked, strict);
    if (!strict && !reaches(scores, GRADES.PHRASE)) {
      await Promise.all(looked.map(lookUpAlone));
      scores = bestOf(looked, strict);
    }
    return scores;
  }

  /** The pairs of a reading, each as one byte an article: agreement 1 to 3, plus HEADING. */
  async function lookUp({ words, inner = [] }) {
    const plain = words.map(search.plainOf), marks = words.some(search.marked);
    const pairs = await Promise.all(plain.slice(1).map((second, i) =>
      inner.includes(i) ? null : column(words[i], words[i + 1], plain[i], second, marks)));
    const alone = words.map(() => null);
    if (words.length === 1) alone[0] = await column(words[0], '', plain[0], '', marks);
    return { words, plain, marks, pairs, alone };
  }

  /** Looks up single words too: those that stand beside no other word of the query in some articles. */
  async function lookUpAlone(looked) {
    await Promise.all(looked.words.map(async (word, i) => {
      looked.alone[i] = looked.alone[i] || await column(word, '', looked.plain[i], '', looked.marks);
    }));
  }

  /** `marks`: whether the reader types marks; to one who does not, every way of writing a word is the very word. */
  async function column(first, second, plainFirst, plainSecond, marks) {
    const bytes = new Uint8Array(search.head.articles), places = new Uint16Array(second ? bytes.length : 0);
    for (const written of await search.lookup(plainFirst, plainSecond)) {
      const firstAgrees = search.agreement(first, written.first);
      const agrees = second ? Math.min(firstAgrees, search.agreement(second, written.second)) : firstAgrees;
      const level = marks ? agrees : 3;
      const { articles, heading } = written.list;
      articles.forEach((article, i) => {
        bytes[article] = Math.max(bytes[article], level);
        if (second && level >= 2) places[article] |= written.list.places[i];
      });
      for (const place of heading) bytes[articles[place]] = Math.max(bytes[articles[place]], level | HEADING);
    }
    return { bytes, places };
  }

  function bestOf(looked, strict) {
    const scores = new Float64Array(search.head.articles);
    for (const reading of looked) {
      for (let article = 0; article < scores.length; article++) {
        const score = scoreOf(reading, article);
        if (score > scores[article] && (!strict || score >= GRADES.PHRASE * 1e6)) scores[article] = score;
      }
    }
    return scores;
  }

  function scoreOf({ words, pairs, alone }, article) {
    if (words.length === 1) return scoreOfWord(alone[0].bytes[article]);
    const every = 2 ** 2 ** search.head.places - 1, turn = 2 ** search.head.places - 1;
    let agreeing = 0, similar = 0, exact = 0, headings = 0, covered = 0, looked = 0, here = false, run = every;
    for (let i = 0; i < words.length; i++) {
      const pair = pairs[i], assumed = i < pairs.length && !pair;
      const byte = pair ? pair.bytes[article] : 0, level = byte & 3;
      if (pair) looked++;
      if (level >= 1) similar++;
      if (level >= 2) agreeing++;
      if (level === 3) exact++;
      if (level >= 2 && byte & HEADING) headings++;
      if (here || level >= 2 || assumed || (alone[i] && (alone[i].bytes[article] & 3) >= 2)) covered++;
      if (i < pairs.length) run = ((run << 1) | (run >> turn)) & (pair ? pair.places[article] : every);
      here = level >= 2 || assumed;
    }
    if (agreeing === looked && run) return GRADES.PHRASE * 1e6 + 1e5 * (exact === looked) + 1e4 * (headings === looked) + headings;
    if (covered === words.length) return GRADES.WORDS * 1e6 + 1e3 * agreeing + headings;
    if (similar === looked) return GRADES.OTHER_MARKS * 1e6 + 1e4 * exact + 100 * headings + agreeing;
    return agreeing ? GRADES.SOME * 1e6 + 100 * covered + 10 * agreeing + headings : 0;
  }

  function scoreOfWord(byte) {
    const level = byte & 3, heading = byte & HEADING ? 1 : 0;
    if (level >= 2) return GRADES.PHRASE * 1e6 + 1e5 * (level === 3) + 1e4 * heading;
    return level ? GRADES.OTHER_MARKS * 1e6 + heading : 0;
  }

  async function excludedArticles(phrases) {
    const scores = await Promise.all(phrases.map((words) => graded([{ words: words.map((w) => w.form) }], true)));
    return (article) => scores.some((score) => score[article] >= GRADES.PHRASE * 1e6);
  }

  /** Articles that every part of the query lets in, by grade, best first, newer first among equals. */
  function collect(parts, excluded, readings) {
    const byGrade = [[], [], [], [], []];
    const scores = new Float64Array(search.head.articles);
    for (let article = 0; article < scores.length; article++) {
      const each = parts.map((part) => part[article]);
      const lowest = Math.min(...each);
      if (!lowest || excluded(article)) continue;
      scores[article] = each.reduce((sum, score) => sum + score, 0);
      byGrade[Math.floor(lowest / 1e6)].push(article);
    }
    for (const list of byGrade) list.sort((a, b) => scores[b] - scores[a] || a - b);
    const [, some, otherMarks, words, phrase] = byGrade;
    return { phrase, words, otherMarks, some: phrase.length + words.length + otherMarks.length ? [] : some, readings, keys: false };
  }

  Object.assign(search, { answer });
})();
