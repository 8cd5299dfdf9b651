// The core and what stands on it, bundled for these measurements, with everything they call.
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const coreFolder = fileURLToPath(new URL('../server/src/core', import.meta.url));
const modules = {
  'dialect/readQueue': 'readQueue, contentsOf',
  'dialect/sectionFacts': 'wholeFactsOf',
  'parse/mask': 'maskText',
  'features/documentSymbols': 'documentSymbols',
  'features/queueOutline': 'queueOutline',
  'rules/runRules': 'runRules',
  'plan/plan': 'planOf, queueChainsOf',
  'plan/lanes': 'lanesOf',
  'plan/taskEdges': 'taskEdgesOf',
  state: 'deriveState',
  options: 'defaultOptions',
};

/** @returns {Promise<any>} */
export function loadCore() {
  return bundled(modules);
}

/**
 * What these modules export, bundled; paths are seen from the core's folder.
 * @param {Record<string, string>} modules @returns {Promise<any>}
 */
export async function bundled(modules) {
  const folder = mkdtempSync(path.join(tmpdir(), 'proactive-jobs-bench-'));
  try {
    const outfile = path.join(folder, 'core.mjs');
    const contents = Object.entries(modules)
      .map(([from, names]) => `export { ${names} } from './${from}';`)
      .join('\n');
    await build({
      stdin: { contents, resolveDir: coreFolder, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
