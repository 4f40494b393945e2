// Shows where an article answers: a piece of its page, the words marked.

const PIECE = 36, BEFORE = 8; // words

// The blocks of an article's page: fetched, or on a disk from a frame.
const textOf = (path) => load(path, location.protocol === 'file:' ? fromFrame : fromPage);

async function fromPage(path) {
	const answer = await fetch(root + path);
	if (!answer.ok) throw answer;
	return blocksOf(element('template', { innerHTML: await answer.text() }).content);
}

// A page on a disk may not read another, but box.js in each answers.
function fromFrame(path) {
	const frame = element('iframe', { hidden: true, src: root + path }), { port1, port2 } = new MessageChannel();
	return new Promise((resolve, reject) => {
		port1.onmessage = ({ data }) => resolve(data);
		setTimeout(reject, 5000);
		frame.onload = () => frame.contentWindow.postMessage('archive-text', '*', [port2]);
		document.body.append(frame);
	}).finally(() => frame.remove());
}

// Has an article each phrase, by one of its readings? Its headline tells, else its page; yes when that is lost.
async function hasPhrases(article, phrases) {
	const [path, headline] = await recordOf(article);
	const have = (texts) => phrases.every((readings) => runsOf(texts, readings).some(({ isWhole }) => isWhole));
	return have([headline]) || textOf(path).then((blocks) => have(blocks.flat()), () => true);
}

// The piece with the weightiest run of the query's words, else the first, as nodes.
async function excerptOf(path, readings) {
	const [texts] = await textOf(path), runs = runsOf(texts, readings).sort((one, other) => other.weight - one.weight);
	const { text = texts[0] || '', place = 0, length = 0 } = runs[0] || {}, written = wordsOf(text), first = Math.max(0, Math.min(place - BEFORE, written.length - PIECE));
	const last = Math.max(first + PIECE, place + length), cut = written[last] && written[last - 1].end;
	return [first ? '… ' : '', ...markedText(text.slice(first && written[first].start, cut), readings), cut ? ' …' : ''];
}

// Runs of a reading's words; a whole one agrees with all. Other marks weigh less, a name less than a sentence.
const runsOf = (texts, readings) => texts.flatMap((text) => {
	const written = wordsOf(text);
	return readings.flatMap((reading) => written.flatMap(({ start }, place) => reading.flatMap((_, from) => {
		let length = 0, agree = true, weight = Math.min(written.length, PIECE) / 1000;
		for (let agrees; (agrees = agreement(reading[from + length] || '', written[place + length]?.form || ' ')); length++) {
			weight += agrees;
			agree &&= agrees > 1;
		}
		return length ? [{ text, place, length, weight, start, end: written[place + length - 1].end, isWhole: agree && !reading[length] }] : [];
	})));
});

// A text as nodes: neighbours of the query are marked, else lone words.
function markedText(text, readings) {
	const marks = Array(text.length).fill(0), runs = runsOf([text], readings);
	const least = Math.min(2, Math.max(...runs.map(({ length }) => length)));
	for (const { start, end, length } of runs) if (length >= least) marks.fill(1, start, end);
	return Array.from(marks.join('').matchAll(/0+|1+/g), ({ 0: { length }, index }) => {
		const piece = text.slice(index, index + length);
		return marks[index] ? element('mark', {}, piece) : piece;
	});
}

function element(name, properties, ...children) {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}
