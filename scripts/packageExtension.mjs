// Builds the extension as it ships and packs it: dist/proactive-jobs.vsix.
//   npm run package
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { root, runOrThrow } from './processes.mjs';
import { writeNotices } from './thirdPartyNotices.mjs';

/** The packed extension. */
export const vsixFile = path.join(root, 'dist', 'proactive-jobs.vsix');

/**
 * Builds and packs, in a process of its own: vsce ends the process on some errors. Its list of files is shown only
 * when it fails; .vscodeignore says what goes in.
 */
export function packageExtension() {
  return runOrThrow(process.execPath, [fileURLToPath(import.meta.url)], { quiet: true });
}

async function main() {
  await ensureDependencies();
  await runOrThrow(process.execPath, ['esbuild.mjs', '--production']);
  writeNotices();
  const { createVSIX } = await import('@vscode/vsce');
  fs.rmSync(vsixFile, { force: true });
  await createVSIX({
    cwd: root,
    packagePath: vsixFile,
    dependencies: false, // All of them are in the bundles.
    allowMissingRepository: true, // Else vsce asks a question, and nobody may be there to answer it.
    rewriteRelativeLinks: false,
  });
}

if (fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) await main();
