// Reads a query as a reader of Vietnamese means it. The twin of archive/search/forms.py: one file of cases holds both.

const TONES = { '\u0301': "'", '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0323': '.' };
const PLAIN = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' };
const TONE_AT_END = /['`?~.]+$/;

/** A function that works out each answer once. */
function remembering(answer, known = new Map()) {
  return (word) => known.get(word) ?? known.set(word, answer(word)).get(word);
}

/** The syllables of a text (NFC), and percent signs: their forms, and where they stand. */
function wordsOf(text) {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+|%/gu), ({ 0: raw, index }) => {
    const form = formOf(raw.toLowerCase());
    return { raw, form, plain: plainOf(form), start: index, end: index + raw.length };
  });
}

const formsOf = (words) => words.map((word) => word.form);

/** A syllable in lower case with its tone last: hoà and hòa are both "hoa`". Foreign marks are dropped. */
const formOf = remembering((syllable) => {
  const parts = [...syllable.normalize('NFD')], tones = parts.map((part) => TONES[part]).join('');
  const letters = parts.filter((part) => !TONES[part]).join('').normalize('NFC').replace(/[^ăâêôơư]/gu, (letter) => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
  return (letters + tones).normalize('NFC').replaceAll('ð', 'đ');
});

/** A form without tone and marks. */
const plainOf = remembering((form) => form.replace(TONE_AT_END, '').replace(/[ăâêôơưđ]/g, (letter) => PLAIN[letter]));

/** How a written form answers a typed one: 3 the same, 2 but for marks not typed, 1 with other marks, 0 another word. */
function agreement(typed, written) {
  if (typed === written) return 3;
  if (plainOf(typed) !== plainOf(written)) return 0;
  const [tone] = typed.match(TONE_AT_END) || [''];
  return written.endsWith(tone) && [...typed].every((letter, i) => letter === written[i] || !PLAIN[letter]) ? 2 : 1;
}

/**
 * A query's words typed freely, phrases in quotation marks, and what must not be there. What was typed without a blank
 * and has a digit or a percent sign must stand so: 04-NQ/TW, 98%.
 */
function parse(query) {
  const free = [], quoted = [], excluded = [];
  for (const [, minus, phrase, joined] of query.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const words = wordsOf(phrase ?? joined).slice(0, 16), whole = !joined || (words.length > 1 && /[\d%]/.test(joined));
    if (joined && !minus) free.push(...words);
    if (words.length && (minus || whole)) (minus ? excluded : quoted).push(words);
  }
  return { free: free.slice(0, 16), quoted: quoted.slice(0, 4), excluded: excluded.slice(0, 4) };
}

/**
 * The ways to read words, in groups, most likely first: as typed, with short forms written out and long ones shortened;
 * and as raw `keys`. Bits tell which words are `assumed`: their pairs, in a long form not typed, are not looked up.
 */
function readingsOf(typed, { short, latin }) {
  const words = formsOf(typed), decoded = words.map((form) => fromKeystrokes(form) || form);
  const keyed = [{ words: decoded, assumed: 0, keys: true }], changed = words.filter((form, i) => form !== decoded[i]);
  if (changed.some((form) => !isAmong(latin, form))) return [keyed];
  const others = short.flatMap(([name, long]) => typed.flatMap((_, i) => otherForms(typed, i, name, long.split(' ')))).slice(0, 4);
  return [[{ words, assumed: 0 }, ...others], ...changed.length ? [keyed] : []];
}

/** The readings in which a short form at a place is written out, or its long form is shortened. */
function otherForms(typed, place, short, long) {
  const forms = formsOf(typed), { form, plain, raw } = typed[place], found = [];
  const replace = (count, others, assumed = 0) => found.push({ words: forms.toSpliced(place, count, ...others), assumed });
  // In small letters a short form that is also a syllable is that syllable: "tu" is no Tỉnh ủy.
  const isShort = agreement(form, short) > 1 && (!VIETNAMESE.test(plain) || raw === raw.toUpperCase());
  if (isShort) replace(1, long, forms.length > 1 ? (2 ** long.length - 1) << place : 0);
  if (long.every((written, i) => agreement(forms[place + i] || '', written) > 1)) replace(long.length, [short]);
  return found;
}

/** Whether a list of the head, parted by blanks, has a word. */
const isAmong = (list, word) => ` ${list} `.includes(` ${word} `);
