// The form that appoints an administrator (P2.1): the blank PDF, and the scan of the signed one.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const said = {
  nl: { title: 'Aanmelding en wijziging beheerder', tag: 'nl-NL', kind: 'geen PDF, JPEG of PNG' },
  en: {
    title: 'Appointment and change of administrator',
    tag: 'en-GB',
    kind: 'not a PDF, JPEG or PNG',
  },
};

// What a link on the page downloads.
async function downloaded(someone, selector) {
  const [download] = await Promise.all([
    someone.page.waitForEvent('download'),
    someone.hand.start(selector),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

// From the page where the appointment is entered: a PDF with fields, in the language of the page.
export async function downloadBlankForm(someone) {
  const { chain } = someone;
  const words = said[chain.language];
  const { name, bytes } = await downloaded(someone, 'main a[href="/formulier-beheerder.pdf"]');
  chain.expect(name.endsWith('.pdf'), 'the form is a download with a name');
  const file = join(chain.installation.folder, 'blank.pdf');
  writeFileSync(file, bytes);
  const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  chain.expect(/Form: +AcroForm/.test(about), 'the form can be filled in');
  chain.expect(/Tagged: +yes/.test(about), 'the form is tagged');
  chain.expect(about.includes(words.title), 'the form has a title in the language of the page');
  chain.expect(bytes.includes(words.tag), 'the form says its language');
}

// What a scanner would make of it: a small PDF with a picture of a signed sheet.
async function scanOfSignedForm(chain) {
  const sheet = await (await chain.browser.newContext()).newPage();
  await sheet.setContent('<h1>Olga Peeters</h1><p>Basisschool De Linde</p><p><i>W. Bestuurder</i>');
  const bytes = await sheet.pdf({ format: 'A5' });
  await sheet.context().close();
  return bytes;
}

// Nothing, then a file that is no scan, then the scan: each mistake is told at the field.
export async function attachScan(someone, appointment) {
  const { chain, page } = someone;
  const form = `${appointment}/formulier`;
  const field = `form[action="${form}"] input[type=file]`;
  await someone.send(form);
  chain.expect((await page.locator('[aria-invalid=true]').count()) === 1, 'no file: told at it');
  await someone.hand.choose(field, {
    name: 'formulier.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<script>alert(1)</script>'),
  });
  await someone.send(form);
  chain.expect(
    (await page.content()).includes(said[chain.language].kind),
    'a file is known by what is in it, not by its name',
  );
  await someone.look('other-kind');
  const scan = await scanOfSignedForm(chain);
  await someone.hand.choose(field, {
    name: 'scan "1".pdf',
    mimeType: 'application/pdf',
    buffer: scan,
  });
  await someone.send(form);
  chain.expect(someone.path() === appointment, 'the scan is kept with the appointment');
  await someone.look('attached');
  return scan;
}

// The second person looks at what was signed before deciding.
export async function openScan(someone, appointment, scan) {
  const { chain } = someone;
  await someone.look('to-decide');
  const { name, bytes } = await downloaded(someone, `main a[href="${appointment}/formulier"]`);
  chain.expect(/^formulier-[0-9a-f]{32}\.pdf$/.test(name), `the scan has a name of ours: ${name}`);
  chain.expect(bytes.equals(scan), 'the scan is what was sent, byte for byte');
}
