// Builds the bundles: client (extension host), server (language server, also `--stdio`) and cli.
//   node esbuild.mjs [--watch] [--production]
import { writeFileSync } from 'node:fs';
import { context, build } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    cli: 'server/src/cli.ts',
  },
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
  define: { 'import.meta.url': 'bundleUrl' },
  logLevel: 'warning',
};

if (watch) {
  const running = await context(options);
  await running.watch();
} else {
  const { metafile } = await build(options);
  // Says which packages are in the bundles: scripts/thirdPartyNotices.mjs lists their licences.
  if (metafile) writeFileSync('dist/meta.json', JSON.stringify(metafile));
}
