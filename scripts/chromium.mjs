// Makes sure of a browser for the tests in a real editor: one that is there, else Debian's by apt where we are root.
import { findChromium } from '../tools/vscode-host/browser.mjs';
import { runOrThrow } from './processes.mjs';
import { step } from './progress.mjs';

/** The smaller package first: it has no window, which the tests do not need. */
const browsers = ['chromium-headless-shell', 'chromium'];

/** Queues are full of emoji; without this font the pictures show boxes in their place. */
const font = 'fonts-noto-color-emoji';

const remedy =
  'The tests in a real editor need Chromium or Chrome: install it (Debian, Ubuntu: `sudo apt-get install chromium`) ' +
  'or set CHROMIUM_PATH to its program.';

/** Resolves to the program; throws an error with the remedy when there is none and none can be installed. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid() !== 0) throw new Error(remedy);
  await step('Installing Chromium with apt (about 30 s)', installWithApt);
  const installed = findChromium();
  if (!installed) throw new Error(`apt installed Chromium in an unexpected place. ${remedy}`);
  return installed;
}

async function installWithApt() {
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' }, remedy };
  await runOrThrow('apt-get', ['update', '-qq'], options);
  for (const [n, name] of browsers.entries()) {
    try {
      const args = ['install', '-y', '-qq', '--no-install-recommends', name, font];
      return await runOrThrow('apt-get', args, options);
    } catch (error) {
      if (n === browsers.length - 1) throw error; // Older Debians do not have the smaller package.
    }
  }
}
