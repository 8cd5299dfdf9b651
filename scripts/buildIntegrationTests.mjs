// Bundles test/integration for the extension host: dist-test/integration, one file for each test file, since index.ts
// finds them by name.
//   node scripts/buildIntegrationTests.mjs
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './processes.mjs';

const source = path.join(root, 'test', 'integration');
const output = path.join(root, 'dist-test', 'integration');

/** Bundles afresh and resolves to the entry that VS Code loads. */
export async function buildIntegrationTests() {
  fs.rmSync(output, { recursive: true, force: true }); // A test that was deleted must not run on.
  const files = fs.readdirSync(source).filter((name) => name.endsWith('.ts'));
  await build({
    entryPoints: files.map((name) => path.join(source, name)),
    outdir: output,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(output, 'index.js');
}

if (fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) await buildIntegrationTests();
