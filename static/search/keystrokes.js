// Reads Telex and VNI that no keyboard program turned into letters: "sinh hoatj", "sinh hoat5".

// A Vietnamese syllable without marks: beginning, vowels, end.
const VIETNAMESE = /^([bcdghklmnpqrstvx]|[cgknpt]h|gi|ngh?|qu|tr)?[aeiouy]{1,3}(ch?|m|n[gh]?|p|t)?$/;

const TONE_KEYS = { s: "'", f: '`', r: '?', x: '~', j: '.', z: '', 1: "'", 2: '`', 3: '?', 4: '~', 5: '.', 0: '' };
const HATS = { a: 'â', e: 'ê', o: 'ô' }, HORNS = { o: 'ơ', u: 'ư' }, BREVE = { a: 'ă' };
const MARK_KEYS = { w: { ...HORNS, ...BREVE }, 6: HATS, 7: HORNS, 8: BREVE };

// The form that keystrokes mean; null when they spell no syllable.
function fromKeystrokes(typed) {
	if (!/^[a-z][a-z0-9]*$/.test(typed)) return null;
	const vni = /\d/.test(typed);
	let letters = '', tone = '';
	for (const key of typed) {
		if (vni && /[a-z]/.test(key)) letters += key;
		else if (key in TONE_KEYS && /[aeiouyâêôăơư]/.test(letters)) tone = TONE_KEYS[key];
		else if (/[d9]/.test(key) && letters[0] === 'd') letters = `đ${letters.slice(1)}`;
		else letters = marked(letters, MARK_KEYS[key] || { [key]: HATS[key] }) || letters + key;
	}
	return letters + tone !== typed && VIETNAMESE.test(plainOf(letters)) ? letters + tone : null;
}

// The last letter that can have the mark gets it, both of ươ at once; null when none can.
function marked(letters, marks) {
	if (marks.u && /(^|[^q])[uư]o/.test(letters)) return letters.replace(/[uư]o/, 'ươ');
	const place = [...letters].findLastIndex((letter) => marks[letter]);
	return place < 0 ? null : letters.slice(0, place) + marks[letters[place]] + letters.slice(place + 1);
}
