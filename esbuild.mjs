// Builds the bundles: client (extension host), server (language server, also `--stdio`), cli, runner (beside each worker
// process), the graph's page, and what they load late.
//   node esbuild.mjs [--watch] [--production]
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { context, build } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/**
 * Modules that the sources load only when they are used, each as a bundle of its own beside the others: what most people
 * never use costs nothing at the start, and server and command line share one copy.
 */
const lateBundles = {
  gatewaySocket: 'server/src/workers/backends/openclaw/gatewaySocket.ts',
  agentConnection: 'server/src/workers/backends/acp/agentConnection.ts',
};

/** `import('…/gatewaySocket')` becomes `require('./gatewaySocket.js')`. @type {import('esbuild').Plugin} */
const loadLate = {
  name: 'load-late',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path: imported }) => {
      const name = path.basename(imported);
      if (kind !== 'dynamic-import' || !(name in lateBundles)) return undefined;
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    cli: 'server/src/cli.ts',
    runner: 'server/src/runner.ts',
    ...lateBundles,
  },
  plugins: [loadLate],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'linked',
  minify: production,
  metafile: production,
  // Some packages ask for `import.meta.url`, which a CommonJS bundle does not have.
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: {
    'import.meta.url': 'bundleUrl',
    // Native helpers that `ws` would look for and nobody has: without these words it would ask for what is not packed.
    'process.env.WS_NO_BUFFER_UTIL': '"1"',
    'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
  },
  logLevel: 'warning',
};

/**
 * Takes the indentation out of the page's sources: in code nobody misses it, in the templates every page would carry it.
 * A line break stays one, so that words that stood apart still do. @type {import('esbuild').Plugin}
 */
const flattenTemplates = {
  name: 'flatten-templates',
  setup({ onLoad }) {
    onLoad({ filter: /client[\\/]webview[\\/]graph[\\/]\w+\.ts$/ }, ({ path: file }) => {
      return { contents: readFileSync(file, 'utf8').replace(/\n +/g, '\n'), loader: 'ts' };
    });
  },
};

/** Runs in a webview: no Node, no `vscode`. @type {import('esbuild').BuildOptions} */
const pageOptions = {
  entryPoints: { graph: 'client/webview/graph/main.ts' },
  plugins: production ? [flattenTemplates] : [],
  outdir: 'dist',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'chrome134',
  sourcemap: production ? false : 'linked',
  minify: production,
  // They stand in THIRD-PARTY-NOTICES.txt, which is packed; every page would carry them.
  legalComments: production ? 'none' : undefined,
  metafile: production,
  logLevel: 'warning',
};

/** Exports and the way to the layout engine: fetched when they are wanted. */
const extrasOptions = {
  ...pageOptions,
  entryPoints: { 'graph-extras': 'client/webview/graph/extras.ts' },
  globalName: 'graphExtras',
};

/** The layout engine of *Tidy* is as its makers minified it; the page fetches it when it is wanted. */
const elkWorker = 'node_modules/elkjs/lib/elk-worker.min.js';
mkdirSync('dist', { recursive: true });
copyFileSync(elkWorker, 'dist/elk-worker.js');

if (watch) {
  const running = await Promise.all(
    [options, pageOptions, extrasOptions].map((each) => context(each)),
  );
  await Promise.all(running.map((each) => each.watch()));
} else {
  const built = await Promise.all([options, pageOptions, extrasOptions].map((each) => build(each)));
  // Says which packages are in the bundles: scripts/thirdPartyNotices.mjs lists their licences.
  const inputs = Object.assign(
    { [elkWorker]: {} },
    ...built.map(({ metafile }) => metafile?.inputs),
  );
  if (production) writeFileSync('dist/meta.json', JSON.stringify({ inputs }));
}
