// Finds and starts the Chromium that shows the workbench. Installing one is the caller's affair (scripts/).
import fs from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Quiet and offline: no background requests, nothing that a container or root would refuse. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * The browser to use: `CHROMIUM_PATH` if set, else one in the usual places; undefined when there is none.
 * Throws when `CHROMIUM_PATH` names nothing, since falling back silently would hide the typing error.
 */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (!wanted) return usualPlaces.find((file) => fs.existsSync(file));
  if (fs.existsSync(wanted)) return wanted;
  throw new Error(`CHROMIUM_PATH is ${wanted}, but no such file exists.`);
}

/** Starts Chromium without a window; `playwright-core` comes from the repository's own dependencies. */
export async function launchBrowser() {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'No Chromium found. Install one (Debian: `apt-get install chromium`) or set CHROMIUM_PATH.',
    );
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags });
}
