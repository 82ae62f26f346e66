// What every page must hold to, whatever it shows.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(join(here, '../../../frontend/package.json'));
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export class Inspection {
  constructor(language, { looks = !process.env.QUICK } = {}) {
    this.language = language;
    this.looks = looks;
    this.seen = new Set();
    this.complaints = [];
  }

  // Watches every answer that the portal gives to this page.
  watch(page, url) {
    page.on('response', (response) => {
      if (!response.url().startsWith(url)) return;
      const type = response.headers()['content-type'] ?? '';
      if (!type.startsWith('text/html')) return;
      const policy = response.headers()['content-security-policy'] ?? '';
      const strict =
        policy.includes("default-src 'none'") &&
        !policy.includes('unsafe') &&
        policy.includes("frame-ancestors 'none'") &&
        policy.includes("base-uri 'none'");
      if (!strict) this.complaints.push(`${response.url()}: no strict Content-Security-Policy`);
      if (response.status() >= 500) this.complaints.push(`${response.url()}: ${response.status()}`);
    });
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text()))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
  }

  // The page as it stands: once for each place and state.
  async look(page, name = '') {
    const path = new URL(page.url()).pathname.replace(/[0-9a-f]{32}/g, '{id}');
    const title = await page.title();
    const key = `${path} ${name} ${title}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const language = await page.evaluate(() => document.documentElement.lang);
    if (language !== this.language) this.complaints.push(`${key}: lang is ${language}`);
    const headings = await page.locator('h1').count();
    if (headings !== 1) this.complaints.push(`${key}: ${headings} headings of level 1`);
    if (!this.looks) return;
    const size = page.viewportSize();
    for (const scheme of ['light', 'dark'])
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        await this.#axe(page, `${key} ${scheme} ${width}`);
        await this.#picture(page, path, name, `${scheme}-${width}`);
      }
    await page.setViewportSize({ width: 320, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) this.complaints.push(`${key}: scrolls ${over} px sideways at 320`);
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(size);
  }

  // For eyes: PICTURES=folder keeps every page and state as it looked, numbered in their order.
  async #picture(page, path, name, how) {
    if (!process.env.PICTURES) return;
    const number = String(this.seen.size).padStart(2, '0');
    const what = `${path}-${name}`.replace(/[^a-z0-9]+/gi, '-');
    await page.screenshot({
      path: join(process.env.PICTURES, `${number}-${what}-${how}.png`),
      fullPage: true,
    });
  }

  async #axe(page, where) {
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await window.axe.run(document, { resultTypes: ['violations'] });
      return found.violations.map(
        (one) =>
          `${one.id}: ${one.nodes
            .map((node) => node.html)
            .slice(0, 2)
            .join(' ')}`,
      );
    });
    for (const violation of violations) this.complaints.push(`${where}: ${violation}`);
  }
}
