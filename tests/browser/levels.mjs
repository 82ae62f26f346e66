// The journeys of one person who signs in again: at a higher level for a task, and when the four
// hours are over, with a form half filled in. Each line of output is one test, as in journey.mjs.
import { Chain, launch } from './support/chain.mjs';
import { Installation } from './support/installation.mjs';
import { levelFour, renewal, renewalWithoutScript } from './support/again.mjs';

async function test({ name, walk, options }) {
  const browser = await launch();
  let installation;
  let chain;
  try {
    installation = await Installation.start({ demo: true });
    chain = new Chain(installation, browser, options);
    await walk(chain);
    if (chain.inspection.complaints.length) throw new Error(chain.inspection.complaints.join('\n'));
    console.log(`ok - ${name} (${chain.inspection.seen.size} pages and states)`);
  } catch (problem) {
    process.exitCode = 1;
    console.log(`not ok - ${name}`);
    console.log(`${problem.stack}\n${installation?.logs() ?? ''}`.replace(/^/gm, '# '));
    for (const complaint of chain?.inspection.complaints ?? []) console.log(`# ${complaint}`);
  } finally {
    await browser.close();
    await installation?.stop();
  }
}

const journeys = [
  {
    name: 'P3.2 a task of level 4 asks for a fresh login at that level and comes back to the task',
    walk: levelFour,
    options: {},
  },
  {
    name: 'P3.2 a task of level 4 without script and with the keyboard alone',
    walk: levelFour,
    options: { script: false, keyboard: true, looks: false },
  },
  {
    name: 'P3.5 the session is renewed and the half-filled form is kept',
    walk: renewal,
    options: {},
  },
  {
    name: 'P3.5 the half-filled form is kept without script and with the keyboard alone',
    walk: renewalWithoutScript,
    options: { script: false, keyboard: true, looks: false },
  },
];

// node levels.mjs [--list | part of a name]
const wanted = process.argv[2] ?? '';
if (wanted === '--list') for (const { name } of journeys) console.log(name);
else for (const journey of journeys) if (journey.name.includes(wanted)) await test(journey);
