// Reads Telex and VNI keystrokes that no keyboard program turned into letters: "sinh hoatj", "sinh hoat5".

// A syllable as Vietnamese spells it, without marks: what begins it, its vowels, what ends it.
const VIETNAMESE = new RegExp('^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?(' +
  '[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|ieu|oai|oay|oao|oeo|uai|uay|uao|uoi|uou|uya|uyu|yeu|' +
  '(a|e|i|o|u|y|ie|oa|oe|oo|ua|ue|uo|uy|uye|ye)(c|ch|m|n|ng|nh|p|t))$');

const TONE_KEYS = { s: "'", f: '`', r: '?', x: '~', j: '.', z: '', 1: "'", 2: '`', 3: '?', 4: '~', 5: '.', 0: '' };
const HATS = { a: 'â', e: 'ê', o: 'ô' }, HORNS = { o: 'ơ', u: 'ư' }, BREVE = { a: 'ă' };
const MARK_KEYS = { w: { ...HORNS, ...BREVE }, 6: HATS, 7: HORNS, 8: BREVE };

/** The form that raw keystrokes were meant for, or null when they spell no Vietnamese syllable. */
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

/** The last letter that can have the mark gets it, both of ươ at once, whichever the key follows; null when none can. */
function marked(letters, marks) {
  if (marks.u && /(^|[^q])[uư]o/.test(letters)) return letters.replace(/[uư]o/, 'ươ');
  const place = [...letters].findLastIndex((letter) => marks[letter]);
  return place < 0 ? null : letters.slice(0, place) + marks[letters[place]] + letters.slice(place + 1);
}
