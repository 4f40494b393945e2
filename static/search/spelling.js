// Finds the nearest spelling that has results, for a query that has none.

/** A query like this one that some articles answer, or null: words unknown to the articles changed, else one word. */
async function suggestionFor(query) {
  const vocabulary = (await load('chu'))[0].split(' '), known = new Set(vocabulary);
  const words = wordsOf(query).filter((word) => !/[\d%]/.test(word.plain)).slice(0, 8);
  const strange = words.filter((word) => !known.has(word.plain)), nearest = new Map();
  for (const word of strange.length ? strange : words) {
    nearest.set(word, nearTo(word.plain, vocabulary).slice(0, 3).map((other) => [word, other]));
    await breath();
  }
  const changes = strange.length ? [0, 1, 2].map((n) => strange.map((word) => nearest.get(word)[n])) : [...nearest.values()].flat().map((each) => [each]);
  for (const change of changes.filter((each) => each.every(Boolean)).slice(0, 5)) {
    const better = change.reduceRight((text, [word, other]) => text.slice(0, word.start) + other + text.slice(word.end), query);
    if (reach((await answerTo(better)).scores, WORDS)) return better;
  }
  return null;
}

/** Words one slip away, the commonest first: a letter is added, dropped, changed, or swapped with the next. */
function nearTo(word, vocabulary) {
  return vocabulary.filter((other) => {
    let start = 0, end = 0;
    while (start < word.length && word[start] === other[start]) start++;
    while (end < Math.min(word.length, other.length) - start && word.at(-1 - end) === other.at(-1 - end)) end++;
    const [mine, its] = [word, other].map((letters) => letters.slice(start, letters.length - end));
    return mine !== its && (Math.max(mine.length, its.length) < 2 || (its.length === 2 && mine === its[1] + its[0]));
  });
}
