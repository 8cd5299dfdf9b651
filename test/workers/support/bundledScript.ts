/** Programs of the tests that run as processes of their own: TypeScript is bundled first, since Node 20 reads none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

export interface BundledScript {
  /** Of a file that Node runs. */
  readonly path: string;
  remove(): Promise<void>;
}

/** `entry` is relative to the top of the repository. Imports of the sources keep working from there. */
export async function bundledScript(entry: string): Promise<BundledScript> {
  const folder = await mkdtemp(join(tmpdir(), 'bundled-'));
  const path = join(folder, `${basename(entry, '.ts')}.cjs`);
  await build({
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
