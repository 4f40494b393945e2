// Finds the nearest spelling that has results.

// A query like this that has an answer: with the unknown words changed, else one word.
async function suggestionFor(query) {
	const [vocabulary] = await load('chu'), near = [];
	const words = wordsOf(query).filter(({ form }) => /^[^\d%]{1,19}$/.test(form)).slice(0, 8);
	const strange = words.filter(({ form }) => !isAmong(vocabulary, plainOf(form)));
	for (const word of strange[0] ? strange : words) {
		near.push(nearTo(plainOf(word.form), vocabulary).slice(0, 3).map((other) => [word, other]));
		await breath();
	}
	const changes = strange[0] ? [0, 1, 2].map((n) => near.map((others) => others[n])) : near.flat().map((change) => [change]);
	for (const change of changes.filter((each) => each.every(Boolean)).slice(0, 5)) {
		const better = change.reduceRight((text, [word, other]) => text.slice(0, word.start) + other + text.slice(word.end), query);
		if (reach(await answerTo(better), WORDS)) return better;
	}
}

// Words one slip away: a letter added, dropped, changed, or swapped with the next.
function nearTo(word, list) {
	const slips = Array.from({ length: word.length + 1 }, (_, i) => {
		const [letter = '', next = ''] = word.slice(i), after = word.slice(i + 1);
		return `${word.slice(0, i)}(?:\\S?${after}|\\S${letter}${after}|${next}${letter}${after.slice(1)})`;
	});
	return (list.match(new RegExp(`(?<!\\S)(?:${slips.join('|')})(?!\\S)`, 'g')) || []).filter((other) => other !== word);
}
