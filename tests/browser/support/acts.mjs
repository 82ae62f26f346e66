// What the people of the chain do, each act a paragraph of the manual.
import { Someone, codeIn, usernameIn } from './chain.mjs';
import { attachScan, downloadBlankForm, openScan } from './papers.mjs';

const school = { name: 'Basisschool De Linde', kvk: '91000001', rsin: '910000013' };

async function staffAdmitsOrganisation(chain) {
  const femke = await Someone.arrive(
    chain,
    'Femke Dijkstra',
    '90000000',
    'Dienst Uitvoering Onderwijs',
  );
  const gijs = await Someone.arrive(
    chain,
    'Gijs van Dam',
    '90000000',
    'Dienst Uitvoering Onderwijs',
  );
  for (const [who, email, role] of [
    [femke, 'femke@dienst.example', 'registrar'],
    [gijs, 'gijs@dienst.example', 'approver'],
  ]) {
    const { username, code } = await chain.inviteStaff(who.name, email, role);
    await who.signIn();
    await who.link(username, code);
  }
  await femke.open('/dienst/aanmeldingen/nieuw');
  await downloadBlankForm(femke);
  await femke.send('/dienst/aanmeldingen/nieuw');
  await femke.send('/dienst/aanmeldingen/nieuw', {
    organisatie: school.name,
    kvk: school.kvk,
    sector: 'po',
    'kenmerken-bestuursnummer': '40001 Stichting De Linde',
    'kenmerken-instellingscode': '98AB De Linde',
    ondertekenaar: 'Wim de Bestuurder',
    naam: 'Olga Peeters',
    email: 'olga@delinde.example',
    telefoon: '010 123 45 67',
    functie: 'Administrateur',
    taal: chain.language,
    beheerrol: 'beheerder-po',
  });
  const appointment = femke.path();
  chain.expect(/\/dienst\/aanmeldingen\//.test(appointment), 'the appointment waits');
  await femke.open(appointment);
  const own = await femke.page.locator(`form[action="${appointment}/goedkeuren"]`).count();
  chain.expect(own === 0, 'who entered it cannot approve it (P2.1)');
  await gijs.open(appointment);
  const early = await gijs.page.locator(`form[action="${appointment}/goedkeuren"]`).count();
  chain.expect(early === 0, 'nobody approves without the signed form (P2.1)');
  const scan = await attachScan(femke, appointment);
  await gijs.open(appointment);
  await openScan(gijs, appointment, scan);
  await gijs.send(`${appointment}/goedkeuren`);
  return femke;
}

// The first administrator's letter goes to the competent authority; staff send the code (P2.2).
async function firstLetter(femke) {
  const { chain } = femke;
  await femke.open('/dienst/organisaties');
  await femke.follow(`main a:has-text("${school.name}")`);
  const letterForm = await femke.page
    .locator('main form[action$="/brief"]')
    .first()
    .getAttribute('action');
  const letter = await femke.pdf(letterForm);
  chain.expect(letter.includes('Olga Peeters'), 'the letter names the administrator');
  await femke.page.reload();
  await femke.send(
    await femke.page.locator('main form[action$="/code"]').first().getAttribute('action'),
  );
  return { username: usernameIn(letter), code: await chain.codeFor('olga@delinde.example') };
}

async function administratorRegistersUser(olga) {
  const { chain } = olga;
  await olga.open('/beheer/gebruikers');
  await olga.open('/beheer/gebruikers/registreren');
  await olga.send('/beheer/gebruikers/registreren', { naam: 'Piet Smit', email: 'geen adres' });
  chain.expect(
    (await olga.page.locator('[name=naam]').inputValue()) === 'Piet Smit',
    'nothing typed is lost',
  );
  await olga.send('/beheer/gebruikers/registreren', {
    naam: 'Piet Smit',
    email: 'piet@delinde.example',
    telefoon: '06 12 34 56 78',
    functie: 'Administratie',
    taal: chain.language,
    middel: 'ja',
  });
  const user = olga.path();
  chain.expect(/^\/beheer\/gebruikers\/[0-9a-f]+$/.test(user), 'the user is registered');
  await grant(olga, user, 'medewerker-bekostiging', 'bestuursnummer', '40001');
  const letter = await letterFor(olga, user);
  await olga.open(`${user}/uitreiken`);
  await olga.send(`${user}/uitreiken`);
  return { user, username: usernameIn(letter) };
}

async function letterFor(olga, user) {
  await olga.open(`${user}/brief`);
  const letter = await olga.pdf(`${user}/brief`);
  await olga.open(user);
  return letter;
}

async function sendCode(olga, user, email) {
  await olga.chain.clearMails();
  await olga.open(user);
  await olga.send(`${user}/code`);
  const code = await olga.chain.codeFor(email);
  const text = await olga.page.content();
  olga.chain.expect(!text.includes(code), 'the administrator never sees the code (P2.6)');
  return code;
}

async function grant(olga, user, role, type, value) {
  const path = `${user}/rollen/toekennen`;
  await olga.open(path);
  await olga.send(path, { rol: role });
  await olga.send(path, { [`kenmerk-${type}`]: value, reden: 'Werkt bij de administratie' });
  await olga.send(path);
  olga.chain.expect(olga.path() === user, 'the role is granted after its effect was shown (P6.4)');
}

async function userWorks(piet) {
  const { chain } = piet;
  await piet.open('/overzicht');
  await piet.open('/mededelingen');
  await piet.open('/overzicht');
  await piet.send('/taken/contactpersoon-bekostiging/start');
  await fillForm(piet);
  await piet.open('/mijn-gegevens');
  await piet.open('/mijn-gegevens/wijzigen');
  await piet.send('/mijn-gegevens/wijzigen', { telefoon: '06 99 99 99 99' });
  await piet.open('/mijn-gegevens/e-mailadres');
  await chain.clearMails();
  await piet.send('/mijn-gegevens/e-mailadres', { email: 'piet.smit@delinde.example' });
  const mail = await chain.installation.mailTo('piet.smit@delinde.example', '');
  await piet.send('/mijn-gegevens/e-mailadres/code', { code: codeIn(mail.text) });
  await piet.open('/mijn-gegevens');
  chain.expect(
    (await piet.page.content()).includes('piet.smit@delinde.example'),
    'the new address counts (P5.1)',
  );
}

// Answers whatever the two steps ask, by the kind of each field.
async function fillForm(piet) {
  const { chain } = piet;
  for (let step = 1; step <= 2; step += 1) {
    const form = `form[action="/taken/contactpersoon-bekostiging/stap/${step}"]`;
    await piet.send(`/taken/contactpersoon-bekostiging/stap/${step}`);
    chain.expect(
      (await piet.page.locator('[aria-invalid=true]').count()) > 0,
      'empty fields are told at the field',
    );
    const fields = await piet.page
      .locator(`${form} :is(input, select, textarea):not([type=hidden])`)
      .evaluateAll((all) =>
        all.map((one) => ({
          name: one.name,
          type: one.type,
          value: one.value,
          mode: one.inputMode,
          complete: one.autocomplete,
          hint: document.getElementById(`${one.id}-hint`)?.textContent ?? '',
          options: one.options
            ? [...one.options].map((option) => option.value).filter(Boolean)
            : [],
        })),
      );
    const answers = {};
    for (const field of fields) {
      if (field.name in answers || !field.name) continue;
      if (field.type === 'radio' || field.type === 'checkbox') answers[field.name] = field.value;
      else if (field.options.length) answers[field.name] = field.options[0];
      else if (/jjjj|yyyy/.test(field.hint)) answers[field.name] = '01-02-2027';
      else if (field.mode === 'email') answers[field.name] = 'bekostiging@delinde.example';
      else if (field.type === 'tel') answers[field.name] = '010 123 45 67';
      else if (field.mode === 'numeric') answers[field.name] = '40001';
      else answers[field.name] = 'Piet Smit';
    }
    await piet.send(`/taken/contactpersoon-bekostiging/stap/${step}`, answers);
  }
  chain.expect(piet.path().endsWith('/controleren'), 'a summary stands before sending');
  await piet.send('/taken/contactpersoon-bekostiging/versturen');
  chain.expect(piet.path().includes('/ontvangst/'), 'there is a receipt');
}

// 18 months on everybody is dormant; the chain is walked again from a fresh member of staff.
async function relinking(chain, olga, piet, user, usernames) {
  const future = new Date();
  future.setUTCMonth(future.getUTCMonth() + 19);
  const report = chain.installation.mijnduo('nightly', '--at', future.toISOString());
  chain.expect(/^[1-9]\d* links undone/.test(report), report);
  const sanne = await Someone.arrive(chain, 'Sanne Bos', '90000000', 'Dienst Uitvoering Onderwijs');
  await chain.clearMails();
  const staff = await chain.inviteStaff(sanne.name, 'sanne@dienst.example', 'registrar');
  await sanne.signIn();
  await sanne.link(staff.username, staff.code);
  await sanne.open('/dienst/organisaties');
  await sanne.follow(`main a:has-text("${school.name}")`);
  await chain.clearMails();
  await sanne.send(
    await sanne.page.locator('main form[action$="/code"]').first().getAttribute('action'),
  );
  const olgaCode = await chain.codeFor('olga@delinde.example');
  await olga.page.goto(`${chain.url}/overzicht`);
  chain.expect(
    (await olga.page.locator('header form[action="/uitloggen"]').count()) === 0,
    'the session ended with the link (P3.4)',
  );
  await olga.signIn();
  chain.expect(olga.path().startsWith('/koppelen'), 'who was dormant must link again (manual 1.5)');
  await olga.link(usernames.olga, olgaCode);
  const code = await sendCode(olga, user, 'piet.smit@delinde.example');
  await piet.signIn();
  chain.expect(piet.path().startsWith('/koppelen'), 'the user must link again');
  await piet.link(usernames.piet, code);
  await piet.signOut();
}

export async function wholeChain(chain) {
  const femke = await staffAdmitsOrganisation(chain);
  const first = await firstLetter(femke);
  const olga = await Someone.arrive(chain, 'Olga Peeters', school.kvk, school.name);
  await olga.signIn();
  await olga.page.goto(`${chain.url}/koppelen/geen-code`);
  await olga.look();
  await olga.page.goto(`${chain.url}/koppelen`);
  await olga.link(first.username, first.code);
  const { user, username } = await administratorRegistersUser(olga);
  const code = await sendCode(olga, user, 'piet@delinde.example');
  const piet = await Someone.arrive(chain, 'Piet Smit', school.kvk, school.name);
  await piet.signIn();
  await piet.link(username, code);
  await userWorks(piet);
  await piet.signOut();
  await piet.signIn();
  chain.expect(
    piet.path() === '/overzicht',
    'from now on the means opens the account (manual 1.4)',
  );
  await piet.signOut();
  for (const path of [
    '/contact',
    '/problemen-met-inloggen',
    '/gebruikersvoorwaarden',
    '/privacy',
    '/cookies',
    '/toegankelijkheid',
    '/koppeling-intrekken',
    '/sessie-verlopen',
    '/er-is-niets',
  ])
    await piet.open(path);
  await relinking(chain, olga, piet, user, { olga: first.username, piet: username });
}
