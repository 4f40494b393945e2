// Finds the nearest spelling that has results, for a query that has none.
(function () {
  'use strict';
  const search = (globalThis.archiveSearch = globalThis.archiveSearch || {});
  const TRIALS = 8, EACH = 4;

  /** A query like this one that some articles answer, or null. One word is changed, to a word of the articles. */
  async function suggestion(query) {
    const [list] = await search.load('chu');
    const vocabulary = list.split(' '), known = new Set(vocabulary);
    const words = search.words(query.normalize('NFC')).slice(0, 12);
    const strange = words.filter((word) => !known.has(word.plain) && !/\d/.test(word.plain));
    const candidates = (strange.length ? strange : words).map((word) => near(word.plain, vocabulary).slice(0, EACH).map((other) => [word, other]));
    const trials = strange.length ? together(strange, candidates) : candidates.flat().map((change) => [change]);
    for (const changes of trials.slice(0, TRIALS)) {
      const changed = rewritten(query.normalize('NFC'), changes);
      const answer = await search.answer(changed);
      if (answer.phrase.length || answer.words.length) return changed;
    }
    return null;
  }

  /** Every strange word changed at once, the nearest first. */
  function together(strange, candidates) {
    if (candidates.some((list) => !list.length)) return [];
    return Array.from({ length: EACH }, (_, i) => candidates.map((list) => list[Math.min(i, list.length - 1)]));
  }

  function rewritten(query, changes) {
    const sorted = [...changes].sort((a, b) => b[0].start - a[0].start);
    return sorted.reduce((text, [word, other]) => text.slice(0, word.start) + other + text.slice(word.end), query);
  }

  /** Words of the vocabulary one slip away (two for long words), the nearest and commonest first. */
  function near(word, vocabulary) {
    const most = word.length > 5 ? 2 : 1;
    const close = [[], [], []];
    for (const other of vocabulary) {
      if (other === word || Math.abs(other.length - word.length) > most) continue;
      const slips = distance(word, other, most);
      if (slips <= most) close[slips].push(other);
    }
    return close.flat();
  }

  /** Letters added, dropped, changed, or swapped with the next, to make one word the other; `most` + 1 when more. */
  function distance(a, b, most) {
    let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  Object.assign(search, { suggestion });
})();
