// The manual's whole chain (1.1 to 1.8), as the people in it walk it: staff, administrator, user.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Inspection } from './inspection.mjs';
import { Keyboard, Pointer } from './hands.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(join(here, '../../../frontend/package.json'));
const { chromium } = require('playwright-core');

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

const pdfText = (installation, bytes) => {
  const file = join(installation.folder, 'letter.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
};

// Usernames stand in groups of three, codes in two groups of five.
export const usernameIn = (text) =>
  text.match(/\b([2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3})\b/)?.[1];
export const codeIn = (text) => text.match(/\b([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})\b/)?.[1];

// One person in front of an own browser.
export class Someone {
  static async arrive(chain, name, kvk, organisation) {
    const context = await chain.browser.newContext({
      javaScriptEnabled: chain.script,
      viewport: { width: 1280, height: 900 },
      locale: chain.language === 'nl' ? 'nl-NL' : 'en-GB',
    });
    const page = await context.newPage();
    chain.inspection.watch(page, chain.url);
    const someone = new Someone();
    Object.assign(someone, { chain, name, kvk, organisation, context, page });
    someone.hand = chain.keyboard ? new Keyboard(page) : new Pointer(page);
    return someone;
  }

  look(name) {
    return this.chain.inspection.look(this.page, name);
  }
  path() {
    return new URL(this.page.url()).pathname;
  }

  async open(path) {
    await this.page.goto(this.chain.url + path);
    await this.look();
  }

  // Fills the form whose action ends in this path and sends it.
  async send(path, fields = {}, button = 'button[type=submit]') {
    const form = `form[action="${path}"]`;
    for (const [name, value] of Object.entries(fields)) {
      const field = `${form} [name="${name}"]`;
      const kind = await this.page
        .locator(field)
        .first()
        .evaluate((e) => e.type ?? '');
      if (kind === 'radio' || kind === 'checkbox')
        for (const one of [value].flat()) await this.hand.tick(`${field}[value="${one}"]`);
      else if (kind === 'select-one') await this.hand.select(field, value);
      else await this.hand.fill(field, value);
    }
    await this.hand.press(`${form} ${button}`);
    await this.page.waitForLoadState();
    await this.look();
  }

  async follow(selector) {
    await this.hand.press(selector);
    await this.page.waitForLoadState();
    await this.look();
  }

  // Manual 1.2 step 1 and 1.4: sector, "Inloggen op Mijn DUO", "Log in met eHerkenning",
  // supplier, means.
  async signIn({ sector = 'po', level = 'loa3' } = {}) {
    await this.page.goto(`${this.chain.url}/`);
    await this.look();
    await this.follow(`main a[href^="/inloggen/${sector}"]`);
    await this.hand.press('main a[href^="/saml/login"]');
    await this.page.waitForLoadState();
    await this.atBroker({ level });
    await this.look();
  }

  // From the page that leaves for the broker until the portal answers again. `shown` is the level
  // that the broker's page must say.
  async atBroker({ level = 'loa3', shown }) {
    if (!this.chain.script) await this.hand.press('form[data-submit] button');
    await this.page.waitForURL(/\/kiezen\//);
    if (
      this.chain.language === 'en' &&
      (await this.page.evaluate(() => document.documentElement.lang)) !== 'en'
    )
      await this.hand.press('a[hreflang=en], [lang=en]');
    if (shown) {
      const page = await this.page.locator('main').textContent();
      const says = new RegExp(`(betrouwbaarheidsniveau|assurance level) ${shown}`).test(page);
      this.chain.expect(says, `the broker asks for level ${shown}`);
    }
    const supplier = await this.page
      .locator('select[name=leverancier] option')
      .evaluateAll((all) => all.map((one) => one.value).find((value) => value));
    await this.hand.select('select[name=leverancier]', supplier);
    await this.hand.press('form:has(select) button[type=submit]');
    await this.page.waitForURL(/\/inloggen\//);
    const other = 'form:has(input[value=anders])';
    await this.hand.fill(`${other} [name=naam]`, this.name);
    await this.hand.fill(`${other} [name=kvk]`, this.kvk);
    await this.hand.fill(`${other} [name=organisatie]`, this.organisation);
    if (level !== 'loa3') await this.hand.select(`${other} [name=niveau]`, level);
    await this.hand.press(`${other} button[type=submit]`);
    // An answer that is posted is a form on the broker's page, which sends itself with script only.
    if (!this.chain.script && this.chain.installation.binding === 'post')
      await this.hand.press('form[data-submit] button, main form button');
    await this.page.waitForURL((url) => url.origin === this.chain.url);
    await this.page.waitForLoadState();
  }

  // Manual 1.2 steps 2 to 6. With a mistake on the way at each step, which must cost nothing.
  async link(username, code) {
    await this.send('/koppelen/voordat-u-begint');
    await this.send('/koppelen/voordat-u-begint', { situatie: 'beide' });
    await this.send('/koppelen/disclaimer');
    await this.send('/koppelen/disclaimer', { akkoord: 'ja' });
    await this.page.reload();
    await this.send('/koppelen/gebruikersvoorwaarden', { akkoord: 'ja' });
    await this.send('/koppelen/koppelen', {
      gebruikersnaam: username.slice(0, 8),
      activatiecode: code,
    });
    await this.send('/koppelen/koppelen', {
      gebruikersnaam: username,
      activatiecode: '22222-22222',
    });
    await this.send('/koppelen/koppelen', {
      gebruikersnaam: username.toLowerCase(),
      activatiecode: code,
    });
    this.chain.expect(this.path() === '/koppelen/gelukt', `${this.name} is linked`);
    await this.follow('main a[href="/overzicht"]');
  }

  // A form whose answer is a PDF: sent along with this person's cookies.
  async pdf(action) {
    const token = await this.page.locator('form input[name=token]').first().inputValue();
    const response = await this.context.request.post(this.chain.url + action, {
      form: { token },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    this.chain.expect(
      response.headers()['content-type'] === 'application/pdf',
      `${action} is a PDF`,
    );
    return pdfText(this.chain.installation, await response.body());
  }

  async signOut() {
    await this.follow('header form[action="/uitloggen"] button');
    this.chain.expect(this.path() === '/uitgelogd', `${this.name} is logged out`);
    await this.page.goBack().catch(() => {});
    await this.page.reload();
    const gone = await this.page.locator('header form[action="/uitloggen"]').count();
    this.chain.expect(gone === 0, 'Back shows nothing after logging out (P3.6)');
  }
}

export class Chain {
  constructor(
    installation,
    browser,
    { language = 'nl', script = true, keyboard = false, looks = !process.env.QUICK } = {},
  ) {
    Object.assign(this, {
      installation,
      browser,
      language,
      script,
      keyboard,
      url: installation.url,
    });
    this.inspection = new Inspection(language, { looks });
  }

  expect(holds, what) {
    if (!holds) throw new Error(`not so: ${what}`);
  }

  // The operator invites a member of staff; letter on paper, code by mail (P8.1 for now).
  async inviteStaff(name, email, role) {
    const letter = join(this.installation.folder, `${email}.pdf`);
    this.installation.mijnduo(
      'staff',
      'invite',
      '--name',
      name,
      '--email',
      email,
      '--role',
      role,
      '--letter',
      letter,
      ...(this.language === 'en' ? ['--english'] : []),
    );
    const username = usernameIn(pdfText(this.installation, readFileSync(letter)));
    return { username, code: await this.codeFor(email) };
  }

  async codeFor(email) {
    const mail = await this.installation.mailTo(
      email,
      this.language === 'nl' ? 'activatiecode' : 'activation code',
    );
    const code = codeIn(mail.text);
    this.expect(code && !mail.subject.includes(code), `a code for ${email}, not in the subject`);
    return code;
  }

  async clearMails() {
    await fetch(`${this.installation.mailbox}/api/clear`, { method: 'POST' });
  }
}
