// Reads Telex and VNI keystrokes that no keyboard program turned into letters: "sinh hoatj", "sinh hoat5".

// A syllable as Vietnamese spells it, without marks: what begins it, its vowels, what ends it.
const VIETNAMESE = new RegExp('^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?(' +
  '[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|ieu|oai|oay|oao|oeo|uai|uay|uao|uoi|uou|uya|uyu|yeu|' +
  '(a|e|i|o|u|y|ie|oa|oe|oo|ua|ue|uo|uy|uye|ye)(c|ch|m|n|ng|nh|p|t))$');

const HATS = { a: 'â', e: 'ê', o: 'ô' }, HORNS = { o: 'ơ', u: 'ư' }, BREVE = { a: 'ă' };
const TELEX_TONES = { s: "'", f: '`', r: '?', x: '~', j: '.', z: '' };
const VNI_TONES = { 1: "'", 2: '`', 3: '?', 4: '~', 5: '.', 0: '' };

/** The form that raw keystrokes were meant for, or null when they spell no Vietnamese syllable. */
function fromKeystrokes(typed) {
  if (!/^[a-z][a-z0-9]*$/.test(typed)) return null;
  const form = (/\d/.test(typed) ? fromVni : fromTelex)(typed);
  return form !== typed && VIETNAMESE.test(plainOf(form)) ? form : null;
}

function fromTelex(typed) {
  let letters = '', tone = '';
  for (const key of typed) {
    if (key in TELEX_TONES && /[aeiouyâêôăơư]/.test(letters)) tone = TELEX_TONES[key];
    else if (key === 'w' && /[aou]/.test(letters)) letters = horned(letters, { ...HORNS, ...BREVE });
    else if (HATS[key] && letters.includes(key)) letters = marked(letters, { [key]: HATS[key] });
    else if (key === 'd' && letters[0] === 'd') letters = 'đ' + letters.slice(1);
    else letters += key;
  }
  return letters + tone;
}

function fromVni(typed) {
  let letters = '', tone = '';
  for (const key of typed) {
    if (key in VNI_TONES) tone = VNI_TONES[key];
    else if (key === '6') letters = marked(letters, HATS);
    else if (key === '7') letters = horned(letters, HORNS);
    else if (key === '8') letters = marked(letters, BREVE);
    else if (key === '9') letters = letters.replace(/^d/, 'đ');
    else letters += key;
  }
  return letters + tone;
}

/** One key gives both horns of ươ, whichever letter it follows. */
const horned = (letters, marks) => (/(?<!q)[uư]o/.test(letters) ? letters.replace(/[uư]o/, 'ươ') : marked(letters, marks));

/** The last letter that can have the mark gets it. */
function marked(letters, marks) {
  const place = [...letters].findLastIndex((letter) => marks[letter]);
  return place < 0 ? letters : letters.slice(0, place) + marks[letters[place]] + letters.slice(place + 1);
}
