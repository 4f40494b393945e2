// The page of results: reads the box and the address, and shows answers as one types, by keyboard alone too.

const PAUSE = 90, PER_PAGE = 10, FILES = 4; // milliseconds; results; files of the index that one answer may need
const NAMES = ['q', 'sap-xep', 'don-vi', 'tu', 'den', 'tac-gia'];
const [page, status, list, more, hint, filters] = ['tim-kiem', 'tinh-trang', 'ket-qua', 'xem-them', 'goi-y', 'loc'].map((id) => document.getElementById(id));
const form = page.querySelector('form'), fields = form.elements, input = fields.q;
root = page.dataset.root;
head = readyHead(JSON.parse(document.getElementById('tim-kiem-dau').textContent));

let turn = 0, pause, columns, shown = { order: [], count: 0, readings: [] };

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
  document.title = [input.value.trim(), page.dataset.title].filter(Boolean).join(' · ');
  try {
    if (`?${asked}` !== location.search) history[decided ? 'pushState' : 'replaceState'](null, '', `?${asked}`);
  } catch (error) {
    if (error.name !== 'SecurityError') throw error; // some browsers keep a page on a disk at its address
  }
}

// ---- asking

async function search() {
  const mine = ++turn, query = input.value.normalize('NFC').trim(), before = loaded.size;
  if (!wordsOf(query).length) return clear(query && 'Hãy gõ ít nhất một từ.');
  say('Đang tìm…');
  try {
    const [answer, allowed] = [await answerTo(query), await filter()];
    if (mine === turn) await show(query, answer, allowed, loaded.size - before, mine);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    if (mine === turn) clear(error.message === 'old' ? 'Kho bài vừa được cập nhật nên trang này đã cũ. Hãy tải lại trang rồi tìm lại.'
      : 'Không tải được một phần của chỉ mục. Hãy kiểm tra đường truyền rồi tìm lại.');
  }
}

async function show(query, answer, allowed, files, mine) {
  const [phrase, words, otherMarks, some] = [answer.phrase, answer.words, answer.otherMarks, answer.some].map((articles) => articles.filter(allowed));
  const full = [...phrase, ...words, ...otherMarks], order = full.length ? full : some;
  const by = fields['sap-xep'].value;
  if (by) order.sort((a, b) => (by === 'cu' ? b - a : a - b));
  shown = { order, count: 0, readings: answer.readings };
  hint.replaceChildren();
  await grow(by || !phrase.length ? PER_PAGE : cheaply(order, phrase.length, files), mine);
  if (mine !== turn) return;
  say(summary(phrase.length, words.length, otherMarks.length, some.length, answer));
  if (columns) fillFilters(order);
  if (!full.length) await suggest(query, mine);
}

/** How many to show at first: all that have the phrase, and others as long as the answer needs few files in all. */
function cheaply(order, phrases, files) {
  const shelves = new Set();
  const dear = order.slice(0, PER_PAGE).findIndex((article, i) => {
    if (!loaded.has(shelfOf(article))) shelves.add(shelfOf(article));
    return i >= phrases && files + shelves.size > FILES;
  });
  return dear < 0 ? PER_PAGE : dear;
}

function summary(phrase, words, otherMarks, some, { keys, readings }) {
  const told = [phrase && `${number(phrase)} bài${readings.some((words) => words.length > 1) ? ' có đúng cụm từ' : ''}`,
    words && `${number(words)} bài ${phrase ? 'khác ' : ''}có đủ các từ nhưng không liền nhau`,
    otherMarks && `${number(otherMarks)} bài giống chữ nhưng khác dấu`].filter(Boolean).join('; ');
  const found = told ? `Tìm thấy ${told}.` : some ? `Không bài nào có đủ các từ. ${number(some)} bài có một phần:` : 'Không tìm thấy bài nào.';
  return found + (keys ? ' Đã đọc như phím Telex hoặc VNI.' : '');
}

const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

async function suggest(query, mine) {
  const better = await suggestionFor(query);
  if (!better || mine !== turn) return;
  const link = element('a', better);
  link.href = `?${new URLSearchParams({ q: better })}`;
  hint.replaceChildren('Có phải bạn muốn tìm: ', link, '?');
}

// ---- the list

/** Shows so many more articles of the order. */
async function grow(count, mine) {
  const wanted = shown.order.slice(shown.count, shown.count + count), { readings } = shown;
  const items = (await Promise.all(wanted.map(recordOf))).map((record) => itemOf(record, readings));
  if (mine !== turn) return [];
  if (!shown.count) list.replaceChildren();
  list.append(...items);
  shown.count += items.length;
  more.hidden = shown.count >= shown.order.length;
  more.textContent = `Xem thêm (còn ${number(shown.order.length - shown.count)} bài)`;
  return items;
}

function itemOf([path, headline, missing, date, units, byline], readings) {
  const link = element('a', ...markedText(headline, readings)), excerpt = element('p');
  const about = element('p', [missing && 'Bài không có tiêu đề', dateWords(date), units.join(' · '), byline.join(', ')].filter(Boolean).join(' — '));
  const item = element('li', element('h2', link), about, excerpt);
  link.href = root + path;
  [about.className, excerpt.className] = ['about', 'excerpt'];
  inView.observe(item);
  item.fill = () => excerptOf(path, readings).catch(() => ['Không tải được trích đoạn.']).then((nodes) => excerpt.append(...nodes || []));
  return item;
}

// An excerpt comes when its result is in view: the first lines come sooner, and with fewer requests.
const inView = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
  inView.unobserve(target);
  target.fill();
}));

function dateWords(date) {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return year ? `${day ? `${day} ` : ''}${month ? `tháng ${month} ` : ''}năm ${year}` : 'Ngày: chưa rõ';
}

function clear(text) {
  shown = { order: [], count: 0, readings: [] };
  list.replaceChildren();
  hint.replaceChildren();
  more.hidden = true;
  say(text);
}

function say(text) {
  status.textContent = text;
}

// ---- filters

/** A test of articles by the filters that are set. What units and bylines they have is loaded when it is needed. */
async function filter() {
  const [unit, person, first, last] = ['don-vi', 'tac-gia', 'tu', 'den'].map((name) => fields[name].value);
  if (!columns && (unit || person || filters.open)) columns = columnsFrom(await load('loc'));
  return (article) => (!unit || columns.units(article).includes(unit)) && (!person || columns.people(article).includes(person)) &&
    (!(first || last) || (yearOf(article) && yearOf(article) >= first && yearOf(article) <= (last || '9999')));
}

/** For an article, the names of its units with all units above them, and of the people of its byline. */
function columnsFrom([units, unitColumn, people, peopleColumn]) {
  const read = (names, column) => {
    const rows = column.split(';');
    const line = (at) => (at < 0 ? [] : [names[at][0], ...line(names[at][1])]);
    return (article) => [...new Set(rows[article].split(',').filter(Boolean).flatMap((at) => line(+at)))];
  };
  return { units: read(units, unitColumn), people: read(people, peopleColumn) };
}

const yearOf = (article) => head.years.findLast(([, start]) => start <= article)[0];

function fillFilters(articles) {
  const namesOf = { 'don-vi': columns.units, 'tac-gia': columns.people, tu: (article) => [yearOf(article)], den: (article) => [yearOf(article)] };
  for (const [name, names] of Object.entries(namesOf)) {
    const field = fields[name], { value } = field, counts = new Map(value ? [[value, 0]] : []);
    for (const found of articles.flatMap(names)) if (found) counts.set(found, (counts.get(found) || 0) + 1);
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
more.addEventListener('click', async () => (await grow(PER_PAGE, turn)).slice(0, 1).forEach((item) => item.querySelector('a').focus()));
input.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => { writeAddress(false); search(); }, PAUSE);
});

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
