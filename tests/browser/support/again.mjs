// What somebody does who signs in again: for a task of level 4, and when the session has to be
// renewed while a form is half filled in. The people are those of the demo cast.
import { Someone } from './chain.mjs';

const school = ['90000001', 'Scholengroep Lindenhof'];
const task = '/taken/osr-beheren';
const form = '/taken/contactpersoon-bekostiging';

async function administratorGrants(chain) {
  const anja = await Someone.arrive(chain, 'Anja de Wit', ...school);
  await anja.signIn();
  const path = '/beheer/gebruikers/demo-bram/rollen/toekennen';
  await anja.page.goto(chain.url + path);
  await anja.send(path, { rol: 'osr-toegang' });
  await anja.send(path, { 'kenmerk-instellingscode': '99AA', reden: 'Beheert de leveranciers' });
  await anja.send(path);
  await anja.signOut();
}

// What must be read first is read first (P4.3).
async function start(someone, path) {
  await someone.send(`${path}/start`);
  const news = someone.path();
  if (news.startsWith('/mededelingen/')) await someone.send(`${news}/gelezen`);
}

async function toTheBroker(bram) {
  await bram.hand.press('main a[href^="/saml/login"]');
  await bram.page.waitForLoadState();
}

export async function levelFour(chain) {
  await administratorGrants(chain);
  const bram = await Someone.arrive(chain, 'Bram Jansen', ...school);
  await bram.signIn();
  await bram.open('/overzicht');
  await start(bram, task);
  chain.expect((await bram.page.content()).includes('4'), 'the page says which level is wanted');
  await toTheBroker(bram);
  await bram.atBroker({ level: 'loa3', shown: '4' });
  await bram.look('level 3 came back');
  chain.expect(bram.path() === '/saml/acs', 'with level 3 there is a page that says so');
  await bram.follow('main a[href="/overzicht"]');
  chain.expect(bram.path() === '/overzicht', 'and the old session goes on');
  await start(bram, task);
  await toTheBroker(bram);
  await bram.atBroker({ level: 'loa4', shown: '4' });
  chain.expect(bram.path() === task, 'with level 4 one comes back to the task');
  await start(bram, task);
  chain.expect(bram.path() === `${task}/verder`, 'and it starts');
  await bram.open('/overzicht');
  const wants = await bram.page.locator(`[id="taak-osr-beheren"]`).textContent();
  chain.expect(!/niveau 4/.test(wants), 'the session keeps the higher level');
  await bram.signOut();
}

const typed = { bestuursnummer: '41234', naam: 'Kees Jansen' };

async function halfFilledIn(bram) {
  for (const [name, value] of Object.entries(typed))
    await bram.hand.fill(`form[action="${form}/stap/1"] [name="${name}"]`, value);
}

async function stillThere(bram, when) {
  bram.chain.expect(bram.path() === `${form}/stap/1`, `${when}: back at the form`);
  for (const [name, value] of Object.entries(typed)) {
    const there = await bram.page.locator(`[name="${name}"]`).inputValue();
    bram.chain.expect(there === value, `${when}: ${name} is kept`);
  }
}

async function openForm(bram) {
  await bram.page.goto(`${bram.chain.url}/overzicht`);
  await start(bram, form);
}

export async function renewal(chain) {
  const bram = await Someone.arrive(chain, 'Bram Jansen', ...school);
  await bram.page.clock.install();
  await bram.signIn();
  await openForm(bram);
  chain.installation.ageSessions({ started: 4 * 3600 - 300 });
  await bram.page.reload();
  await bram.look('the last quarter of an hour');
  await halfFilledIn(bram);
  await bram.page.clock.fastForward(90_000);
  const dialog = bram.page.locator('#session-renewal');
  chain.expect(!(await dialog.isVisible()), 'not warned more than two minutes ahead');
  await bram.page.clock.fastForward(90_000);
  await dialog.waitFor();
  await bram.look('warned');
  await bram.page.locator('#session-renewal [name=inloggen]').click();
  await bram.atBroker({});
  await stillThere(bram, 'signed in afresh by the warning');
  await bram.look('renewed');

  // Nobody there: time is up, the form goes to the portal and nothing stays on the screen.
  await bram.hand.fill('[name=functie]', 'Directeur');
  await bram.page.clock.fastForward(16 * 60_000);
  await bram.page.waitForURL(/sessie-verlopen/);
  await bram.look('time was up');
  await bram.follow('main a[href^="/?terug"]');
  await bram.follow('main a[href^="/inloggen/po"]');
  await toTheBroker(bram);
  await bram.atBroker({});
  await stillThere(bram, 'time was up');
  const function_ = await bram.page.locator('[name=functie]').inputValue();
  chain.expect(function_ === 'Directeur', 'time was up: what was typed last is kept too');
  await administratorsForm(chain);
}

// The other form that is kept: registering a user.
async function administratorsForm(chain) {
  const anja = await Someone.arrive(chain, 'Anja de Wit', ...school);
  await anja.signIn();
  const path = '/beheer/gebruikers/registreren';
  chain.installation.ageSessions({ started: 4 * 3600 - 600 });
  await anja.open(path);
  await anja.hand.fill(`form[action="${path}"] [name=naam]`, 'Piet Smit');
  await anja.hand.press(`form[action="${path}"] button[name=inloggen]`);
  await anja.atBroker({});
  chain.expect(anja.path() === path, 'back at the form that registers a user');
  const name = await anja.page.locator('[name=naam]').inputValue();
  chain.expect(name === 'Piet Smit', 'what was typed is kept');
  await anja.look('kept');
  await anja.send(path, {}, 'button[name=leeg]');
}

export async function renewalWithoutScript(chain) {
  const bram = await Someone.arrive(chain, 'Bram Jansen', ...school);
  await bram.signIn();
  await openForm(bram);
  chain.installation.ageSessions({ started: 4 * 3600 - 600 });
  await bram.page.reload();
  await halfFilledIn(bram);
  await bram.hand.press(`form[action="${form}/stap/1"] button[name=inloggen]`);
  await bram.atBroker({});
  await stillThere(bram, 'signed in afresh by the button');

  chain.installation.ageSessions({ seen: 16 * 60 });
  await bram.hand.fill(`form[action="${form}/stap/1"] [name=functie]`, 'Directeur');
  await bram.hand.press(`form[action="${form}/stap/1"] button[type=submit]`);
  await bram.page.waitForLoadState();
  chain.expect(
    (await bram.page.locator('header form[action="/uitloggen"]').count()) === 0,
    'the session had run out',
  );
  await bram.look('kept after the end');
  await toTheBroker(bram);
  await bram.atBroker({});
  await stillThere(bram, 'sent after the session ran out');
}
