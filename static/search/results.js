// The page of results: reads the box and the address, and shows answers as one types, by keyboard alone too.

const PAUSE = 90, PER_PAGE = 10; // milliseconds; results
const FILES = 8, FEW = 4; // files asked for before the reader goes on; articles whose text is asked for certainty
const [page, status, list, more, hint, filters] = ['tim-kiem', 'tinh-trang', 'ket-qua', 'xem-them', 'goi-y', 'loc'].map((id) => document.getElementById(id));
const form = page.querySelector('form'), fields = form.elements, input = fields.q;
const words = page.dataset; // what is said to the reader stands in the template
root = words.root;
head = JSON.parse(document.getElementById('tim-kiem-dau').textContent);

let turn = 0, pause, columns, current;

// ---- the address

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const field of fields) if (field.name) put(field, asked.get(field.name) || '');
  if ([...filters.querySelectorAll('select')].some(({ value }) => value)) filters.open = true;
  search();
}

/** Gives a field a value, also one that its list does not offer. */
function put(field, value) {
  field.value = value;
  if (field.value !== value) field.add?.(new Option(value, value, false, true));
}

/** Keeps the address in step; what the reader decided stays to go Back to. */
function writeAddress(decided) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  document.title = [input.value.trim(), words.title].filter(Boolean).join(' · ');
  const push = `?${asked}` !== location.search && (decided || history.state);
  history[push ? 'pushState' : 'replaceState'](decided || (!push && history.state), '', `?${asked}`);
}

// ---- asking

async function search() {
  const mine = ++turn, query = input.value.normalize('NFC').trim().slice(0, 400);
  if (!wordsOf(query).length) return clear(query && words.short);
  status.textContent = words.busy;
  try {
    await show(query, () => mine === turn);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    if (mine === turn) clear(words[error.message]);
  }
}

/** Shows the answer to a query if it is still wanted: the reader may have typed on. */
async function show(query, wanted) {
  const before = files, by = fields['sap-xep'].value, answer = { ...await answerTo(query), shown: 0 };
  const { order, counts } = Object.assign(answer, await ordered(answer.scores, await filter()));
  if (by) order.sort();
  if (by === 'cu') order.reverse();
  answer.few = !by && counts[4] > 1 && counts[4] <= FEW && answer.readings.some((phrase) => phrase.length > 2);
  const items = await nextItems(answer, by || !counts[4] ? PER_PAGE : Math.min(PER_PAGE, counts[4]));
  if (answer.few) items.sort((one, other) => other.sure - one.sure);
  // Others than those with the phrase, as long as their records have come already.
  while (items.length < PER_PAGE && loaded.has(shelfOf(order[answer.shown]))) items.push(...await nextItems(answer, 1));
  if (!wanted()) return;
  clear();
  add(current = answer, items);
  items.slice(0, Math.max(1, FILES - (files - before))).forEach((item) => item.fill());
  if (columns) await fillFilters(order);
  const better = counts[1] || !order.length ? await suggestionFor(query) : null;
  if (better && wanted()) hint.append(words.maybe, element('a', { href: `?${new URLSearchParams({ q: better })}` }, better), '?');
}

// ---- the list

/** The next articles of an answer as items, so many or more; without those whose own text lacks a quoted phrase. */
async function nextItems(answer, count) {
  const next = answer.order.subarray(answer.shown, answer.shown += count);
  const items = (await Promise.all(Array.from(next, (article) => itemOf(answer, article)))).filter(Boolean);
  return items.length || answer.shown >= answer.order.length ? items : nextItems(answer, count);
}

/** The index may err in phrases of three words and more: where that matters, the article's own text is asked. */
async function itemOf({ readings, quoted, counts, scores, few }, article) {
  const [path, headline, about] = await recordOf(article), grade = Math.floor(scores[article] / SOME);
  const holds = (quoted.length || (few && grade === 4)) && await phraseTest(path).catch(() => null);
  const sure = !holds || (quoted.length ? quoted.every(holds) : readings.some(holds));
  if (!sure) counts[grade]--;
  if (!sure && quoted.length) return null;
  counts[3] += !sure;
  const excerpt = element('p', { className: 'excerpt' }), link = element('a', { href: root + path }, ...markedText(headline, readings));
  const fill = remembering(async () => excerpt.append(...await excerptOf(path, readings).catch(() => [words.textless])));
  return Object.assign(element('li', {}, element('h2', {}, link), element('p', { className: 'about' }, about), excerpt), { fill, sure });
}

function add({ shown, order, counts, keys }, items) {
  list.append(...items);
  more.hidden = shown >= order.length;
  const grades = words.grades.split('|'), told = counts.map((count, grade) => count && number(count) + grades[grade]).filter(Boolean);
  status.textContent = (told.length ? `${words.found}${told.reverse().join('; ')}.` : words.none) + (keys ? words.keys : '');
}

const number = (count) => count.toLocaleString('vi');

function clear(text = '') {
  list.replaceChildren();
  hint.replaceChildren();
  more.hidden = true;
  status.textContent = text;
}

// ---- filters

/** A test of articles by the filters that are set; what they have of each is loaded when it is needed. */
async function filter() {
  const set = ['don-vi', 'tac-gia', 'tu', 'den'].map((name) => [name, fields[name].value]).filter(([, value]) => value);
  if (!columns && (set.length || filters.open)) columns = columnsFrom(...await load('loc'));
  return (article) => set.every(([name, value]) => columns[name].of(article).includes(value));
}

/** For each filter all `names`, and those `of` an article: with a unit those above, with a year those around. */
function columnsFrom(units, unitsOf, people, peopleOf) {
  const column = (names, numbers, rows = numbers.split(';')) => ({ names, of: (article) => rows[article].split(',').map((at) => names[at]) });
  const names = head.years.map(([year]) => year), yearOf = (article) => head.years.findLastIndex(([, start]) => start <= article);
  const years = (part) => ({ names, of: (article) => (names[yearOf(article)] ? part(yearOf(article)).filter(Boolean) : []) });
  const tu = years((year) => names.slice(year)), den = years((year) => names.slice(0, year + 1));
  return { 'don-vi': column(units, unitsOf), 'tac-gia': column(people, peopleOf), tu, den };
}

/** Offers in each filter what the articles found have of it, and how many have it. */
async function fillFilters(articles) {
  for (const [name, { names, of }] of Object.entries(columns)) {
    const field = fields[name], counts = new Map();
    await inSlices(articles.length, (n) => of(articles[n]).forEach((found) => counts.set(found, (counts.get(found) || 0) + 1)));
    const { value } = field, offered = names.filter((found) => counts.has(found));
    field.replaceChildren(field.options[0], ...offered.map((found) => new Option(`${found} (${number(counts.get(found))})`, found)));
    put(field, value);
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
  const mine = current, items = await nextItems(mine, PER_PAGE);
  if (mine !== current) return;
  add(mine, items);
  items[0]?.querySelector('a').focus();
});

// The first excerpts come with the answer, the others when the reader goes on: weak connections.
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
