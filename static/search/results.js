// The page of results: reads the box and the address, shows answers as one types, by keyboard alone too.

const PAUSE = 90, PER_PAGE = 10, FILES = 8; // milliseconds; results; files asked for before the reader goes on
const [page, status, list, more, hint, filters] = ['tim-kiem', 'tinh-trang', 'ket-qua', 'xem-them', 'goi-y', 'loc'].map((id) => document.getElementById(id));
const fields = page.querySelector('form').elements, input = fields.q, selects = [...filters.querySelectorAll('select')];
const words = page.dataset; // what is said to the reader stands in the template
root = words.root;
head = JSON.parse(document.getElementById('tim-kiem-dau').textContent);

let turn = 0, pause, columns, current;

// ---- the address

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const field of [input, ...selects]) put(field, asked.get(field.name) || '');
  filters.open = isFiltering();
  search();
}

// Gives a field a value, also one that its list does not offer.
function put(field, value) {
  field.value = value;
  if (field.value !== value) field.add?.(new Option(value, value, false, true));
}

// Keeps the address in step; what the reader decided stays to go Back to.
function writeAddress(decided) {
  const asked = new URLSearchParams([input, ...selects].filter(({ value }) => value.trim()).map(({ name, value }) => [name, value]));
  document.title = [input.value.trim(), words.title].filter(Boolean).join(' · ');
  const push = `?${asked}` !== location.search && (decided || history.state);
  history[push ? 'pushState' : 'replaceState'](decided || (!push && history.state), '', `?${asked}`);
}

// ---- the answer

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

// Shows the answer to a query if it is still wanted: the reader may have typed on.
async function show(query, wanted) {
  const before = files, by = fields['sap-xep'].value, answer = { ...await answerTo(query), shown: 0 };
  const { order, counts } = Object.assign(answer, await ordered(answer.scores, await filter(), by));
  const items = await nextItems(answer, Math.min(PER_PAGE, (!by && counts[4]) || PER_PAGE));
  // Others than those with the phrase, as long as their records have come already.
  while (items.length < PER_PAGE && loaded.has(shelfOf(order[answer.shown]))) items.push(...await nextItems(answer, 1));
  if (!wanted()) return;
  clear();
  add(current = answer, items);
  for (const item of items) if (item === items[0] || files - before < FILES || loaded.has(item.path)) item.fill();
  if (columns) await fillFilters(order);
  const better = (counts[1] || !order.length) && await suggestionFor(query);
  if (better && wanted()) hint.append(words.maybe, element('a', { href: `?${new URLSearchParams({ q: better })}` }, better), '?');
}

// The next articles of an answer as items, without those whose own text lacks a quoted phrase.
async function nextItems(answer, count) {
  const next = answer.order.slice(answer.shown, answer.shown += count);
  return (await Promise.all(next.map((article) => itemOf(answer, article)))).filter(Boolean);
}

// An article as an item whose excerpt can be filled in.
async function itemOf({ readings, quoted, counts, scores }, article) {
  const [path, headline, about] = await recordOf(article);
  if (quoted.length && !quoted.every(await phraseTest(article))) return void counts[Math.floor(scores[article] / SOME)]--;
  const excerpt = element('p', { className: 'excerpt' }), link = element('a', { href: root + path }, ...markedText(headline, readings));
  const fill = remembering(async () => excerpt.append(...await excerptOf(path, readings).catch(() => [words.textless])));
  return Object.assign(element('li', {}, element('h2', {}, link), element('p', { className: 'about' }, about), excerpt), { fill, path });
}

function add({ shown, order, counts, keys }, items) {
  list.append(...items);
  more.hidden = shown >= order.length;
  const grades = words.grades.split('|'), told = counts.map((count, grade) => count && number(count) + grades[grade]).filter(Boolean);
  status.textContent = (told.length ? `${words.found}${told.reverse().join('; ')}.` : words.none) + (keys ? words.keys : '');
}

// A count with points; the browser's own way takes 40 ms to wake.
const number = (count) => `${count}`.replace(/\B(?=(\d{3})+$)/g, '.');

function clear(text = '') {
  list.replaceChildren();
  hint.replaceChildren();
  more.hidden = true;
  status.textContent = text;
}

// ---- filters

const isFiltering = () => filters.open || selects.some(({ value }) => value);

// A test of articles by the filters that are set; what they have of each is loaded when it is needed.
async function filter() {
  if (isFiltering()) columns ??= columnsFrom(await load('loc'));
  const set = Object.entries(columns || {}).map(([name, { of }]) => [of, fields[name].value]).filter(([, value]) => value);
  return (article) => set.every(([of, value]) => of(article).includes(value));
}

// For each filter all `names`, and those `of` an article: with a unit those above, with a year those before or after.
function columnsFrom(lists) {
  const column = (names, rows) => ({ names, of: (article) => rows[article].split(',').flatMap((at) => names[at] ?? []) });
  const [units, people, years] = lists.map(([names, numbers]) => column(names, numbers.split(';'))), { names } = years;
  const bound = (isIn) => ({ names, of: (article) => names.filter((year) => isIn(year, years.of(article)[0])) });
  return { 'don-vi': units, 'tac-gia': people, tu: bound((year, own) => year <= own), den: bound((year, own) => year >= own) };
}

// Offers in each filter what the articles found have of it, and how many have it.
async function fillFilters(articles) {
  for (const [name, { names, of }] of Object.entries(columns)) {
    const { options, value } = fields[name], counts = new Map();
    await inSlices(articles.length, (n) => of(articles[n]).forEach((found) => counts.set(found, (counts.get(found) || 0) + 1)));
    const offered = names.filter((found) => counts.has(found)).map((found) => new Option(`${found} (${number(counts.get(found))})`, found));
    fields[name].replaceChildren(options[0], ...offered);
    put(fields[name], value);
  }
}

// ---- hands

function decide(event) {
  event.preventDefault();
  clearTimeout(pause);
  writeAddress(true);
  search();
}

input.form.addEventListener('submit', decide);
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
  const at = stops.indexOf(document.activeElement), next = stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
  if (event.key === 'Escape' && at) input.focus();
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

readAddress();
if (!input.value) input.focus();
