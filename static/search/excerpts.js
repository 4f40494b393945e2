// Shows where an article answers the query: a piece of its page's text with the words found marked as they are written.
(function () {
  'use strict';
  const search = (globalThis.archiveSearch = globalThis.archiveSearch || {});
  const BEFORE = 8, LENGTH = 36;
  const texts = new Map();

  /** The blocks of an article's text, read from its own page: fetched, or on a disk asked of the page in a frame. */
  function textOf(path) {
    if (!texts.has(path)) texts.set(path, location.protocol === 'file:' ? fromFrame(path) : fromPage(path));
    return texts.get(path);
  }

  async function fromPage(path) {
    const answer = await fetch(search.root + path);
    if (!answer.ok) return [];
    return search.blocksOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  }

  /** A page on a disk may not read another, but it may ask: box.js in every page answers with the page's text. */
  function fromFrame(path) {
    return new Promise((resolve) => {
      const frame = document.createElement('iframe');
      const end = (blocks) => { clearTimeout(timer); removeEventListener('message', hear); frame.remove(); resolve(blocks); };
      const hear = (event) => { if (event.source === frame.contentWindow && event.data.archiveText) end(event.data.archiveText); };
      const timer = setTimeout(end, 5000, []);
      addEventListener('message', hear);
      frame.hidden = true;
      frame.src = search.root + path;
      frame.onload = () => frame.contentWindow && frame.contentWindow.postMessage('archive-text', '*');
      document.body.append(frame);
    });
  }

  /** The piece that holds the longest run of the query's words, as nodes to put in a page; null when none is there. */
  async function excerptOf(path, readings) {
    const blocks = (await textOf(path)).map((block) => block.normalize('NFC'));
    let best = null;
    for (const text of blocks) {
      const written = search.words(text);
      for (const reading of readings) {
        const run = longestRun(written, reading);
        if (run && (!best || run.weight > best.run.weight)) best = { text, written, run };
      }
    }
    return best && cut(best, readings);
  }

  /** Where most words of a reading stand side by side; words with other marks count less. */
  function longestRun(written, reading) {
    let best = null;
    for (let place = 0; place < written.length; place++) {
      for (let word = 0; word < reading.length; word++) {
        let length = 0, weight = 0;
        while (word + length < reading.length && place + length < written.length) {
          const agrees = search.agreement(reading[word + length], written[place + length].form);
          if (!agrees) break;
          weight += 1 + agrees / 10;
          length++;
        }
        if (length && (!best || weight > best.weight)) best = { place, length, weight };
      }
    }
    return best;
  }

  function cut({ text, written, run }, readings) {
    const first = Math.max(0, Math.min(run.place - BEFORE, written.length - LENGTH));
    const last = Math.min(written.length, Math.max(first + LENGTH, run.place + run.length)) - 1;
    const marked = found(written, readings, run);
    const nodes = [first > 0 ? '… ' : text.slice(0, written[0].start)];
    for (let i = first; i <= last; i++) {
      const end = i < last ? written[i + 1].start : i + 1 < written.length ? written[i].end : text.length;
      const through = marked[i] && marked[i + 1] && i < last ? end : written[i].end;
      put(nodes, text.slice(written[i].start, through), marked[i]);
      put(nodes, text.slice(through, end), false);
    }
    if (last + 1 < written.length) nodes.push(' …');
    return nodes;
  }

  /** Which words to mark: the run, and every other two or more neighbours that stand so in the query. */
  function found(written, readings, run) {
    const marked = written.map((word, i) => i >= run.place && i < run.place + run.length);
    for (const reading of readings) {
      for (let i = 0; i + 1 < written.length; i++) {
        const together = reading.some((word, j) => j + 1 < reading.length &&
          search.agreement(word, written[i].form) > 1 && search.agreement(reading[j + 1], written[i + 1].form) > 1);
        if (together) marked[i] = marked[i + 1] = true;
        else if (reading.length === 1 && search.agreement(reading[0], written[i].form) > 1) marked[i] = true;
      }
    }
    return marked;
  }

  function put(nodes, text, marked) {
    const last = nodes[nodes.length - 1];
    if (!text) return;
    if (!marked) nodes.push(text);
    else if (last instanceof Element) last.append(text);
    else {
      const mark = document.createElement('mark');
      mark.textContent = text;
      nodes.push(mark);
    }
  }

  /** A headline with the words of the query marked. */
  function markedText(text, readings) {
    const composed = text.normalize('NFC'), written = search.words(composed), nodes = [];
    const none = { place: 0, length: 0 };
    const marked = found(written, readings, none);
    let at = 0;
    written.forEach((word, i) => {
      put(nodes, composed.slice(at, word.start), marked[i] && marked[i - 1]);
      put(nodes, composed.slice(word.start, word.end), marked[i]);
      at = word.end;
    });
    put(nodes, composed.slice(at), false);
    return nodes;
  }

  Object.assign(search, { excerptOf, markedText });
})();
