// Reads a query as a reader of Vietnamese means it. The twin of archive/search/forms.py: one file of cases holds both.

const TONES = { '\u0301': "'", '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0323': '.' };
const PLAIN = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' };
const TONE_AT_END = /['`?~.]+$/;

/** A function that works out each answer once: the same words come again and again. */
function remembering(answer, known = new Map()) {
  return (word) => known.get(word) ?? known.set(word, answer(word)).get(word);
}

/** The syllables of a text (NFC): their forms, and where they stand in the text. A percent sign stands by itself. */
function wordsOf(text) {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+|%/gu), ({ 0: raw, index }) => {
    const form = formOf(raw.toLowerCase());
    return { raw, form, plain: plainOf(form), start: index, end: index + raw.length };
  });
}

const formsOf = (words) => words.map((word) => word.form);

/** A syllable in lower case with its tone written last: hoà and hòa are both "hoa`". Foreign marks are dropped. */
const formOf = remembering((syllable) => {
  let tones = '';
  const toneless = syllable.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
    tones += TONES[mark];
    return '';
  });
  const letters = toneless.normalize('NFC').replace(/[^ăâêôơư]/gu, (letter) => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
  return (letters + tones).normalize('NFC').replaceAll('ð', 'đ');
});

/** A form without tone and marks. */
const plainOf = remembering((form) => form.replace(TONE_AT_END, '').replace(/[ăâêôơưđ]/g, (letter) => PLAIN[letter]));

/** How a written form answers a typed one: 3 the same, 2 but for marks not typed, 1 with other marks, 0 another word. */
function agreement(typed, written) {
  if (typed === written) return 3;
  if (plainOf(typed) !== plainOf(written)) return 0;
  const [letters, others] = [typed, written].map((form) => form.replace(TONE_AT_END, ''));
  const tone = typed.slice(letters.length);
  if (tone && tone !== written.slice(others.length)) return 1;
  return [...letters].every((letter, i) => letter === others[i] || !PLAIN[letter]) ? 2 : 1;
}

/**
 * The parts of a query: words typed freely, phrases in quotation marks, and what must not be there. What was typed
 * without a blank and has a digit or a percent sign must stand so: 04-NQ/TW, 98%.
 */
function parse(query) {
  const parts = { free: [], quoted: [], excluded: [] };
  const text = query.normalize('NFC').slice(0, 400).replace(/[“”„«»]/g, '"');
  const rest = text.replace(/(^|\s)(?:(-?)"([^"]*)"?|-(?=[\p{L}\p{N}])(\S+))/gu, (all, before, minus, phrase, word) => {
    const words = wordsOf(phrase ?? word).slice(0, 16), list = parts[minus || word ? 'excluded' : 'quoted'];
    if (words.length && list.length < 4) list.push(words);
    return ' ';
  });
  for (const joined of rest.match(/\S*[\d%]\S*/g) || []) if (wordsOf(joined).length > 1) parts.quoted.push(wordsOf(joined).slice(0, 16));
  parts.free = wordsOf(rest).slice(0, 16);
  return parts;
}

/**
 * The ways to read words typed freely, most likely first: as typed, short forms written out and long ones shortened,
 * and as raw keystrokes. A reading has `words` (forms); `assumed`, places whose pair with the next word lies inside a
 * long form that was not typed and is not looked up; and `keys`, whether it was read as keystrokes.
 */
function readingsOf(typed, { short, latin }) {
  const words = formsOf(typed), decoded = words.map((form) => fromKeystrokes(form) || form);
  const changed = words.filter((form, i) => form !== decoded[i]), keyed = { words: decoded, assumed: [], keys: true };
  if (changed.some((form) => !latin.has(form))) return [keyed];
  const others = short.flatMap(([name, long]) => typed.flatMap((_, i) => otherForms(typed, i, name, long.split(' ')))).slice(0, 4);
  return [{ words, assumed: [], keys: false }, ...others, ...changed.length ? [keyed] : []];
}

/** The readings in which a short form at a place is written out, or its long form is shortened. */
function otherForms(typed, place, short, long) {
  const forms = formsOf(typed), { form, plain, raw } = typed[place];
  const replaced = (count, others, assumed) => ({ words: [...forms.slice(0, place), ...others, ...forms.slice(place + count)], assumed, keys: false });
  // In small letters a short form that is also a syllable is that syllable: "tu" is no Tỉnh ủy.
  const isShort = agreement(form, short) > 1 && (!VIETNAMESE.test(plain) || raw === raw.toUpperCase());
  const isLong = long.every((written, i) => agreement(forms[place + i] || '', written) > 1);
  return [...isShort ? [replaced(1, long, long.slice(1).map((_, i) => place + i))] : [], ...isLong ? [replaced(long.length, [short], [])] : []];
}

/** The head of the index with its lists of words made ready for lookup. */
function readyHead({ common, latin, ...head }) {
  return { ...head, common: new Set(common.split(' ')), latin: new Set(latin.split(' ')) };
}
