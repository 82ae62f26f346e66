// Installs the packages of package-lock.json, unless that has been done already.
import { execFileSync } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const locked = join(here, 'package-lock.json');
const installed = join(here, 'node_modules/.package-lock.json'); // npm writes it last
const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (age(installed) < age(locked)) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: here, stdio: 'inherit' });
  utimesSync(installed, new Date(), new Date());
}
