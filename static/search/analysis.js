// Reads a query as a reader of Vietnamese means it. The twin of archive/search/forms.py: one file of cases holds both.

const TONES = { '\u0301': "'", '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0323': '.' };
const QUALITIES = { 'a\u0306': 'ă', 'a\u0302': 'â', 'e\u0302': 'ê', 'o\u0302': 'ô', 'o\u031b': 'ơ', 'u\u031b': 'ư' };
const LETTER = /a[\u0302\u0306]|e\u0302|o[\u0302\u031b]|u\u031b|[^]/gu;
const PLAIN = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' };
const TONE_AT_END = /['`?~.]+$/;

/** The syllables of a text (NFC): their forms, and where they stand in the text. A percent sign stands by itself. */
function wordsOf(text) {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+|%/gu), ({ 0: raw, index }) => {
    const form = formOf(raw.toLowerCase());
    return { raw, form, plain: plainOf(form), start: index, end: index + raw.length };
  });
}

/** A syllable in lower case with its tone written last: hoà and hòa are both "hoa`". */
function formOf(syllable) {
  if (/^[\x00-\x7f]*$/.test(syllable)) return syllable;
  let tones = '';
  const toneless = syllable.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
    tones += TONES[mark];
    return '';
  });
  const letters = toneless.replace(LETTER, (letter) => {
    if (QUALITIES[letter]) return QUALITIES[letter];
    return letter >= '\u0300' && letter < '\u0370' ? '' : letter === 'ð' ? 'đ' : letter;
  });
  return (letters + tones).normalize('NFC');
}

const plains = new Map(); // the same words come again and again

/** A form without tone and marks. */
function plainOf(form) {
  if (!plains.has(form)) plains.set(form, form.replace(TONE_AT_END, '').replace(/[ăâêôơưđ]/g, (letter) => PLAIN[letter]));
  return plains.get(form);
}

/** How a written form answers a typed one: 3 the same, 2 but for marks not typed, 1 with other marks, 0 another word. */
function agreement(typed, written) {
  if (typed === written) return 3;
  if (plainOf(typed) !== plainOf(written)) return 0;
  const [letters, others] = [typed, written].map((form) => form.replace(TONE_AT_END, ''));
  const tone = typed.slice(letters.length);
  if (tone && tone !== written.slice(others.length)) return 1;
  return [...letters].every((letter, i) => letter === others[i] || !PLAIN[letter]) ? 2 : 1;
}

/** The parts of a query: words typed freely, phrases in quotation marks, and what must not be there. */
function parse(query) {
  const parts = { free: [], quoted: [], excluded: [] };
  const text = query.normalize('NFC').slice(0, 400).replace(/[“”„«»]/g, '"');
  const rest = text.replace(/(^|\s)(-?)"([^"]*)"?/g, (all, before, minus, phrase) => {
    parts[minus ? 'excluded' : 'quoted'].push(wordsOf(phrase).slice(0, 16));
    return ' ';
  }).replace(/(^|\s)-(?=[\p{L}\p{N}])(\S+)/gu, (all, before, word) => {
    parts.excluded.push(wordsOf(word));
    return ' ';
  });
  parts.free = wordsOf(rest).slice(0, 16);
  parts.quoted = parts.quoted.filter((words) => words.length).slice(0, 4);
  parts.excluded = parts.excluded.filter((words) => words.length).slice(0, 4);
  return parts;
}

/**
 * The ways to read words typed freely, most likely first: as typed, short forms written out and long ones shortened,
 * and as raw keystrokes. A reading has `words` (forms); `assumed`, places whose pair with the next word lies inside a
 * long form that was not typed and is not looked up; `glued`, places whose pair was typed without a blank, as in 98%,
 * and must stand so; and `keys`, whether it was read as keystrokes.
 */
function readingsOf(typed, head) {
  const forms = typed.map((word) => word.form);
  const decoded = forms.map((form) => fromKeystrokes(form) || form);
  const keyed = { words: decoded, assumed: [], glued: [], keys: true };
  const changed = decoded.some((form, i) => form !== forms[i]);
  if (decoded.some((form, i) => form !== forms[i] && !head.latin.has(forms[i]))) return [keyed];
  const glued = forms.map((_, i) => i).filter((i) => i + 1 < typed.length && isGlued(typed[i], typed[i + 1]));
  const plain = [{ words: forms, assumed: [], glued, keys: false }, ...otherForms(typed, head)];
  return changed ? [...plain, keyed] : plain;
}

const isGlued = (word, next) => next.start - word.end < 2 && /[\d%]/.test(word.raw + next.raw);

function otherForms(typed, head) {
  const found = [];
  typed.forEach((word, i) => {
    for (const long of longForms(word, head)) found.push(replaced(typed, i, 1, long));
    for (let length = 2; length <= 8 && i + length <= typed.length; length++) {
      for (const short of shortForms(typed.slice(i, i + length), head)) found.push(replaced(typed, i, length, [short]));
    }
  });
  return found.slice(0, 4);
}

/** What a short form stands for. In small letters one that is also a syllable is that syllable: "tu" is no Tỉnh ủy. */
function longForms(word, head) {
  if (VIETNAMESE.test(word.plain) && word.raw !== word.raw.toUpperCase()) return [];
  return head.long.get(word.form) || head.long.get(word.plain + ' ') || [];
}

function shortForms(words, head) {
  const known = head.short.get(words.map((word) => word.plain).join(' ')) || [];
  return known.filter(({ long }) => words.every((word, i) => agreement(word.form, long[i]) > 1)).map(({ short }) => short);
}

function replaced(typed, place, length, forms) {
  const words = typed.map((word) => word.form);
  words.splice(place, length, ...forms);
  const assumed = words.length === forms.length ? [] : forms.slice(1).map((_, i) => place + i);
  return { words, assumed, glued: [], keys: false };
}

/** The head of the index with its tables made ready for lookup. */
function readyHead(head) {
  const long = new Map(), short = new Map();
  const add = (map, key, value) => map.set(key, (map.get(key) || []).concat([value]));
  for (const [name, meanings] of Object.entries(head.short)) {
    for (const forms of meanings.map((meaning) => meaning.split(' '))) {
      add(long, name, forms);
      add(long, plainOf(name) + ' ', forms);
      add(short, forms.map(plainOf).join(' '), { short: name, long: forms });
    }
  }
  return { ...head, common: new Set(head.common.split(' ')), latin: new Set(head.latin.split(' ')), compounds: new Set(head.compounds.split(';')), long, short };
}
