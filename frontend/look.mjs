// Looks at a folder of pages (markup_gallery writes one) as visitors do: axe, light and dark, wide
// and narrow, with the strict policy; the keyboard without script; 320 pixels with wide text.
//
//   node look.mjs FOLDER [PICTURES]      ends with 1 when something is wrong
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [folder, pictures] = process.argv.slice(2);
if (pictures) mkdirSync(pictures, { recursive: true });
const types = {
  html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'";
const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url.split('?')[0]);
  if (request.method === 'POST') return response.writeHead(204).end();
  const file = join(folder, path);
  if (path.endsWith('/') || path.includes('..') || !existsSync(file)) {
    return response.writeHead(404).end();
  }
  response.writeHead(200, {
    'content-type': types[path.split('.').pop()] ?? 'text/plain', 'content-security-policy': policy,
  });
  response.end(readFileSync(file));
}).listen(0, '127.0.0.1');
await new Promise((ready) => server.once('listening', ready));
const site = `http://127.0.0.1:${server.address().port}/`;
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--lang=nl-NL'],
});
let wrong = 0;
const tell = (...words) => { wrong += 1; console.log(...words); };
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function withAxe(page) {
  await page.evaluate(axe);
  return page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), rules);
}

async function look(context, name, scheme, width) {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) tell(name, message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) tell(name, answer.status(), answer.url());
  });
  await page.goto(site + name);
  await page.evaluate(() => document.fonts.ready);
  if (pictures) {
    const picture = `${name.replace('.html', '')}-${width}-${scheme}.png`;
    await page.screenshot({ path: join(pictures, picture), fullPage: true });
  }
  if (await overflow(page) > 0) tell(name, width, 'is wider than the window');
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  const { violations } = await withAxe(page);
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes.slice(0, 3)) {
      tell(name, scheme, width, id, '|', target.join(' '), '|', failureSummary);
    }
  }
  await page.close();
}

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    const viewport = { width, height };
    const context = await browser.newContext({ viewport, colorScheme, locale: 'nl-NL' });
    for (const name of pages) await look(context, name, colorScheme, width);
    await context.close();
  }
}

// Every stop of the Tab key is visible and in the order of the source, without script.
const stopHere = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  return {
    at: [...document.querySelectorAll('*')].indexOf(e),
    words: e.textContent.trim().slice(0, 30),
    ring: s.outlineStyle,
    seen: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
  };
})()`;
const summaryHasFocus =
  "!document.getElementById('mistakes') || document.activeElement.id === 'mistakes'";
const startAtTop =
  'document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()';
let stops = 0;

async function walk(context, name) {
  const page = await context.newPage();
  await page.goto(site + name);
  const devtools = await context.newCDPSession(page);
  const evaluate = async (expression) =>
    (await devtools.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  if (!await evaluate(summaryHasFocus)) tell(name, 'the summary of mistakes lacks the focus');
  await evaluate(startAtTop);
  for (let before = -1, stop = 0; stop < 120; stop += 1, stops += 1) {
    await page.keyboard.press('Tab');
    const here = await evaluate(stopHere);
    if (!here || here.at < before) break;
    if (here.ring === 'none') tell(name, 'no ring at', here.words);
    if (!here.seen) tell(name, 'out of sight:', here.words);
    before = here.at;
  }
  await page.close();
}

const plain = await browser.newContext({
  viewport: { width: 1280, height: 900 }, javaScriptEnabled: false,
});
for (const name of pages) await walk(plain, name);
await plain.close();

const wideText = '* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
  'word-spacing: .16em !important }';
for (const name of pages) {
  const viewport = { width: 320, height: 700 };
  const context = await browser.newContext({ viewport, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(site + name);
  await page.addStyleTag({ content: wideText });
  if (await overflow(page) > 0) tell(name, 'is wider than 320 pixels with wide text');
  await context.close();
}

// The warning before the session ends: 2 minutes before, extended by its button, and else goodbye.
const waiting = await browser.newPage();
await waiting.clock.install();
await waiting.route('**/uitgelogd', (route) => route.fulfill({ body: 'U bent uitgelogd' }));
await waiting.goto(`${site}overzicht.html`);
const warned = () => waiting.evaluate(() => document.getElementById('session-warning').open);
await waiting.clock.runFor('12:55');
if (await warned()) tell('the session warning comes too early');
await waiting.clock.runFor('00:10');
if (!await warned()) tell('no warning 2 minutes before the session ends');
await waiting.locator('#session-warning button').click();
await waiting.waitForFunction(() => !document.getElementById('session-warning').open);
await waiting.clock.runFor('12:50');
if (await warned()) tell('the session was not extended');
await waiting.clock.runFor('02:20');
await waiting.waitForURL('**/uitgelogd', { timeout: 5000 })
  .catch(() => tell('the page stays when the session is over'));

await browser.close();
server.close();
console.log(`${pages.length} pages, ${stops} tab stops, ${wrong} things wrong`);
process.exit(wrong ? 1 : 0);
