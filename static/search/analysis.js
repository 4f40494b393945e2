// Reads a query as Vietnamese means it. The twin of forms.py.

const TONES = { '\u0301': "'", '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0323': '.' };

const remembering = (answer, known = new Map()) => (word) => known.get(word) ?? known.set(word, answer(word)).get(word);

// The syllables of a text (NFC), and percent signs: forms and places.
function wordsOf(text) {
	return Array.from(text.matchAll(/[\p{L}\p{N}]+|%/gu), ({ 0: raw, index: start }) => ({ raw, form: formOf(raw.toLowerCase()), start, end: start + raw.length }));
}

const formsOf = (words) => words.map(({ form }) => form);

const unmarked = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

// A lower-case syllable, its tone last: hoà and hòa are both "hoa`". Foreign marks are dropped.
const formOf = remembering((syllable) => {
	const parts = [...syllable.normalize('NFD')], tones = parts.map((part) => TONES[part]).join('');
	const letters = parts.filter((part) => !TONES[part]).join('').normalize('NFC');
	return (letters.replace(/[^ăâêôơư]/gu, unmarked) + tones).normalize('NFC').replaceAll('ð', 'đ');
});

const plainOf = remembering((forms) => unmarked(forms).replace(/['`?~.]/g, '').replaceAll('đ', 'd').normalize('NFC'));

// How a written form answers a typed one: 3 the same, 2 marks not typed, 1 other marks, 0 another word.
function agreement(typed, written) {
	if (typed === written) return 3;
	const plain = plainOf(typed);
	if (plain !== plainOf(written)) return 0;
	return [...typed].every((letter, i) => letter === written[i] || letter === plain[i]) ? 2 : 1;
}

// Free words, quoted phrases, and excluded ones. What has no blank, 04-NQ/TW or 98%, must stand so.
function parse(query) {
	const free = [], quoted = [], excluded = [];
	for (const [, minus, phrase, joined] of query.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)) {
		const words = wordsOf(phrase ?? joined).slice(0, 16), whole = !joined || (words[1] && /[\d%]/.test(joined));
		if (joined && !minus) free.push(...words);
		if (words[0] && (minus || whole)) (minus ? excluded : quoted).push(formsOf(words));
	}
	return { free: free.slice(0, 16), quoted: quoted.slice(0, 4), excluded: excluded.slice(0, 4) };
}

// Ways to read words, likely first: as typed, short forms written out, long ones cut; as raw `keys`, amid words of articles or all.
function readingsOf(typed, { short, latin }) {
	const words = formsOf(typed), isVni = words.some((form) => /\d/.test(form) && fromKeystrokes(form));
	const decoded = words.map((form) => ((!isVni || /\d/.test(form)) && fromKeystrokes(form)) || form);
	const kept = decoded.map((form, i) => (isAmong(latin, words[i]) ? words[i] : form));
	const keyed = [kept, decoded].filter((reading, i) => !same(reading, [words, kept][i]));
	const others = short.flatMap(([name, long]) => [...otherWords(typed, name, long, isShortForm), ...otherWords(typed, long, name)]);
	return [{ readings: same(kept, words) ? [words, ...others.slice(0, 4)] : [] }, { readings: keyed, keys: true }].filter(({ readings: [any] }) => any);
}

const same = (one, other) => `${one}` === `${other}`;

function otherWords(typed, from, to, isMeant = () => true) {
	const forms = formsOf(typed), old = from.split(' ');
	const place = typed.findIndex((word, at) => isMeant(word) && old.every((written, i) => agreement(forms[at + i] || '', written) > 1));
	return place < 0 ? [] : [forms.toSpliced(place, old.length, ...to.split(' '))];
}

// A short form in small letters may be a syllable: "tu" is no Tỉnh ủy.
const isShortForm = ({ form, raw }) => !VIETNAMESE.test(plainOf(form)) || raw === raw.toUpperCase();

const isAmong = (list, word) => ` ${list} `.includes(` ${word} `);
