// Speaks as much of VS Code's command line as `@vscode/test-electron` and test tools use, so that the official runner
// drives the bundled VS Code: `--extensionDevelopmentPath`, `--extensionTestsPath`, `--user-data-dir`, a folder,
// `--version`. Flags that only steer the desktop window are accepted and ignored.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runExtensionTests } from './extensionTests.mjs';
import { vscodeRoot } from './paths.mjs';
import { prepare } from './prepare.mjs';

/** Flags that take a value; of the others only `--version` means anything here. */
const options = {
  extensionDevelopmentPath: { type: 'string', multiple: true },
  extensionTestsPath: { type: 'string' },
  'user-data-dir': { type: 'string' },
  'extensions-dir': { type: 'string' },
  'folder-uri': { type: 'string' },
  'file-uri': { type: 'string' },
  profile: { type: 'string' },
  locale: { type: 'string' },
  log: { type: 'string' },
  version: { type: 'boolean' },
};

/** Runs the command line; resolves to the exit code. */
export async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    options,
    strict: false,
    allowPositionals: true,
  });
  prepare({ log: console.error });
  if (values.version) return printVersion();
  if (!values.extensionTestsPath) {
    console.error('Only test runs (--extensionTestsPath) work here. `npm start` opens an editor.');
    return 2;
  }
  const folder = positionals[0] ?? values['folder-uri'];
  const failure = await runExtensionTests({
    workspace: folder && toPath(folder),
    extensionDevelopmentPath: (values.extensionDevelopmentPath ?? []).map(toPath),
    extensionTestsPath: toPath(values.extensionTestsPath),
    settings: readUserSettings(values['user-data-dir']),
    limitMs: Number(process.env.HOST_LIMIT_MS ?? 600_000),
    logsDir: process.env.HOST_LOGS_DIR,
    print: (text) => process.stdout.write(text),
  });
  if (failure === undefined) return 0;
  console.error(failure);
  return 1;
}

function printVersion() {
  const product = JSON.parse(fs.readFileSync(path.join(vscodeRoot, 'product.json'), 'utf8'));
  console.log(`${product.version}\n${product.commit}\nx64`);
  return 0;
}

function readUserSettings(userDataDir) {
  if (!userDataDir) return {};
  const file = path.join(toPath(userDataDir), 'User', 'settings.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

function toPath(value) {
  return value.startsWith('file://') ? fileURLToPath(value) : path.resolve(value);
}
