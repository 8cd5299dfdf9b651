// Writes dist/THIRD-PARTY-NOTICES.txt: the licence of each package whose code is in the bundles, taken from the
// package itself. The list comes from the bundler's own record, so nothing can be forgotten or named in vain.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './processes.mjs';

const separator = `\n${'-'.repeat(80)}\n\n`;

/** Reads dist/meta.json, which `node esbuild.mjs --production` leaves. */
export function writeNotices() {
  const { inputs } = JSON.parse(fs.readFileSync(path.join(root, 'dist', 'meta.json'), 'utf8'));
  const folders = new Set(Object.keys(inputs).map(packageFolder).filter(Boolean));
  const notices = [...folders].sort().map(notice);
  const head =
    'Proactive Jobs contains code of these packages, each under the licence that follows its name.\n';
  const file = path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt');
  fs.writeFileSync(file, [head, ...notices].join(separator));
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` is of the package in `node_modules/a/node_modules/@b/c`. */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  );
  const file = fs.readdirSync(path.join(root, folder)).find((f) => /^licen[cs]e/i.test(f));
  const text = file
    ? fs.readFileSync(path.join(root, folder, file), 'utf8').trim()
    : `Published under the ${license} licence; the package carries no text of it.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}
