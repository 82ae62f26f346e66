// Runs journeys from the command line, each with an installation and a browser of its own. Each
// line of output is one test: "ok - name" or "not ok - name".
//
// node FILE.mjs [--list | part of a name]; the gate runs each by itself, side by side.
import { Chain, launch } from './chain.mjs';
import { Installation } from './installation.mjs';

export async function run(journeys) {
  const wanted = process.argv[2] ?? '';
  if (wanted === '--list') for (const { name } of journeys) console.log(name);
  else for (const journey of journeys) if (journey.name.includes(wanted)) await test(journey);
}

// `setup` gives what the installation is started with; `walk` is the journey itself.
async function test({ name, walk, setup = () => ({}), options = {} }) {
  const browser = await launch();
  let installation;
  let chain;
  try {
    installation = await Installation.start(setup());
    chain = new Chain(installation, browser, options);
    await walk(chain);
    if (chain.inspection.complaints.length) throw new Error('see the complaints below');
    console.log(`ok - ${name} (${chain.inspection.seen.size} pages and states)`);
  } catch (problem) {
    process.exitCode = 1;
    console.log(`not ok - ${name}`);
    console.log(`${problem.stack}\n${installation?.logs() ?? ''}`.replace(/^/gm, '# '));
    const pages = browser.contexts().flatMap((context) => context.pages());
    console.log(`# pages: ${pages.map((page) => page.url()).join(' ')}`);
    for (const complaint of chain?.inspection.complaints ?? []) console.log(`# ${complaint}`);
  } finally {
    await browser.close();
    await installation?.stop();
  }
}
