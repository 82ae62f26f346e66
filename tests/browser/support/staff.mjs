// What the agency's own people do at their own door (P8.1), which the test broker plays here.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Someone } from './chain.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '../../..');
const build = process.env.MIJNDUO_BUILD ?? join(root, 'build/release');

// As script/server does it for a developer.
export async function withStaffDoor(installation) {
  const script = `. "${root}/script/lib/configuration.sh"; agency_login "$1" "$2"`;
  execFileSync('bash', ['-euc', script, 'bash', build, installation.folder], { stdio: 'pipe' });
  const metadata = installation.mijnduo('metadata', '--staff');
  writeFileSync(join(installation.folder, 'portal_staff_metadata.xml'), metadata);
}

const headings = {
  nl: {
    noRole: 'U hebt geen rol bij Mijn DUO',
    another: 'U hebt met een ander account ingelogd',
    expired: 'Deze inlog is verlopen',
  },
  en: {
    noRole: 'You have no role at Mijn DUO',
    another: 'You logged in with another account',
    expired: 'This login has expired',
  },
};

async function leave(someone) {
  await someone.page.goto(`${someone.chain.url}/dienst/inloggen`);
  if (!someone.chain.script) {
    await someone.look('leaving as staff');
    await someone.hand.press('form[data-submit] button');
  }
  await someone.page.waitForURL(/\/dienst\/inloggen\/[0-9a-f]{32}/);
}

async function choose(someone, uid) {
  await someone.hand.press(`button[name=medewerker][value=${uid}]`);
  if (!someone.chain.script) await someone.hand.press('form[data-submit] button, main form button');
  await someone.page.waitForURL((url) => url.origin === someone.chain.url);
  await someone.page.waitForLoadState();
}

async function shows(someone, heading) {
  const there = (await someone.page.locator('h1').textContent()).trim();
  someone.chain.expect(there === heading, `'${there}' instead of '${heading}'`);
  await someone.look(heading);
}

export async function staffDoor(chain) {
  const words = headings[chain.language];
  const stef = await Someone.arrive(chain, 'Stef Kuipers');
  await leave(stef);
  await choose(stef, 'stef');
  await shows(stef, words.noRole);

  const femke = await Someone.arrive(chain, 'Femke Dijkstra');
  await leave(femke);
  await choose(femke, 'femke');
  chain.expect(femke.path() === '/dienst', 'a registrar comes to the desk');
  await femke.look('the desk');
  await leave(femke);
  await choose(femke, 'gijs');
  await shows(femke, words.another);
  await femke.follow('main a[href="/dienst"]');
  chain.expect(femke.path() === '/dienst', 'and the session goes on');
  await femke.open('/dienst/aanmeldingen/nieuw');

  const late = await Someone.arrive(chain, 'Joris Blom');
  await leave(late);
  await late.context.clearCookies();
  await choose(late, 'joris');
  await shows(late, words.expired);
  await late.hand.press('main a[href="/dienst/inloggen"]');
  if (!chain.script) await late.hand.press('form[data-submit] button');
  await late.page.waitForURL(/\/dienst\/inloggen\/[0-9a-f]{32}/);
  await choose(late, 'joris');
  chain.expect(late.path() === '/dienst', 'the page of refusal leads in again');
}
