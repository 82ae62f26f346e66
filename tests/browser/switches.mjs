// Every switch of the test broker, walked against the portal: the page that the broker promises is
// the page that the portal shows, in both languages. Each line of output is one test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './support/chain.mjs';
import { Inspection } from './support/inspection.mjs';
import { Installation } from './support/installation.mjs';

const said = {
  nl: {
    shows: 'Mijn DUO toont: ',
    signedIn: 'Het inloggen lukt.',
    linking: 'Voordat u begint',
    unavailable: 'eHerkenning is even niet bereikbaar',
    on: 'Schakelaar aan: ',
    again: 'Deze inlog is verlopen',
  },
  en: {
    shows: 'Mijn DUO shows: ',
    signedIn: 'Logging in works.',
    linking: 'Before you begin',
    unavailable: 'eHerkenning cannot be reached for a moment',
    on: 'Switch on: ',
    again: 'This login has expired',
  },
};

// What the broker's page promises of each switch.
async function promises(page, words) {
  const list = await page.locator('input[name=schakelaar]').evaluateAll((inputs) =>
    inputs.map((input) => {
      const [title, explanation] = document.querySelector(`label[for="${input.id}"]`).childNodes;
      return { name: input.value, title: title.textContent, text: explanation.textContent };
    }),
  );
  return list.filter(({ name }) => name !== 'geen').map((promise) => ({ ...promise, words }));
}

class Rehearsal {
  constructor(installation, browser, language) {
    Object.assign(this, { installation, browser, language, words: said[language] });
    const settings = readFileSync(join(installation.folder, 'broker.toml'), 'utf8');
    this.broker = settings.match(/^public_url = "(.*)"$/m)[1];
    this.inspection = new Inspection(language);
  }

  // Somebody in front of a browser of their own, in which nothing is switched on.
  async arrive() {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: this.language === 'nl' ? 'nl-NL' : 'en-GB',
    });
    this.page = await context.newPage();
    this.inspection.watch(this.page, this.broker);
  }

  async leave() {
    await this.page.context().close();
  }

  async list() {
    await this.arrive();
    await this.page.goto(`${this.broker}/schakelaars?taal=${this.language}`);
    await this.inspection.look(this.page);
    const list = await promises(this.page, this.words);
    await this.leave();
    return list;
  }

  async turn(name, seconds) {
    const more = seconds ? `&seconden=${seconds}` : '';
    await this.page.goto(`${this.broker}/?taal=${this.language}&schakelaar=${name}${more}`);
    await this.inspection.look(this.page, name);
  }

  // Anja de Wit, the first of the list; her account is linked. The portal's heading and path.
  async signIn(title) {
    const { page } = this;
    await page.goto(`${this.installation.url}/saml/login?opnieuw=1`);
    await page.waitForURL(/\/kiezen\//);
    await page.goto(`${page.url()}?taal=${this.language}`);
    const notice = await page.locator('main').textContent();
    expect(notice.includes(this.words.on + title), 'the broker says that the switch is on');
    await page.selectOption('select[name=leverancier]', 'Alfa');
    await page.click('form:has(select) button[type=submit]:not([name])');
    await page.waitForURL(/\/inloggen\//);
    await page.click('button[name=persoon][value="1"]');
    await page.waitForURL((url) => url.origin === this.installation.url);
    // P3.10: whom the broker keeps waiting sees a page to wait on first, at an address that then
    // shows what came of it.
    await page.waitForFunction(() => !document.querySelector('main a[href^="/saml/wachten"]'));
    await page.waitForLoadState();
    return {
      heading: (await page.locator('h1').first().textContent()).trim(),
      path: new URL(page.url()).pathname,
    };
  }
}

function expect(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

// What differs from "one sign-in, and the page that was promised".
const special = {
  async 'artefact-opnieuw'(rehearsal, { title, words, text }) {
    const first = await rehearsal.signIn(title);
    expect(first.path === '/overzicht', `the first time ${JSON.stringify(first)}`);
    const second = await rehearsal.signIn(title);
    expect(text.includes(words.shows + words.again), 'the promise');
    // Who is signed in reads the language of the account, and hers is Dutch.
    const again = [words.again, said.nl.again];
    expect(again.includes(second.heading), `the second time ${JSON.stringify(second)}`);
  },
  async 'artefact-vertraagd'(rehearsal, { name, title, words, text }) {
    const late = await rehearsal.signIn(title);
    expect(text.includes(words.unavailable), 'the promise');
    expect(late.heading === words.unavailable, JSON.stringify(late));
    await rehearsal.turn(name, 1);
    const inTime = await rehearsal.signIn(title);
    expect(inTime.path === '/overzicht', `after a second ${JSON.stringify(inTime)}`);
  },
  async 'nieuw-pseudoniem'(rehearsal, { title, words, text }) {
    const linking = await rehearsal.signIn(title);
    expect(text.includes(words.linking), 'the promise');
    expect(linking.heading.includes(words.linking), JSON.stringify(linking));
    expect(linking.path.startsWith('/koppelen'), JSON.stringify(linking));
  },
};

async function asPromised(rehearsal, { title, words, text }) {
  const shown = await rehearsal.signIn(title);
  if (text.includes(words.shows + words.signedIn))
    expect(shown.path === '/overzicht', JSON.stringify(shown));
  else expect(text.includes(words.shows + shown.heading), `${shown.heading}, but: ${text}`);
}

async function one(rehearsal, promise) {
  const line = `E8 ${promise.name} shows what it promises (${rehearsal.language})`;
  await rehearsal.arrive();
  try {
    await rehearsal.turn(promise.name);
    await (special[promise.name] ?? asPromised)(rehearsal, promise);
    console.log(`ok - ${line}`);
  } catch (problem) {
    process.exitCode = 1;
    console.log(`not ok - ${line}`);
    const told = [problem.stack, rehearsal.page.url(), rehearsal.installation.logs()].join('\n');
    console.log(told.replace(/^/gm, '# '));
  }
  await rehearsal.leave();
}

async function walk(language) {
  const browser = await launch();
  let installation;
  try {
    installation = await Installation.start({ demo: true });
    const rehearsal = new Rehearsal(installation, browser, language);
    const list = await rehearsal.list();
    // Those that leave the back channel unanswered come last: the portal may rest after them.
    const last = ['artefact-vertraagd', 'achterkanaal-dicht'];
    list.sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name));
    for (const promise of list) await one(rehearsal, promise);
    expect(list.length >= 19, `${list.length} switches`);
    const { complaints } = rehearsal.inspection;
    if (complaints.length) throw new Error(complaints.join('\n'));
    console.log(`ok - E8 the pages of the switches hold to what every page must (${language})`);
  } catch (problem) {
    process.exitCode = 1;
    console.log(`not ok - E8 all switches are walked (${language})`);
    console.log(`${problem.stack}\n${installation?.logs() ?? ''}`.replace(/^/gm, '# '));
  } finally {
    await browser.close();
    await installation?.stop();
  }
}

const journeys = { 'E8 the switches in Dutch': 'nl', 'E8 the switches in English': 'en' };

// node switches.mjs [--list | part of a name]; the gate runs each by itself, side by side.
const wanted = process.argv[2] ?? '';
if (wanted === '--list') for (const name of Object.keys(journeys)) console.log(name);
else
  for (const [name, language] of Object.entries(journeys))
    if (name.includes(wanted)) await walk(language);
