// Makes what the browser gets out of the npm packages and the files beside this one, with Node
// alone:  node build.mjs OUT
//
//   OUT/static/*    the files, their names carrying a digest of their content
//   OUT/assets.cpp  the same files embedded, for src/markup
//
// Licences: the packages' rules are gathered, not changed (EUPL-1.2); LICENSES.txt goes along.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) throw new Error('Say which folder to write to: node build.mjs OUT');
const packages = join(here, 'node_modules');
const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json')));
const own = (name) => readFileSync(join(here, name), 'utf8');
const withoutComments = (css) =>
  css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n');

const files = [];
/** Keeps a file under a name that changes with its content: browsers may keep it for good. */
function keep(name, type, content) {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const path = `/static/${name.replace(/(\.\w+)$/, `-${digest}$1`)}`;
  files.push({ name, path, type, bytes, zipped: gzipSync(bytes, { level: 9 }) });
  return path;
}

function componentRules() {
  const components = Object.keys(dependencies)
    .filter((name) => !/tokens|fontsource|tabler/.test(name));
  return components.map((name) => {
    const dist = join(packages, name, 'dist');
    const css = readdirSync(dist).filter((file) => file.endsWith('.css') && file !== 'test.css');
    const file = css.includes('index.css') ? 'index.css' : css[0];
    return readFileSync(join(dist, file), 'utf8').replace(/@charset[^;]+;/g, '');
  }).join('\n');
}

/** Of the theme's design tokens only those that the rules reach. */
function tokensUsedBy(...rules) {
  const theme = readFileSync(
    join(packages, '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), 'utf8');
  const tokens = new Map();
  for (const [, name, value] of theme.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)) {
    tokens.set(name, value.trim());
  }
  const used = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name) || !tokens.has(name)) continue;
      used.add(name);
      follow(tokens.get(name));
    }
  };
  rules.forEach(follow);
  return [...tokens].filter(([name]) => used.has(name))
    .map(([name, value]) => `${name}:${value}`).join(';\n');
}

/** The light values for browsers without light-dark(): all colour would go. */
function lightOnly(css) {
  const pair = /light-dark\(((?:[^(),]|\([^()]*\))*),((?:[^()]|\([^()]*\))*)\)/g;
  const rules = [];
  for (const [, selector, body] of css.matchAll(/([^{}]+)\{([^{}]*light-dark\([^{}]*)\}/g)) {
    const lines = body.split(';').filter((line) => line.includes('light-dark('));
    const light = lines.map((line) => line.trim().replace(pair, '$1'));
    rules.push(`${selector.trim()}{${light.join(';')}}`);
  }
  return `@supports not (color: light-dark(#fff, #000)) {\n${rules.join('\n')}\n}\n`;
}

function fonts() {
  const folder = join(packages, '@fontsource-variable/source-sans-3/files');
  const font = (range) => keep(`source-sans-3-${range}.woff2`, 'font/woff2',
    readFileSync(join(folder, `source-sans-3-${range}-wght-normal.woff2`)));
  return { latin: font('latin'), 'latin-ext': font('latin-ext') };
}

function stylesheet(font) {
  const theme = own('theme.css').replace(/url\('source-sans-3-([\w-]+)\.woff2'\)/g,
    (_, range) => `url('${font[range]}')`);
  const app = own('app.css');
  const components = componentRules();
  const ours = withoutComments(`${theme}\n${app}`);
  return '/* Holds components of NL Design System: Copyright Gemeente Utrecht, Frameless B.V.,\n' +
    '   Gemeente Den Haag, NL Design System Community. Licence: EUPL-1.2, see LICENSES.txt.\n' +
    '   Tokens limited to those in use. */\n' +
    `@layer vendor {\n.voorbeeld-theme{\n${tokensUsedBy(components, theme, app)}\n}\n` +
    `${withoutComments(components)}\n}\n` +
    `${ours}\n${lightOnly(ours)}`;
}

function sprite() {
  const symbols = own('icons.txt').split(/\s+/).filter(Boolean).map((name) => {
    const svg = readFileSync(join(packages, `@tabler/icons/icons/outline/${name}.svg`), 'utf8');
    const drawing = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace('</svg>', '').replace(/<path stroke="none"[^>]*\/>/g, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor"` +
      ` stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}

function licences() {
  const list = Object.keys(dependencies).map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(packages, name, 'package.json')));
    return `${name} ${version} ${license}`;
  });
  const text = (name) => {
    const file = readdirSync(join(packages, name)).find((one) => /^licen[sc]e/i.test(one));
    return readFileSync(join(packages, name, file), 'utf8');
  };
  const owners = ['@utrecht/alert-css', '@fontsource-variable/source-sans-3', '@tabler/icons'];
  return [list.join('\n'), ...owners.map(text)].join('\n\n----\n\n');
}

/** Bytes come in with .incbin: arrays of numbers of this size would take the compiler seconds. */
function blob(label, file) {
  const section = `.section .rodata\\n${label}_begin: .incbin \\"${file}\\"\\n${label}_end:`;
  return `asm("${section}\\n.previous\\n");\n` +
    `extern "C" char const ${label}_begin[];\nextern "C" char const ${label}_end[];\n`;
}

function embedding(folder) {
  const isWorthZipping = ({ zipped, bytes }) => zipped.length < bytes.length;
  const view = (label) =>
    `{${label}_begin, static_cast<std::size_t>(${label}_end - ${label}_begin)}`;
  const blobs = files.map((file, i) => blob(`mijnduo_asset_${i}`, join(folder, file.path)) +
    (isWorthZipping(file) ? blob(`mijnduo_asset_${i}_gz`, join(folder, `${file.path}.gz`)) : ''));
  const rows = files.map((file, i) => `        {"${file.path}", "${file.type}",\n` +
    `         ${view(`mijnduo_asset_${i}`)},\n` +
    `         ${isWorthZipping(file) ? view(`mijnduo_asset_${i}_gz`) : '{}'}},\n`);
  const named = (name) => files.find((file) => file.name === name).path;
  return `// Made by frontend/build.mjs.
#include "markup/embedded.h"

${blobs.join('')}
namespace markup {

std::span<EmbeddedFile const> embedded_files() {
    static EmbeddedFile const files[] = {
${rows.join('')}    };
    return files;
}

EmbeddedPaths const embedded_paths{
    .stylesheet = "${named('app.css')}",
    .script = "${named('enhance.js')}",
    .icons = "${named('icons.svg')}",
    .font = "${named('source-sans-3-latin.woff2')}",
    .licences = "${named('LICENSES.txt')}",
};

} // namespace markup
`;
}

keep('app.css', 'text/css; charset=utf-8', stylesheet(fonts()));
keep('enhance.js', 'text/javascript; charset=utf-8', own('enhance.js'));
keep('icons.svg', 'image/svg+xml', sprite());
keep('LICENSES.txt', 'text/plain; charset=utf-8', licences());

rmSync(join(out, 'static'), { recursive: true, force: true });
mkdirSync(join(out, 'static'), { recursive: true });
for (const { path, bytes, zipped } of files) {
  writeFileSync(join(out, path), bytes);
  if (zipped.length < bytes.length) writeFileSync(join(out, `${path}.gz`), zipped);
}
writeFileSync(join(out, 'assets.cpp'), embedding(out));
for (const { path, bytes, zipped } of files) {
  console.log(`${path} ${bytes.length} bytes, ${zipped.length} zipped`);
}
