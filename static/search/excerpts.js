// Shows where an article answers the query: a piece of its own page, with the words found marked as they are written.

const PIECE = 36, BEFORE = 8; // words
const texts = new Map();

/** The blocks of an article's text, from its page: fetched, or on a disk asked of the page in a frame. */
function textOf(path) {
  if (!texts.has(path)) texts.set(path, location.protocol === 'file:' ? fromFrame(path) : fromPage(path));
  return texts.get(path);
}

async function fromPage(path) {
  const answer = await fetch(root + path);
  return answer.ok ? blocksOf(new DOMParser().parseFromString(await answer.text(), 'text/html')) : [];
}

/** A page on a disk may not read another, but may ask: box.js in every page answers with the page's text. */
function fromFrame(path) {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe'), done = new AbortController();
    const end = (blocks) => { done.abort(); frame.remove(); resolve(blocks); };
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow && data.archiveText) end(data.archiveText);
    }, { signal: done.signal });
    setTimeout(end, 5000, []);
    frame.hidden = true;
    frame.src = root + path;
    frame.onload = () => frame.contentWindow && frame.contentWindow.postMessage('archive-text', '*');
    document.body.append(frame);
  });
}

/** The piece with the longest run of the query's words, as nodes to put in a page; null when there is none. */
async function excerptOf(path, readings) {
  let best = { weight: 0 };
  for (const text of (await textOf(path)).map((block) => block.normalize('NFC'))) {
    const written = wordsOf(text);
    eachRun(written, readings, (place, length, weight) => {
      const worth = weight + Math.min(written.length, PIECE) / 1000; // among equals a sentence before a mere name
      if (worth > best.weight) best = { text, written, place, length, weight: worth };
    });
  }
  if (!best.weight) return null;
  const { text, written, place, length } = best;
  const first = Math.max(0, Math.min(place - BEFORE, written.length - PIECE));
  const last = Math.min(written.length, Math.max(first + PIECE, place + length));
  const start = first ? written[first].start : 0, end = last < written.length ? written[last - 1].end : text.length;
  return [first ? '… ' : '', ...markedText(text.slice(start, end), readings, length < 2), last < written.length ? ' …' : ''];
}

/** Calls back with every run of a reading's words in a text: its place, how long it is, what it weighs. */
function eachRun(written, readings, heard) {
  const wanted = new Set(readings.flat().map(plainOf));
  written.forEach((word, place) => wanted.has(word.plain) && readings.forEach((reading) => reading.forEach((_, from) => {
    const { length, weight } = runFrom(written, place, reading, from);
    if (length) heard(place, length, weight, reading);
  })));
}

/** How far the words of a text from a place on are those of a reading; words with other marks weigh less. */
function runFrom(written, place, reading, from) {
  let length = 0, weight = 0;
  for (; from + length < reading.length && place + length < written.length; length++) {
    const agrees = agreement(reading[from + length], written[place + length].form);
    if (!agrees) break;
    weight += agrees === 1 ? 0.5 : 1;
  }
  return { length, weight };
}

/** A text as nodes: two or more neighbours that stand so in the query are marked; `singly`, lone words too. */
function markedText(text, readings, singly = false) {
  const composed = text.normalize('NFC'), written = wordsOf(composed), marked = [];
  eachRun(written, readings, (place, length, weight, reading) => {
    for (let i = 0; i < length && (length > 1 || singly || reading.length < 2); i++) marked[place + i] = true;
  });
  const nodes = [];
  let at = 0;
  for (let i = 0; i < written.length; i++) {
    if (!marked[i]) continue;
    const { start } = written[i];
    while (marked[i + 1]) i++;
    nodes.push(composed.slice(at, start), element('mark', composed.slice(start, written[i].end)));
    at = written[i].end;
  }
  return [...nodes, composed.slice(at)];
}

/** An element with children. */
function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
