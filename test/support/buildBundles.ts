/**
 * Builds `dist/` where it is missing or older than the sources, for the projects of vitest.config.ts that run it: once, before
 * any test. Two test files that each built what they needed wrote over what the other was just running.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Called by vitest. */
export function setup(): void {
  const built = Math.min(...['cli.js', 'server.js'].map((name) => changed(join('dist', name))));
  if (built < newestSource())
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
}

/** When a file was last changed, in ms; 0 where there is none. */
function changed(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource(): number {
  const folder = join('server', 'src');
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .reduce((newest, file) => Math.max(newest, changed(join(folder, file))), 0);
}
