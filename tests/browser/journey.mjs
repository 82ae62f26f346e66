// The journeys of the whole chain. Each line of output is one test: "ok - name" or "not ok - name".
import { execFileSync } from 'node:child_process';
import { wholeChain } from './support/acts.mjs';
import { Chain, launch } from './support/chain.mjs';
import { Installation } from './support/installation.mjs';

// The database must hold that every step was walked, unbroken.
const journalHolds = (chain) =>
  chain.expect(
    /unbroken/.test(chain.installation.mijnduo('journal', 'verify')),
    'the journal is unbroken',
  );

async function test(name, setup, options) {
  const browser = await launch();
  let installation;
  let chain;
  try {
    installation = await Installation.start(setup());
    chain = new Chain(installation, browser, options);
    await wholeChain(chain);
    journalHolds(chain);
    if (chain.inspection.complaints.length) throw new Error(chain.inspection.complaints.join('\n'));
    console.log(`ok - ${name} (${chain.inspection.seen.size} pages and states)`);
  } catch (problem) {
    process.exitCode = 1;
    console.log(`not ok - ${name}`);
    console.log(`${problem.stack}\n${installation?.logs() ?? ''}`.replace(/^/gm, '# '));
    const last = browser
      .contexts()
      .flatMap((context) => context.pages())
      .map((page) => page.url());
    console.log(`# pages: ${last.join(' ')}`);
    for (const complaint of chain?.inspection.complaints ?? []) console.log(`# ${complaint}`);
  } finally {
    await browser.close();
    await installation?.stop();
  }
}

const postgres = process.env.MIJNDUO_TEST_POSTGRESQL;

// A database of its own on the test server, and its address.
function ownDatabase(name) {
  if (!postgres) throw new Error('MIJNDUO_TEST_POSTGRESQL names no server');
  execFileSync('psql', ['-q', postgres, '-c', `create database ${name}`]);
  return postgres.replace(/(\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

const journeys = [
  {
    name: 'P2.1 P2.2 P2.3 P2.4 P2.5 P2.6 P2.9 P2.13 P3.1 P3.4 P3.6 P3.7 P4.1 P5.1 in Dutch',
  },
  { name: 'P3.8 the whole chain in English', options: { language: 'en' } },
  {
    name: 'P4.4 the whole chain without script and with the keyboard alone',
    options: { script: false, keyboard: true, looks: false },
  },
  {
    name: 'the whole chain on PostgreSQL',
    setup: () => ({ database: ownDatabase('first_journey') }),
    options: { looks: false },
  },
  {
    name: 'P2.9 the whole chain over two portal processes that take turns',
    setup: () => ({ database: ownDatabase('second_journey'), nodes: 2 }),
    options: { looks: false },
  },
];

// node journey.mjs [--list | part of a name]; the gate runs each by itself, side by side.
const wanted = process.argv[2] ?? '';
if (wanted === '--list') for (const { name } of journeys) console.log(name);
else
  for (const { name, setup = () => ({}), options = {} } of journeys)
    if (name.includes(wanted)) await test(name, setup, options);
