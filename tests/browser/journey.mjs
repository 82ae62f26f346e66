// The journeys of the whole chain, from staff who admit an organisation to linking anew.
import { execFileSync } from 'node:child_process';
import { wholeChain } from './support/acts.mjs';
import { run } from './support/journeys.mjs';

// The database must hold that every step was walked, unbroken.
async function walk(chain) {
  await wholeChain(chain);
  chain.expect(
    /unbroken/.test(chain.installation.mijnduo('journal', 'verify')),
    'the journal is unbroken',
  );
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

await run(journeys.map((journey) => ({ walk, ...journey })));
