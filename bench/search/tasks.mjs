// How long an answer keeps the page's main thread: types queries into fresh pages, prints JSON for `measure.py`.
//   BENCH_MODULES=DIR node tasks.mjs SITE QUERIES SERVER [queries of each class]
// Text goes in by the browser's own protocol: what the driver injects for `fill` would count as the page's work. Time is
// CPU time of the thread, which a busy machine does not stretch.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const [site, queries, server, each = '2'] = process.argv.slice(2);
const { chromium } = createRequire(path.resolve(process.env.BENCH_MODULES, 'x.js'))('playwright-core');
const { serve } = await import(path.resolve(server));
const TRACE = path.join(os.tmpdir(), `tasks-${process.pid}.json`);
const CATEGORIES = ['toplevel', 'devtools.timeline'];
const ANSWER = 1500; // milliseconds in which the answer and its excerpts come

/** So many queries of each class. */
function chosen() {
  const { queries: usual, extra } = JSON.parse(fs.readFileSync(queries, 'utf8')), seen = {};
  return [...usual, ...extra].filter(({ class: name }) => (seen[name] = (seen[name] ?? 0) + 1) <= Number(each));
}

/** The tasks of the main thread while one query is answered in a fresh profile, in milliseconds of CPU time. */
async function tasksOf(browser, address, query) {
  const context = await browser.newContext(), page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const protocol = await context.newCDPSession(page);
  await browser.startTracing(page, { path: TRACE, categories: CATEGORIES });
  await protocol.send('Input.insertText', { text: query });
  await page.waitForTimeout(ANSWER);
  await browser.stopTracing();
  await context.close();
  return outermost(JSON.parse(fs.readFileSync(TRACE, 'utf8')).traceEvents);
}

/** The outermost tasks of the thread that got the text. */
function outermost(events) {
  const typed = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'input');
  const isHere = ({ pid, tid, ts, name, tdur }) => pid === typed.pid && tid === typed.tid && ts >= typed.ts && /RunTask$/.test(name) && tdur;
  const tasks = [];
  let end = 0;
  for (const { ts, dur, tdur } of events.filter(isHere).sort((one, other) => one.ts - other.ts || other.dur - one.dur)) {
    if (ts < end) continue;
    end = ts + dur;
    tasks.push(tdur / 1000);
  }
  return tasks;
}

const served = await serve(site);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const found = [];
for (const { query } of chosen()) found.push(await tasksOf(browser, `${served.url}/tim-kiem.html`, query));
await browser.close();
served.close();
fs.rmSync(TRACE, { force: true });
const sums = found.map((tasks) => tasks.reduce((sum, task) => sum + task, 0)).sort((one, other) => one - other);
console.log(JSON.stringify({ longest: Math.max(...found.flat()), median: sums[sums.length >> 1] }));
