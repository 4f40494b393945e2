// Finds the nearest spelling that has results, for a query that has none.

/** A query like this one that some articles answer, or null: words unknown to the articles changed, else one word. */
async function suggestionFor(query) {
  const [list] = await load('chu');
  const vocabulary = list.split(' '), known = new Set(vocabulary);
  const words = wordsOf(query).filter((word) => !/[\d%]/.test(word.plain)).slice(0, 8);
  const strange = words.filter((word) => !known.has(word.plain));
  const nearest = (word) => nearTo(word.plain, vocabulary).slice(0, 3).map((other) => [word, other]);
  const changes = strange.length ? [0, 1, 2].map((n) => strange.map((word) => nearest(word)[n])) : words.flatMap(nearest).map((each) => [each]);
  for (const change of changes.filter((each) => each.every(Boolean)).slice(0, 5)) {
    const better = change.reduceRight((text, [word, other]) => text.slice(0, word.start) + other + text.slice(word.end), query);
    const { phrase, words: apart } = await answerTo(better);
    if (phrase.length || apart.length) return better;
  }
  return null;
}

/** Words one slip away (two for long words), the nearest and commonest first. */
function nearTo(word, vocabulary) {
  const close = [[], [], []];
  for (const other of vocabulary) {
    const slips = Math.abs(other.length - word.length) > 2 ? 3 : distance(word, other);
    if (slips && slips <= (word.length > 5 ? 2 : 1)) close[slips].push(other);
  }
  return close.flat();
}

/** How many letters are added, dropped, changed, or swapped with the next, to make one word the other. */
function distance(a, b) {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
