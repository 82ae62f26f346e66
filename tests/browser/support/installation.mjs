// A whole installation of Mijn DUO on free ports: portal (one process or two behind an alternating
// front), test broker, mailbox, with a database of its own. All real; nothing stands in.
import { spawn, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../..');
const build = process.env.MIJNDUO_BUILD ?? join(root, 'build/release');

export const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const edit = (file, changes) => {
  let text = readFileSync(file, 'utf8');
  for (const [key, value] of Object.entries(changes))
    text = text.replace(new RegExp(`^${key} = .*$`, 'm'), `${key} = ${JSON.stringify(value)}`);
  writeFileSync(file, text);
};

export const answers = async (port) => {
  for (let tries = 0; tries < 400; tries += 1) {
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  throw new Error(`nothing answers on port ${port}`);
};

// Every request goes to the other process than the one before it.
const alternating = (port, backends) =>
  new Promise((resolve) => {
    let turn = 0;
    const server = http.createServer((request, response) => {
      turn = (turn + 1) % backends.length;
      const onward = http.request(
        {
          host: '127.0.0.1',
          port: backends[turn],
          method: request.method,
          path: request.url,
          headers: request.headers,
        },
        (answer) => {
          response.writeHead(
            answer.statusCode,
            answer.rawHeaders
              .reduce((list, value, index, all) => {
                if (index % 2 === 0) list.push([value, all[index + 1]]);
                return list;
              }, [])
              .flat(),
          );
          answer.pipe(response);
        },
      );
      onward.on('error', () => {
        response.writeHead(502);
        response.end();
      });
      request.pipe(onward);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

export class Installation {
  // `prepare` may add to the configuration, before any program starts. The broker's host is of the
  // portal's own site, or of another (127.0.0.1): then the browser comes back from elsewhere.
  static async start({
    database,
    nodes = 1,
    demo = false,
    prepare = async () => {},
    binding = 'artifact',
    brokerHost = 'localhost',
  } = {}) {
    const made = new Installation();
    await made.#start({ database, nodes, demo, prepare, binding, brokerHost });
    return made;
  }

  async #start({ database, nodes, demo, prepare, binding, brokerHost }) {
    this.binding = binding;
    this.folder = mkdtempSync(join(tmpdir(), 'mijnduo-journey-'));
    const [portal, broker, mail, smtp] = await Promise.all([
      freePort(),
      freePort(),
      freePort(),
      freePort(),
    ]);
    this.url = `http://localhost:${portal}`;
    this.mailbox = `http://127.0.0.1:${mail}`;
    execFileSync(join(root, 'script/lib/dev_material'), [this.folder], { stdio: 'pipe' });
    this.config = join(this.folder, 'mijnduo.toml');
    const brokerConfig = join(this.folder, 'broker.toml');
    edit(brokerConfig, {
      public_url: `http://${brokerHost}:${broker}`,
      listen: `127.0.0.1:${broker}`,
    });
    this.brokerMetadata(brokerConfig);
    edit(this.config, {
      public_url: this.url,
      listen: `127.0.0.1:${portal}`,
      private_listen: '',
      smtp_url: `smtp://127.0.0.1:${smtp}`,
      response_binding: binding,
      ...(database ? { url: database } : {}),
    });
    await prepare(this);
    writeFileSync(join(this.folder, 'portal_metadata.xml'), this.mijnduo('metadata'));
    this.mijnduo('migrate');
    if (demo) this.demo(brokerConfig);
    this.children = [];
    this.#spawn('mailbox', ['mijnduo-mailbox', '--smtp-port', `${smtp}`, '--web-port', `${mail}`]);
    this.#spawn('broker', ['mijnduo-broker', '--config', brokerConfig, 'serve']);
    await this.#portals(portal, nodes);
    await Promise.all([answers(portal), answers(broker), answers(mail)]);
  }

  brokerMetadata(brokerConfig) {
    const metadata = execFileSync(join(build, 'mijnduo-broker'), [
      '--config',
      brokerConfig,
      'metadata',
    ]);
    writeFileSync(join(this.folder, 'broker_metadata.xml'), metadata);
    edit(this.config, {
      broker_metadata_sha256: createHash('sha256').update(metadata).digest('hex'),
    });
  }

  demo(brokerConfig) {
    const entity = readFileSync(this.config, 'utf8').match(/^entity_id = "(.*)"$/m)[1];
    const people = execFileSync(join(build, 'mijnduo-broker'), [
      '--config',
      brokerConfig,
      'people',
      '--json',
      '--service-provider-entity-id',
      entity,
    ]);
    writeFileSync(join(this.folder, 'people.json'), people);
    this.mijnduo('demo', '--people', join(this.folder, 'people.json'));
  }

  async #portals(port, nodes) {
    if (nodes === 1) {
      this.#spawn('portal', ['mijnduo', '--config', this.config, 'serve']);
      return;
    }
    const ports = [];
    for (let node = 0; node < nodes; node += 1) {
      const own = await freePort();
      const config = join(this.folder, `node${node}.toml`);
      writeFileSync(config, readFileSync(this.config));
      edit(config, { listen: `127.0.0.1:${own}` });
      this.#spawn(`portal${node}`, ['mijnduo', '--config', config, 'serve']);
      await answers(own);
      ports.push(own);
    }
    this.front = await alternating(port, ports);
  }

  #spawn(name, [program, ...rest]) {
    const child = spawn(join(build, program), rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.log = '';
    child.stdout.on('data', (text) => {
      child.log += text;
    });
    child.stderr.on('data', (text) => {
      child.log += text;
    });
    child.called = name;
    this.children.push(child);
  }

  // A command of the operator, with what it printed.
  mijnduo(...command) {
    return execFileSync(join(build, 'mijnduo'), ['--config', this.config, ...command], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  // As if so many seconds had gone by for every session: since it started, since it was last seen.
  ageSessions({ started = 0, seen = 0 }) {
    execFileSync('/usr/bin/python3', [
      '-c',
      'import sqlite3, sys\n' +
        'with sqlite3.connect(sys.argv[1], timeout=10) as base:\n' +
        '    base.execute("update sessions set started_at = started_at - ?, "\n' +
        '                 "seen_at = seen_at - ?", [int(one) * 1000000 for one in sys.argv[2:]])',
      join(this.folder, 'mijnduo.sqlite'),
      `${started}`,
      `${seen}`,
    ]);
  }

  logs() {
    return this.children.map((child) => `--- ${child.called}\n${child.log}`).join('\n');
  }

  // The newest mail to this address whose subject has the words; waits until it is there.
  async mailTo(address, words) {
    for (let tries = 0; tries < 200; tries += 1) {
      const list = await (await fetch(`${this.mailbox}/api/mails`)).json();
      for (const summary of list) {
        const mail = await (
          await fetch(`${this.mailbox}/api/mails/${summary.number ?? summary.id}`)
        ).json();
        const to = JSON.stringify(mail.to);
        if (to.includes(address) && mail.subject.includes(words)) return mail;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    throw new Error(`no mail to ${address} about ${words}`);
  }

  async stop() {
    this.front?.close();
    for (const child of this.children) child.kill('SIGTERM');
    await Promise.all(
      this.children.map(
        (child) =>
          new Promise((resolve) => {
            if (child.exitCode !== null) resolve();
            child.on('exit', resolve);
          }),
      ),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const unique = () => randomBytes(3).toString('hex');
