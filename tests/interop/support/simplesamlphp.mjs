// SimpleSAMLphp, as Debian packages it, as the identity provider of the agency: served by PHP's own
// server from a configuration in a folder that goes with the test.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePort } from '../../browser/support/installation.mjs';

const program = '/usr/share/simplesamlphp';

const php = (value) => {
  if (Array.isArray(value)) return `[${value.map(php).join(', ')}]`;
  if (value && typeof value === 'object')
    return `[${Object.entries(value)
      .map(([key, one]) => `${php(key)} => ${php(one)}`)
      .join(', ')}]`;
  return JSON.stringify(value).replaceAll('$', '\\$');
};

export class SimpleSamlPhp {
  static async start(users) {
    const made = new SimpleSamlPhp();
    await made.#start(users);
    return made;
  }

  async #start(users) {
    this.folder = mkdtempSync(join(tmpdir(), 'mijnduo-simplesamlphp-'));
    for (const part of ['config', 'metadata', 'keys', 'log', 'tmp', 'data', 'sessions'])
      mkdirSync(join(this.folder, part));
    this.port = await freePort();
    this.url = `http://localhost:${this.port}`;
    this.entityId = `${this.url}/saml2/idp/metadata.php`;
    this.#keys();
    this.#configuration();
    this.#hosted();
    this.setUsers(users);
    this.child = spawn(
      'php',
      [
        ...['-S', `127.0.0.1:${this.port}`, '-t', join(program, 'www')],
        ...['-d', 'error_log=/dev/stderr', '-d', 'opcache.enable=0'], // users change in between
      ],
      {
        env: {
          ...process.env,
          SIMPLESAMLPHP_CONFIG_DIR: join(this.folder, 'config'),
          PHP_CLI_SERVER_WORKERS: '4',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true, // its workers go with it
      },
    );
    this.log = '';
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on('data', (text) => {
        this.log += text;
      });
    await answers(this.port);
  }

  #keys() {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-sha256',
        '-nodes',
        '-days',
        '30',
        '-subj',
        '/CN=idp.localhost',
        '-keyout',
        join(this.folder, 'keys/idp.key'),
        '-out',
        join(this.folder, 'keys/idp.crt'),
      ],
      { stdio: 'pipe' },
    );
  }

  #write(file, variable, value) {
    writeFileSync(join(this.folder, file), `<?php\n${variable} = ${php(value)};\n`);
  }

  // Only what differs from a bare installation: everything else is the package's default.
  #configuration() {
    const at = (part) => `${join(this.folder, part)}/`;
    this.#write('config/config.php', '$config', {
      baseurlpath: `${this.url}/`,
      certdir: at('keys'),
      loggingdir: at('log'),
      datadir: at('data'),
      tempdir: at('tmp'),
      metadatadir: at('metadata'),
      attributenamemapdir: '/etc/simplesamlphp/attributemap/',
      secretsalt: 'only-for-this-test',
      'auth.adminpassword': 'only-for-this-test-too',
      'admin.checkforupdates': false,
      timezone: 'UTC',
      'logging.handler': 'file',
      'enable.saml20-idp': true,
      'module.enable': { exampleauth: true, core: true, saml: true },
      'session.cookie.secure': false,
      'session.cookie.samesite': 'Lax',
      'language.cookie.secure': false,
      'language.cookie.samesite': 'Lax',
      'session.phpsession.savepath': at('sessions'),
      'store.type': 'phpsession',
      'metadata.sources': [
        { type: 'flatfile' },
        { type: 'xml', file: join(this.folder, 'metadata/portal.xml') },
      ],
    });
  }

  #hosted() {
    this.#write('metadata/saml20-idp-hosted.php', `$metadata[${php(this.entityId)}]`, {
      host: '__DEFAULT__',
      privatekey: 'idp.key',
      certificate: 'idp.crt',
      auth: 'people',
      // Its default offers the Redirect binding alone.
      SingleSignOnServiceBinding: [
        'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
        'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
      ],
      'validate.authnrequest': true,
    });
    // Until the portal's own is there, so that the first page can be served.
    writeFileSync(
      join(this.folder, 'metadata/portal.xml'),
      '<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"/>',
    );
  }

  // {'name:password': {attribute: [values]}}; read anew at each request.
  setUsers(users) {
    this.#write('config/authsources.php', '$config', {
      admin: ['core:AdminPassword'],
      people: { 0: 'exampleauth:UserPass', ...users },
    });
  }

  // Its own metadata, as its address gives it.
  async metadata() {
    const answer = await fetch(this.entityId);
    if (!answer.ok) throw new Error(`${this.entityId}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  }

  trust(portalMetadata) {
    writeFileSync(join(this.folder, 'metadata/portal.xml'), portalMetadata);
  }

  async stop() {
    if (this.child?.exitCode === null) {
      const ended = new Promise((resolve) => {
        this.child.on('exit', resolve);
      });
      process.kill(-this.child.pid, 'SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
