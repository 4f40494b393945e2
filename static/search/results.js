// The page of results: shows answers as one types.

const PAUSE = 50, LATE = 250, PER_PAGE = 10, FILES = 8, SMALL = 1000; // milliseconds; results; files; articles
const [page, status, list, more, hint, filters, start] = ['tim-kiem', 'tinh-trang', 'ket-qua', 'xem-them', 'goi-y', 'loc', 'tim-kiem-dau'].map((id) => document.getElementById(id));
const form = page.querySelector('form'), fields = form.elements, input = fields.q;
const words = page.dataset; // what is said to the reader
root = words.root;
head = JSON.parse(start.textContent);

let turn = 0, pause, columns, current;

const filledIn = () => [...new FormData(form)].filter(([, value]) => value.trim());

function readAddress() {
	const asked = new URLSearchParams(location.search);
	for (const [name] of new FormData(form)) put(fields[name], asked.get(name) || '');
	filters.open = isFiltering();
	search();
}

// Gives a field a value, even one that its list lacks.
function put(field, value) {
	field.value = value;
	if (field.value !== value) field.add?.(new Option(value, value, false, true));
}

// Keeps the address in step; Back leads to what the reader decided.
function writeAddress(decided) {
	const asked = new URLSearchParams(filledIn());
	document.title = [input.value.trim(), words.title].filter(Boolean).join(' · ');
	const push = `?${asked}` !== location.search && (decided || history.state);
	history[push ? 'pushState' : 'replaceState'](decided || (!push && history.state), '', `?${asked}`);
}

function search() {
	const mine = ++turn, isWanted = () => mine === turn, query = input.value.normalize('NFC').trim().slice(0, 400);
	if (!wordsOf(query)[0]) return clear(query && words.short);
	status.textContent = words.busy;
	setTimeout(() => isWanted() && status.textContent === words.busy && list.replaceChildren(), LATE); // no old answers
	show(query, isWanted).catch((error) => {
		if (!words[error.message]) throw error;
		if (isWanted()) clear(words[error.message]);
	});
}

async function show(query, isWanted) {
	files = 0;
	const inFull = columns || isFiltering() || head.articles < SMALL, answer = { shown: 0, ...await answered(query, inFull) };
	const { order, counts } = answer, items = await nextItems(answer, Math.min(PER_PAGE, (!fields['sap-xep'].value && counts[4]) || PER_PAGE));
	// Others too, if at hand.
	while (items.length < PER_PAGE && loaded.has(shelfOf(order[answer.shown]))) items.push(...await nextItems(answer, 1));
	if (!isWanted()) return;
	clear();
	add(current = answer, items);
	for (const { path, fill } of items) if (files < FILES || loaded.has(path)) fill();
	if (columns) await fillFilters(order);
	const better = (counts[1] || !order.length) && await suggestionFor(query);
	if (better && isWanted()) hint.append(words.maybe, element('a', { href: `?${new URLSearchParams({ q: better })}` }, better), '?');
}

async function answered(query, inFull) {
	const answer = await answerTo(query, inFull);
	return { query, ...answer, ...await ordered(answer.scores, await filter(), fields['sap-xep'].value) };
}

// The next articles as items, without those lacking a quoted phrase.
async function nextItems(answer, count) {
	const next = answer.order.slice(answer.shown, answer.shown += count);
	return (await Promise.all(next.map((article) => itemOf(answer, article)))).filter(Boolean);
}

// An article's item; `fill` gives its excerpt.
async function itemOf({ readings, quoted, counts, scores }, article) {
	const [path, headline, about, teaser] = await recordOf(article);
	if (!await hasPhrases(article, quoted)) return void counts[gradeOf(scores[article])]--;
	const excerpt = element('p', { className: 'excerpt' }, ...markedText(teaser, readings));
	const link = element('a', { href: root + path }, ...markedText(headline, readings));
	const fill = remembering(async () => excerpt.replaceChildren(...await excerptOf(path, readings).catch(() => [words.textless])));
	return element('li', { fill, path }, element('h2', {}, link), element('p', { className: 'about' }, about), excerpt);
}

function add({ shown, order, counts, keys, all }, items) {
	list.append(...items);
	more.hidden = all && shown >= order.length;
	const told = words.grades.split('|').flatMap((grade, i) => (counts[i] ? number(counts[i]) + grade : []));
	status.textContent = (told[0] ? `${words.found}${told.reverse().join('; ')}.` : words.none) + (keys ? words.keys : '');
}

// With points; Intl takes 40 ms.
const number = (count) => `${count}`.replace(/\B(?=(\d{3})+$)/g, '.');

function clear(text = '') {
	list.replaceChildren();
	hint.replaceChildren();
	more.hidden = true;
	status.textContent = text;
}

const isFiltering = () => filters.open || filledIn().some(([name]) => name !== 'q');

// A test of articles by the set filters.
async function filter() {
	if (isFiltering()) columns ??= columnsFrom(await load('loc'));
	const set = filledIn().filter(([name]) => columns?.[name]);
	return (article) => set.every(([name, value]) => columns[name].of(article).includes(value));
}

// A filter's `names`, and those `of` an article: units with those above, years that it bounds.
function columnsFrom(lists) {
	const [units, people, years] = lists.map(([names, numbers]) => {
		const rows = numbers.split(';');
		return { names, of: (article) => rows[article].split(',').flatMap((at) => names[at] ?? []) };
	});
	const bound = (isIn) => ({ ...years, of: (article) => years.names.filter((year) => isIn(year, years.of(article)[0])) });
	return { 'don-vi': units, 'tac-gia': people, tu: bound((year, own) => year <= own), den: bound((year, own) => year >= own) };
}

// Offers in each filter what the found have, with counts.
async function fillFilters(articles) {
	for (const [name, { names, of }] of Object.entries(columns)) {
		const { options, value } = fields[name], counts = Object.create(null);
		await inSlices(articles, (n) => of(articles[n]).forEach((found) => { counts[found] = (counts[found] || 0) + 1; }));
		fields[name].replaceChildren(options[0], ...names.filter((found) => counts[found]).map((found) => new Option(`${found} (${number(counts[found])})`, found)));
		put(fields[name], value);
	}
}

function searchIn(wait, decided) {
	clearTimeout(pause);
	pause = setTimeout(() => { writeAddress(decided); search(); }, wait);
}

form.onsubmit = filters.onchange = (event) => {
	event.preventDefault();
	searchIn(0, true);
};
filters.ontoggle = () => columns || search();
window.onpopstate = readAddress;
input.oninput = () => searchIn(PAUSE);
more.onclick = async () => {
	const mine = current;
	if (mine.shown >= mine.order.length) Object.assign(mine, await answered(mine.query, true));
	const items = await nextItems(mine, PER_PAGE);
	if (mine !== current) return;
	add(mine, items);
	(items[0]?.querySelector('a') || input).focus();
};

// More excerpts come when the reader goes on.
for (const going of ['scroll', 'pointermove', 'focusin']) addEventListener(going, () => list.childNodes.forEach(({ fill }) => fill()));

page.onkeydown = (event) => {
	const stops = [...page.querySelectorAll('[name=q], #ket-qua a, #xem-them:not([hidden])')];
	const at = stops.indexOf(document.activeElement), next = stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
	if (event.key === 'Escape' && at) input.focus();
	if (at < 0 || !next) return;
	event.preventDefault();
	next.focus();
};

readAddress();
if (!input.value) input.focus();
