// P8.1: staff sign in at an identity provider that is not ours, with a name and a password there.
// Each line of output is one test: "ok - name" or "not ok - name".
import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../browser/support/chain.mjs';
import { Installation } from '../browser/support/installation.mjs';
import { SimpleSamlPhp } from './support/simplesamlphp.mjs';

const person = (uid, name, groups) => ({
  uid: [uid],
  displayName: [name],
  mail: [`${uid}@dienst.example`],
  ...(groups.length ? { groups } : {}),
});
const users = (femke) => ({
  'femke:appeltaart': person('femke', 'Femke Dijkstra', femke),
  'stef:boterkoek': person('stef', 'Stef Kuipers', ['kantine']),
});

const configuration = (metadata) => `
[agency_login]
metadata = "staff_metadata.xml"
metadata_sha256 = "${createHash('sha256').update(metadata).digest('hex')}"
subject_attribute = "uid"
name_attribute = "displayName"
mail_attribute = "mail"
roles_attribute = "groups"
context_classes = ["urn:oasis:names:tc:SAML:2.0:ac:classes:Password"]

[agency_login.roles]
mijnduo-registratie = "registrar"
mijnduo-goedkeuring = "approver"
`;

async function trusting(installation, provider) {
  const metadata = await provider.metadata();
  writeFileSync(join(installation.folder, 'staff_metadata.xml'), metadata);
  appendFileSync(installation.config, configuration(metadata));
  provider.trust(installation.mijnduo('metadata', '--staff'));
}

const expect = (holds, what) => {
  if (!holds) throw new Error(what);
};

// From the portal's address to the provider's form, and back to wherever that leads.
async function signIn(page, url, provider, name, password) {
  await page.goto(`${url}/dienst/inloggen`);
  await page.waitForURL(`${provider.url}/**`);
  await page.fill('input[name=username]', name);
  await page.fill('input[name=password]', password);
  const back = page.waitForResponse(
    (response) =>
      response.url().startsWith(url) &&
      response.request().isNavigationRequest() &&
      response.status() !== 303,
  );
  await page.press('input[name=password]', 'Enter');
  const answer = await back;
  await page.waitForURL(`${url}/**`);
  return answer.status();
}

async function inOwnBrowser(browser, work) {
  const context = await browser.newContext({ locale: 'nl-NL' });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const tests = {
  'P8.1 a registrar signs in at SimpleSAMLphp and sees the pages of the agency': ({
    browser,
    installation,
    provider,
  }) =>
    inOwnBrowser(browser, async (page) => {
      const status = await signIn(page, installation.url, provider, 'femke', 'appeltaart');
      expect(status === 200 && page.url() === `${installation.url}/dienst`, page.url());
      expect((await page.content()).includes('Femke Dijkstra'), 'the name is not on the page');
      const form = await page.goto(`${installation.url}/dienst/aanmeldingen/nieuw`);
      expect(form.status() === 200, `a registrar enters appointments: ${form.status()}`);
    }),
  'P8.1 roles are taken afresh: who is an approver now enters no appointments any more': ({
    browser,
    installation,
    provider,
  }) =>
    inOwnBrowser(browser, async (page) => {
      provider.setUsers(users(['mijnduo-goedkeuring']));
      await signIn(page, installation.url, provider, 'femke', 'appeltaart');
      expect(page.url() === `${installation.url}/dienst`, page.url());
      const form = await page.goto(`${installation.url}/dienst/aanmeldingen/nieuw`);
      expect(form.status() === 403, `an approver entered one: ${form.status()}`);
    }),
  'P8.1 who has no role is refused on a page of its own': ({ browser, installation, provider }) =>
    inOwnBrowser(browser, async (page) => {
      const status = await signIn(page, installation.url, provider, 'stef', 'boterkoek');
      expect(status === 403, `status ${status}`);
      const heading = await page.locator('h1').textContent();
      expect(heading.includes('U hebt geen rol bij Mijn DUO'), heading);
      await page.goto(`${installation.url}/dienst`);
      expect((await page.locator('h1').textContent()) !== 'Dienst', 'somebody is in');
    }),
  'P8.1 a wrong password ends at SimpleSAMLphp': ({ browser, installation, provider }) =>
    inOwnBrowser(browser, async (page) => {
      await page.goto(`${installation.url}/dienst/inloggen`);
      await page.waitForURL(`${provider.url}/**`);
      await page.fill('input[name=username]', 'femke');
      await page.fill('input[name=password]', 'geraden');
      await page.press('input[name=password]', 'Enter');
      await page.waitForLoadState();
      expect(page.url().startsWith(provider.url), page.url());
      const own = await page.goto(`${installation.url}/dienst`);
      expect(own.status() === 401, `status ${own.status()}`);
    }),
  'P8.5 what happened at the door stands in the journal, unbroken': ({ installation }) =>
    expect(/unbroken/.test(installation.mijnduo('journal', 'verify')), 'the journal is broken'),
};

const provider = await SimpleSamlPhp.start(users(['mijnduo-registratie']));
const browser = await launch();
let installation;
try {
  installation = await Installation.start({ prepare: (made) => trusting(made, provider) });
  for (const [name, test] of Object.entries(tests))
    try {
      await test({ browser, installation, provider });
      console.log(`ok - ${name}`);
    } catch (problem) {
      process.exitCode = 1;
      console.log(`not ok - ${name}`);
      console.log(`${problem.stack}\n${installation.logs()}\n${provider.log}`.replace(/^/gm, '# '));
    }
} catch (problem) {
  process.exitCode = 1;
  console.log(`not ok - P8.1 the portal and SimpleSAMLphp start`);
  console.log(`${problem.stack}\n${provider.log}`.replace(/^/gm, '# '));
} finally {
  await browser.close();
  await installation?.stop();
  await provider.stop();
}
