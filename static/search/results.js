// The page of results: reads the box and the address, and shows answers as one types, by keyboard alone too.

const PAUSE = 90, PER_PAGE = 10; // milliseconds; results
const FILES = 8, FEW = 4; // files an answer asks for before the reader goes on; articles whose text is asked for certainty
const NAMES = ['q', 'sap-xep', 'don-vi', 'tu', 'den', 'tac-gia'];
const [page, status, list, more, hint, filters] = ['tim-kiem', 'tinh-trang', 'ket-qua', 'xem-them', 'goi-y', 'loc'].map((id) => document.getElementById(id));
const form = page.querySelector('form'), fields = form.elements, input = fields.q;
const words = page.dataset; // what is said to the reader stands in the template
root = words.root;
head = readyHead(JSON.parse(document.getElementById('tim-kiem-dau').textContent));

let turn = 0, pause, columns, shown;

// ---- the address

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const field = fields[name], value = asked.get(name) || '';
    if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value));
    field.value = value;
    if (value && field !== input) filters.open = true;
  }
  search();
}

/** Keeps the address in step: while typing in place, and with an entry to go Back to when the reader has decided. */
function writeAddress(decided) {
  const asked = new URLSearchParams(NAMES.filter((name) => fields[name].value.trim()).map((name) => [name, fields[name].value]));
  document.title = [input.value.trim(), words.title].filter(Boolean).join(' · ');
  if (`?${asked}` !== location.search) history[decided ? 'pushState' : 'replaceState'](null, '', `?${asked}`);
}

// ---- asking

async function search() {
  const mine = ++turn, query = input.value.normalize('NFC').trim();
  if (!wordsOf(query).length) return clear(query && words.short);
  status.textContent = words.busy;
  try {
    await show(query, () => mine === turn);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    if (mine === turn) clear(words[error.message]);
  }
}

/** Shows the answer to a query as long as it is still wanted: the reader may have typed on. */
async function show(query, wanted) {
  const before = files, answer = await answerTo(query), { order, counts } = ordered(answer.scores, await filter()), by = fields['sap-xep'].value;
  if (by) order.sort();
  if (by === 'cu') order.reverse();
  const next = { ...answer, order, counts, count: 0 };
  if (!by) await makeSure(next);
  const items = await nextItems(next, by || !counts[4] ? PER_PAGE : cheaply(order, counts[4]));
  if (!wanted()) return;
  clear();
  shown = next;
  add(items);
  items.slice(0, Math.max(1, FILES - (files - before))).forEach((item) => item.fill());
  if (columns) await fillFilters(order);
  const better = counts[1] || !order.length ? await suggestionFor(query) : null;
  if (better && wanted()) hint.append(words.maybe, element('a', { href: `?${new URLSearchParams({ q: better })}` }, better), '?');
}

/** How many to show at first: those with the phrase, and others as long as that asks for no other shelves of records. */
function cheaply(order, phrases) {
  const shelves = Array.from(order.subarray(0, PER_PAGE), shelfOf);
  const dear = shelves.findIndex((shelf, i) => i >= phrases && !loaded.has(shelf) && !shelves.slice(0, phrases).includes(shelf));
  return dear < 0 ? PER_PAGE : dear;
}

/** Of the few articles that seem to have the phrase, puts those last whose own text has it not: the index may err. */
async function makeSure({ order, counts, scores, readings }) {
  const few = [...order.subarray(0, counts[4])], long = readings.filter((words) => words.length > 2);
  if (few.length < 2 || few.length > FEW || !long.length) return;
  const found = await Promise.all(few.map(async (article) => {
    const [path] = await recordOf(article);
    return Promise.all(long.map((phrase) => holds(path, [phrase]))).then((held) => held.some(Boolean), () => true);
  }));
  const [sure, others] = [true, false].map((wanted) => few.filter((_, i) => found[i] === wanted));
  order.set([...sure, ...others]);
  for (const article of others) scores[article] = WORDS;
  counts[4] -= others.length;
  counts[3] += others.length;
}

function summary({ counts, keys }) {
  const grades = words.grades.split('|'), told = counts.map((count, grade) => count && number(count) + grades[grade]).filter(Boolean);
  return (told.length ? `${words.found}${told.reverse().join('; ')}.` : words.none) + (keys ? words.keys : '');
}

const number = (count) => count.toLocaleString('vi');

// ---- the list

/** The next articles of an answer as items, so many or more; without those whose own text lacks a quoted phrase. */
async function nextItems(answer, count) {
  const next = answer.order.subarray(answer.count, answer.count += count);
  const items = (await Promise.all(Array.from(next, (article) => itemOf(answer, article)))).filter(Boolean);
  return items.length || answer.count >= answer.order.length ? items : nextItems(answer, count);
}

async function itemOf({ readings, quoted, counts, scores }, article) {
  const [path, headline, about] = await recordOf(article);
  if (quoted.length && !await holds(path, quoted)) return void counts[Math.floor(scores[article] / SOME)]--;
  const excerpt = element('p', { className: 'excerpt' }), link = element('a', { href: root + path }, ...markedText(headline, readings));
  const fill = remembering(async () => excerpt.append(...await excerptOf(path, readings).catch(() => [words.textless])));
  return Object.assign(element('li', {}, element('h2', {}, link), element('p', { className: 'about' }, about), excerpt), { fill });
}

function add(items) {
  list.append(...items);
  more.hidden = shown.count >= shown.order.length;
  status.textContent = summary(shown);
}

function clear(text = '') {
  list.replaceChildren();
  hint.replaceChildren();
  more.hidden = true;
  status.textContent = text;
}

// ---- filters

/** A test of articles by the filters that are set. What units and bylines they have is loaded when it is needed. */
async function filter() {
  const [unit, person, first, last] = ['don-vi', 'tac-gia', 'tu', 'den'].map((name) => fields[name].value);
  if (!columns && (unit || person || filters.open)) columns = columnsFrom(...await load('loc'));
  const has = (name, value, article) => !value || columns[name](article).includes(value);
  const dated = (year) => !(first || last) || (year && year >= first && year <= (last || '9999'));
  return (article) => has('don-vi', unit, article) && has('tac-gia', person, article) && dated(yearOf(article));
}

/** For each filter, what an article has of it: its units and all units above them, the people of its byline, its year. */
function columnsFrom(units, unitsOf, people, peopleOf) {
  const read = (names, numbers, rows = numbers.split(';')) => (article) => rows[article].split(',').filter(Boolean).map((at) => names[at]);
  const year = (article) => [yearOf(article)].filter(Boolean);
  return { 'don-vi': read(units, unitsOf), 'tac-gia': read(people, peopleOf), tu: year, den: year };
}

const yearOf = (article) => head.years.findLast(([, start]) => start <= article)[0];

/** Offers in each filter what the articles found have of it, and how many have it. */
async function fillFilters(articles) {
  for (const [name, column] of Object.entries(columns)) {
    const field = fields[name], { value } = field, counts = new Map(value ? [[value, 0]] : []);
    for (let n = 0; n < articles.length; n++) {
      for (const found of column(articles[n])) counts.set(found, (counts.get(found) || 0) + 1);
      if (n % 5000 === 4999) await breath();
    }
    const sorted = [...counts.keys()].sort(new Intl.Collator('vi').compare);
    field.replaceChildren(field.options[0], ...sorted.map((found) => new Option(`${found} (${number(counts.get(found))})`, found)));
    field.value = value;
  }
}

// ---- hands

function decide(event) {
  event.preventDefault();
  clearTimeout(pause);
  writeAddress(true);
  search();
}

form.addEventListener('submit', decide);
filters.addEventListener('change', decide);
filters.addEventListener('toggle', () => columns || search());
addEventListener('popstate', readAddress);
input.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => { writeAddress(false); search(); }, PAUSE);
});
more.addEventListener('click', async () => {
  const mine = shown, items = await nextItems(mine, PER_PAGE);
  if (mine !== shown) return;
  add(items);
  items[0]?.querySelector('a').focus();
});

// The first excerpts come with the answer, the others when the reader goes on: so it comes sooner on a weak connection.
for (const going of ['scroll', 'pointermove', 'focusin']) addEventListener(going, () => [...list.children].forEach((item) => item.fill()));

page.addEventListener('keydown', (event) => {
  const stops = [input, ...list.querySelectorAll('a'), ...more.hidden ? [] : [more]];
  const at = stops.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape' && at) input.focus();
  if (at < 0 || !step || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
});

readAddress();
if (!input.value) input.focus();
