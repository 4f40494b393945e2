// Reads a query as a reader of Vietnamese means it. The twin of archive/search/forms.py: one file of cases holds both.
(function () {
  'use strict';
  const search = (globalThis.archiveSearch = globalThis.archiveSearch || {});

  const TONES = { '\u0301': "'", '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0323': '.' };
  const QUALITIES = { 'a\u0306': 'ă', 'a\u0302': 'â', 'e\u0302': 'ê', 'o\u0302': 'ô', 'o\u031b': 'ơ', 'u\u031b': 'ư' };
  const LETTER = /a[\u0302\u0306]|e\u0302|o[\u0302\u031b]|u\u031b|[^]/gu;
  const SYLLABLE = /[\p{L}\p{N}]+|%/gu;
  const PLAIN = { 'ă': 'a', 'â': 'a', 'ê': 'e', 'ô': 'o', 'ơ': 'o', 'ư': 'u', 'đ': 'd' };

  /** The syllables of a text: their forms, and where they stand in the text (which must be NFC). */
  function words(text) {
    return Array.from(text.matchAll(SYLLABLE), (match) => {
      const form = formOf(match[0].toLowerCase());
      return { form, plain: plainOf(form), raw: match[0], start: match.index, end: match.index + match[0].length };
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
      if (letter >= '\u0300' && letter < '\u0370') return '';
      return letter === 'ð' ? 'đ' : letter;
    });
    return (letters + tones).normalize('NFC');
  }

  /** A form without tone and marks. */
  function plainOf(form) {
    return form.replace(/['`?~.]+$/, '').replace(/[ăâêôơưđ]/g, (letter) => PLAIN[letter]);
  }

  /** How a written form answers a typed one: 3 the same, 2 the same but for marks not typed, 1 other marks, 0 another word. */
  function agreement(typed, written) {
    if (typed === written) return 3;
    if (plainOf(typed) !== plainOf(written)) return 0;
    const [letters, tone] = parted(typed), [others, otherTone] = parted(written);
    if (tone && tone !== otherTone) return 1;
    for (let i = 0; i < letters.length; i++) {
      if (letters[i] !== others[i] && PLAIN[letters[i]]) return 1;
    }
    return 2;
  }

  function parted(form) {
    const letters = form.replace(/['`?~.]+$/, '');
    return [letters, form.slice(letters.length)];
  }

  /** Whether a form has any mark at all: then its reader types marks. */
  const marked = (form) => form !== plainOf(form);

  // A syllable as Vietnamese spells it, without marks.
  const ONSET = '(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?';
  const RIME = '(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|ieu|oai|oay|oao|oeo|uai|uay|uao|uoi|uou|uya|uyu|yeu)';
  const CODED = '(?:a|e|i|o|u|y|ie|oa|oe|oo|ua|ue|uo|uy|uye|ye)(?:c|ch|m|n|ng|nh|p|t)';
  const VIETNAMESE = new RegExp('^' + ONSET + '(?:' + RIME + '|' + CODED + ')$');

  const TELEX_TONES = { s: "'", f: '`', r: '?', x: '~', j: '.', z: '' };
  const VNI_TONES = { 1: "'", 2: '`', 3: '?', 4: '~', 5: '.', 0: '' };
  const HATS = { a: 'â', e: 'ê', o: 'ô' };
  const VNI_MARKS = { 6: HATS, 7: { o: 'ơ', u: 'ư' }, 8: { a: 'ă' }, 9: { d: 'đ' } };

  /** The form that raw Telex or VNI keystrokes were meant for, or null when they spell no Vietnamese syllable. */
  function fromKeystrokes(typed) {
    if (!/^[a-z][a-z0-9]*$/.test(typed)) return null;
    const form = /\d/.test(typed) ? fromVni(typed) : fromTelex(typed);
    return form && form !== typed && VIETNAMESE.test(plainOf(form)) ? form : null;
  }

  function fromTelex(typed) {
    let letters = '', tone = '';
    for (const key of typed) {
      const vowels = /[aeiouyăâêôơư]/.test(letters), earlier = letters.lastIndexOf(key);
      if (key in TELEX_TONES && vowels) tone = TELEX_TONES[key];
      else if (key === 'w' && horned(letters) !== letters) letters = horned(letters);
      else if (HATS[key] && earlier >= 0) letters = put(letters, earlier, HATS[key]);
      else if (key === 'd' && letters[0] === 'd') letters = put(letters, 0, 'đ');
      else letters += key;
    }
    return letters + tone;
  }

  function fromVni(typed) {
    let letters = '', tone = '';
    for (const key of typed) {
      if (key in VNI_TONES) tone = VNI_TONES[key];
      else if (key === '7') letters = horned(letters.replace(/a/g, '\0')).replace(/\0/g, 'a');
      else if (VNI_MARKS[key]) letters = marking(letters, VNI_MARKS[key]);
      else letters += key;
    }
    return letters + tone;
  }

  /** Horns and breves as one key writes them: uo becomes ươ, else the last o, u or a is marked. */
  function horned(letters) {
    if (/u[oô]/.test(letters)) return letters.replace(/u[oô]/, 'ươ');
    if (/ưo/.test(letters)) return letters.replace('ưo', 'ươ');
    return marking(letters, { o: 'ơ', u: 'ư', a: 'ă' });
  }

  function marking(letters, marks) {
    for (let i = letters.length - 1; i >= 0; i--) if (marks[letters[i]]) return put(letters, i, marks[letters[i]]);
    return letters;
  }

  const put = (text, place, letter) => text.slice(0, place) + letter + text.slice(place + 1);

  /** The parts of a query: words typed freely, phrases in quotation marks, and what must not be there. */
  function parse(query) {
    const parts = { free: [], quoted: [], excluded: [] };
    const text = query.normalize('NFC').slice(0, 400).replace(/[“”„«»]/g, '"');
    const rest = text.replace(/(^|\s)(-?)"([^"]*)"?/g, (all, before, minus, phrase) => {
      if (words(phrase).length) parts[minus ? 'excluded' : 'quoted'].push(words(phrase));
      return ' ';
    }).replace(/(^|\s)-(?=[\p{L}\p{N}])(\S+)/gu, (all, before, word) => {
      parts.excluded.push(words(word));
      return ' ';
    });
    parts.free = words(rest).slice(0, 24);
    parts.quoted = parts.quoted.slice(0, 4).map((phrase) => phrase.slice(0, 24));
    return parts;
  }

  /**
   * The ways to read words typed freely, most likely first: as typed, with short forms written out and long forms
   * shortened, and as raw keystrokes. A reading is { words, inner, keys }; `inner` marks places whose pair with the next
   * word lies inside a long form that was not typed: it need not be looked up.
   */
  function readings(typed, head) {
    const asTyped = typed.map((word) => word.form);
    const decoded = typed.map((word) => fromKeystrokes(word.form) || word.form);
    const keys = { words: decoded, inner: [], keys: true };
    const keyed = decoded.some((form, i) => form !== asTyped[i]);
    const impossible = typed.some((word, i) => decoded[i] !== word.form && !head.latin.has(word.form));
    if (keyed && impossible) return [keys];
    const plain = [{ words: asTyped, inner: [], keys: false }, ...otherForms(typed, head)];
    return keyed ? [...plain, keys] : plain;
  }

  function otherForms(typed, head) {
    const found = [];
    for (let i = 0; i < typed.length; i++) {
      for (const long of longForms(typed[i], head)) found.push(replaced(typed, i, 1, long));
      for (let length = 2; length <= 8 && i + length <= typed.length; length++) {
        for (const short of shortForms(typed.slice(i, i + length), head)) found.push(replaced(typed, i, length, short));
      }
    }
    return found.slice(0, 4);
  }

  /** A short form in small letters that is also a Vietnamese syllable is that syllable: "tu" is no Tỉnh ủy. */
  function longForms(word, head) {
    if (VIETNAMESE.test(word.plain) && word.raw !== word.raw.toUpperCase()) return [];
    return head.long.get(word.form) || (marked(word.form) ? [] : head.longPlain.get(word.plain)) || [];
  }

  function shortForms(words, head) {
    const known = head.shortPlain.get(words.map((word) => word.plain).join(' ')) || [];
    return known.filter(({ long }) => words.every((word, i) => agreement(word.form, long[i]) > 1)).map(({ short }) => [short]);
  }

  function replaced(typed, place, length, forms) {
    const words = typed.map((word) => word.form);
    words.splice(place, length, ...forms);
    const alone = words.length === forms.length;
    const inner = alone ? [] : forms.slice(1).map((form, i) => place + i);
    return { words, inner, keys: false };
  }

  /** The head of the index with its tables made ready for lookup. */
  function readyHead(head) {
    const ready = { ...head, common: new Set(head.common.split(' ')), latin: new Set(head.latin.split(' ')) };
    ready.long = new Map();
    ready.longPlain = new Map();
    ready.shortPlain = new Map();
    for (const [short, longs] of Object.entries(head.short)) {
      const forms = longs.map((long) => long.split(' '));
      add(ready.long, short, forms);
      add(ready.longPlain, plainOf(short), forms);
      for (const long of forms) add(ready.shortPlain, long.map(plainOf).join(' '), [{ short, long }]);
    }
    return ready;
  }

  const add = (map, key, values) => map.set(key, (map.get(key) || []).concat(values));

  Object.assign(search, { words, formOf, plainOf, agreement, marked, fromKeystrokes, parse, readings, readyHead });
})();
