// The page of results: reads the box and the address, shows answers as one types, by keyboard alone too.
(function () {
  'use strict';
  const search = globalThis.archiveSearch;
  const page = document.getElementById('tim-kiem');
  if (!page) return;

  const PAUSE = 180, PER_PAGE = 10, FILES = 5;
  const form = page.querySelector('form'), input = form.querySelector('input[type="search"]');
  const status = page.querySelector('#tinh-trang'), list = page.querySelector('#ket-qua'), more = page.querySelector('#xem-them');
  const hint = page.querySelector('#goi-y'), filters = page.querySelector('#loc');
  const field = (name) => form.elements[name];
  search.root = page.dataset.root;
  search.folder = search.root + 'tim-kiem/';
  search.head = search.readyHead(JSON.parse(document.getElementById('tim-kiem-dau').textContent));

  let turn = 0;
  let shown = { order: [], count: 0, readings: [] };
  let columns = null;

  // ---- the address

  const NAMES = ['q', 'sap-xep', 'don-vi', 'tu', 'den', 'tac-gia'];

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const wanted = asked.get(name) || '';
      if (field(name).tagName === 'SELECT' && ![...field(name).options].some((option) => option.value === wanted)) {
        field(name).append(new Option(wanted, wanted));
      }
      field(name).value = wanted;
    }
    if (NAMES.slice(1).some((name) => asked.get(name))) filters.open = true;
  }

  /** Keeps the address in step: a new entry to go Back to when the reader has decided, none while typing. */
  function writeAddress(decided) {
    const asked = new URLSearchParams(NAMES.filter((name) => field(name).value).map((name) => [name, field(name).value]));
    const address = location.pathname + (String(asked) ? '?' + asked : '');
    if (address === location.pathname + location.search) return;
    try {
      history[decided ? 'pushState' : 'replaceState'](null, '', address);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error; // some browsers keep a page on a disk at its address
    }
    document.title = (input.value.trim() ? input.value.trim() + ' · ' : '') + page.dataset.title;
  }

  // ---- asking

  async function ask() {
    const mine = ++turn, query = input.value.trim(), before = search.filesAsked();
    if (!query) return clear('');
    say('Đang tìm…');
    try {
      const answer = await search.answer(query);
      if (mine !== turn) return;
      const allowed = await allowedArticles();
      if (mine !== turn) return;
      await show(query, answer, allowed, search.filesAsked() - before, mine);
    } catch (error) {
      if (!(error instanceof search.IndexError)) throw error;
      if (mine === turn) clear(error.message === 'old'
        ? 'Kho vừa được cập nhật nên trang này đã cũ. Hãy tải lại trang rồi tìm lại.'
        : 'Không tải được một phần của chỉ mục. Hãy kiểm tra đường truyền rồi tìm lại.');
    }
  }

  async function show(query, answer, allowed, files, mine) {
    const [phrase, words, otherMarks, some] = ['phrase', 'words', 'otherMarks', 'some'].map((name) => answer[name].filter(allowed));
    const full = phrase.concat(words), loose = full.length ? [] : otherMarks.length ? otherMarks : some;
    const order = inOrder(full.concat(full.length < PER_PAGE ? otherMarks : [], full.length || otherMarks.length ? [] : some));
    const kind = loose === some && some.length ? 'some' : loose.length ? 'marks' : 'full';
    shown = { order, count: 0, readings: answer.readings };
    hint.replaceChildren();
    await grow(firstPage(order, phrase.length, files), mine, true);
    if (mine !== turn) return;
    say(summary(kind, phrase.length, words.length, kind === 'full' ? otherMarks.length : loose.length, answer));
    if (columns) fillFilters(full.length ? full : order);
    if (!full.length) await suggest(query, mine);
  }

  function inOrder(articles) {
    const by = field('sap-xep').value;
    if (by === 'moi') return [...articles].sort((a, b) => a - b);
    return by === 'cu' ? [...articles].sort((a, b) => b - a) : articles;
  }

  /** How many to show at first: all that have the phrase, others as long as the answer takes few files in all. */
  function firstPage(order, phrases, files) {
    const most = Math.min(PER_PAGE, order.length);
    if (field('sap-xep').value || !phrases) return most;
    const shelves = new Set();
    for (let count = 0; count < most; count++) {
      if (!search.shelfIsLoaded(order[count])) shelves.add(Math.floor(order[count] / search.head.shelf));
      if (count >= phrases && files + shelves.size > FILES) return count;
    }
    return most;
  }

  function summary(kind, phrase, words, others, { keys, readings }) {
    const read = keys ? ` Đã hiểu là phím Telex hoặc VNI.` : '';
    if (kind === 'some') return (others ? `Không bài nào có đủ các từ. ${others} bài có một phần:` : 'Không tìm thấy bài nào.') + read;
    if (kind === 'marks') return `Không bài nào viết đúng dấu như vậy. ${number(others)} bài có chữ giống nhưng khác dấu:` + read;
    const apart = words ? `${number(words)} bài ${phrase ? 'khác ' : ''}có đủ các từ nhưng không liền nhau` : '';
    const together = phrase ? `${number(phrase)} bài` + (readings.some((r) => r.length > 1) ? ' có đúng cụm từ' : '') : '';
    const marks = others ? `${number(others)} bài khác dấu` : '';
    const told = [together, apart, marks].filter(Boolean).join('; ');
    return (told ? 'Tìm thấy ' + told + '.' : 'Không tìm thấy bài nào.') + read;
  }

  const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

  async function suggest(query, mine) {
    const better = await search.suggestion(query);
    if (mine !== turn || !better) return;
    const link = document.createElement('a');
    link.href = '?' + new URLSearchParams({ q: better });
    link.textContent = better;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      input.value = better;
      decide();
    });
    hint.replaceChildren('Có phải bạn muốn tìm: ', link, '?');
  }

  // ---- the list

  /** Shows so many more of the order; the first time in place of what stood there. */
  async function grow(count, mine, fresh) {
    const wanted = shown.order.slice(shown.count, shown.count + count);
    const records = await Promise.all(wanted.map(search.record));
    if (mine !== turn) return;
    const items = records.map((record) => itemOf(record, shown.readings));
    if (fresh) { watcher.disconnect(); list.replaceChildren(...items); } else list.append(...items);
    shown.count += items.length;
    more.hidden = shown.count >= shown.order.length;
    more.textContent = `Xem thêm (còn ${number(shown.order.length - shown.count)} bài)`;
    for (const item of items) watcher.observe(item);
    return items;
  }

  function itemOf(record, readings) {
    const item = document.createElement('li'), heading = document.createElement('h2'), link = document.createElement('a');
    link.href = search.root + record.path;
    link.append(...search.markedText(record.headline, readings));
    heading.append(link);
    const about = [dateWords(record.date), record.units.join(' · '), record.byline.join(', ')].filter(Boolean).join(' — ');
    item.append(heading, paragraph('about', about), paragraph('excerpt', ''));
    item.archive = { path: record.path, readings };
    return item;
  }

  function paragraph(name, text) {
    const node = document.createElement('p');
    node.className = name;
    node.textContent = text;
    return node;
  }

  function dateWords(date) {
    const [year, month, day] = date.slice(0, 10).split('-');
    if (!year) return 'Ngày: chưa rõ';
    return [day && `${+day}`, month && `tháng ${+month}`, day || month ? `năm ${year}` : `năm ${year}`].filter(Boolean).join(' ');
  }

  // Excerpts come when their result is in view: fewer requests, and the first lines sooner.
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      search.excerptOf(target.archive.path, target.archive.readings).then((nodes) => {
        const place = target.querySelector('.excerpt');
        if (nodes) place.replaceChildren(...nodes);
        else place.remove();
      }, () => target.querySelector('.excerpt').replaceChildren('Không tải được trích đoạn.'));
    }
  });

  function clear(text) {
    shown = { order: [], count: 0, readings: [] };
    list.replaceChildren();
    hint.replaceChildren();
    more.hidden = true;
    say(text);
  }

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };

  // ---- filters

  async function loadColumns() {
    if (columns) return;
    const [units, unitColumn, people, peopleColumn] = await search.load('loc');
    const parse = (column) => column.split(';').map((each) => each.split(',').filter(Boolean).map(Number));
    columns = { units, people, unitsOf: parse(unitColumn).map((each) => withParents(each, units)), peopleOf: parse(peopleColumn) };
  }

  const withParents = (numbers, units) => [...new Set(numbers.flatMap((number) => {
    const line = [];
    for (let at = number; at >= 0; at = units[at][1]) line.push(at);
    return line;
  }))];

  /** A test of articles by the filters that are set. */
  async function allowedArticles() {
    const [unit, person] = [field('don-vi').value, field('tac-gia').value];
    if (unit || person || filters.open) await loadColumns();
    const first = +field('tu').value || -Infinity, last = +field('den').value || Infinity;
    const anyYear = first === -Infinity && last === Infinity;
    return (article) => (anyYear || within(yearOf(article), first, last)) &&
      (!unit || columns.unitsOf[article].some((number) => columns.units[number][0] === unit)) &&
      (!person || columns.peopleOf[article].some((number) => columns.people[number][0] === person));
  }

  const within = (year, first, last) => year && +year >= first && +year <= last;

  function yearOf(article) {
    let year = '';
    for (const [name, start] of search.head.years) if (start <= article) year = name;
    return year;
  }

  function fillFilters(articles) {
    const count = (of) => articles.reduce((counts, article) => of(article).reduce((all, name) => all.set(name, (all.get(name) || 0) + 1), counts), new Map());
    fill('don-vi', 'Mọi đơn vị', count((article) => columns.unitsOf[article].map((n) => columns.units[n][0])));
    fill('tac-gia', 'Mọi tác giả', count((article) => columns.peopleOf[article].map((n) => columns.people[n][0])));
    const years = count((article) => [yearOf(article)].filter(Boolean));
    fill('tu', 'Từ năm', years, true);
    fill('den', 'Đến năm', years, true);
  }

  const collator = new Intl.Collator('vi');

  function fill(name, all, counts, byName) {
    const select = field(name), chosen = select.value;
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    const sorted = [...counts].sort((a, b) => (byName ? 0 : b[1] - a[1]) || collator.compare(a[0], b[0]));
    select.replaceChildren(new Option(all, ''), ...sorted.map(([value, count]) => new Option(`${value} (${number(count)})`, value)));
    select.value = chosen;
  }

  // ---- hands

  let pause;
  function type() {
    clearTimeout(pause);
    pause = setTimeout(() => { writeAddress(false); ask(); }, PAUSE);
  }

  function decide() {
    clearTimeout(pause);
    writeAddress(true);
    ask();
  }

  form.addEventListener('submit', (event) => { event.preventDefault(); decide(); });
  input.addEventListener('input', type);
  for (const name of NAMES.slice(1)) field(name).addEventListener('change', decide);
  filters.addEventListener('toggle', () => { if (filters.open && !columns) ask(); });
  addEventListener('popstate', () => { readAddress(); ask(); });
  more.addEventListener('click', async () => {
    const items = await grow(PER_PAGE, turn, false);
    if (items && items.length) items[0].querySelector('a').focus();
  });

  page.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')], at = links.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && (at >= 0 || event.target === input)) {
      event.preventDefault();
      const next = links[at + 1] || (more.hidden ? null : more);
      if (next) next.focus();
    } else if (event.key === 'ArrowUp' && (at >= 0 || event.target === more)) {
      event.preventDefault();
      (event.target === more ? links[links.length - 1] : links[at - 1] || input).focus();
    } else if (event.key === 'Escape' && document.activeElement !== input) {
      input.focus();
    } else if (event.key === 'Escape' && input.value) {
      event.preventDefault();
      input.value = '';
      decide();
    }
  });

  readAddress();
  if (input.value) ask();
  else input.focus();
})();
