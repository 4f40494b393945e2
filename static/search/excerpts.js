// Shows where an article answers: a piece of its own page, with the words found marked as they are written.

const PIECE = 36, BEFORE = 8; // words

// The blocks of an article's page: fetched, or on a disk asked of the page in a frame.
const textOf = (path) => load(path, location.protocol === 'file:' ? fromFrame : fromPage);

async function fromPage(path) {
  const answer = await fetch(root + path).catch(() => ({}));
  if (!answer.ok) throw new IndexError('lost');
  return blocksOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

// A page on a disk may not read another, but may ask: box.js in every page answers with the page's blocks.
function fromFrame(path) {
  const frame = document.createElement('iframe'), { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(reject, 5000, new IndexError('lost'));
    frame.hidden = true;
    frame.src = root + path;
    frame.onload = () => frame.contentWindow.postMessage('archive-text', '*', [port2]);
    document.body.append(frame);
  }).finally(() => frame.remove());
}

// A test of phrases: does an article's own page have one, word by word? Passed when its text cannot be loaded.
async function phraseTest(article) {
  const [path] = await recordOf(article), blocks = await textOf(path).catch(() => null);
  const texts = blocks?.flat().map((block) => formsOf(wordsOf(block)));
  return (phrase) => !texts || texts.some((written) => (
    written.some((_, place) => phrase.every((typed, i) => agreement(typed, written[place + i] || '') > 1))));
}

// The piece with the longest run of the query's words, as nodes; none when there is no such run.
async function excerptOf(path, readings) {
  let best = { worth: 0 };
  for (const text of (await textOf(path))[0]) {
    const written = wordsOf(text);
    for (const run of runsOf(written, readings)) {
      const worth = run.weight + Math.min(written.length, PIECE) / 1000; // a sentence before a mere name
      if (worth > best.worth) best = { ...run, text, written, worth };
    }
  }
  if (!best.worth) return [];
  const { text, written, place, length } = best, first = Math.max(0, Math.min(place - BEFORE, written.length - PIECE));
  const last = Math.max(first + PIECE, place + length), cut = written[last] && written[last - 1].end;
  return [first ? '… ' : '', ...markedText(text.slice(first && written[first].start, cut), readings), cut ? ' …' : ''];
}

// The runs of a reading's words in a text; a word with other marks weighs less.
function runsOf(written, readings) {
  return readings.flatMap((reading) => written.flatMap((_, place) => reading.flatMap((_, from) => {
    let length = 0, weight = 0, agrees;
    while ((agrees = agreement(reading[from + length] || '', written[place + length]?.form || ' '))) {
      length++;
      weight += agrees;
    }
    return length ? [{ place, length, weight }] : [];
  })));
}

// A text as nodes: neighbours that stand so in the query are marked; lone words where there are none.
function markedText(text, readings) {
  const written = wordsOf(text), marked = Array(text.length).fill(false), nodes = [], runs = runsOf(written, readings);
  const least = runs.some(({ length }) => length > 1) ? 2 : 1;
  for (const { place, length } of runs) if (length >= least) marked.fill(true, written[place].start, written[place + length - 1].end);
  for (let at = 0, end; at < text.length; at = end) {
    end = marked.indexOf(!marked[at], at);
    if (end < 0) end = text.length;
    nodes.push(marked[at] ? element('mark', {}, text.slice(at, end)) : text.slice(at, end));
  }
  return nodes;
}

// An element with properties and children.
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
