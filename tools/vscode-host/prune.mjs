// Removes what the bundled VS Code never loads here: AI helpers, sandboxes and the binaries of other systems.
// It halves the size on disk; everything left out was checked not to be needed to start, edit, search and test.
import fs from 'node:fs';
import path from 'node:path';
import { vscodeRoot } from './paths.mjs';

const platform = 'linux-x64';

const neverLoaded = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-process-tree',
  'extensions/copilot',
];

/** Folders with one sub-folder for each system, of which only ours is of use. */
const perPlatform = [
  'node_modules/@vscode/ripgrep-universal/bin',
  'node_modules/node-pty/prebuilds',
];

/** Deletes the dispensable parts of an installed host. Missing ones are fine: versions differ in what they bring. */
export function prune() {
  for (const part of neverLoaded) remove(path.join(vscodeRoot, part));
  for (const part of perPlatform) {
    const folder = path.join(vscodeRoot, part);
    if (!fs.existsSync(path.join(folder, platform))) continue; // Another layout: leave it whole.
    for (const name of fs.readdirSync(folder)) {
      if (name !== platform) remove(path.join(folder, name));
    }
  }
}

function remove(target) {
  fs.rmSync(target, { recursive: true, force: true });
}
