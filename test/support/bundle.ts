/** The bundles in `dist/` as built. `buildBundles.ts` sees to it that they are those of the sources. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../../dist');

/** Path of a bundle, fit for `node`; throws with advice where it is missing. */
export function bundle(name: 'server' | 'cli'): string {
  const path = join(dist, `${name}.js`);
  if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run build" first`);
  return path;
}
