import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Where a path really leads: links of the part that exists are followed, the rest is added as it stands. */
export async function realPath(path: string, cwd: string): Promise<string> {
  const whole = resolve(cwd, path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole ? whole : join(await realPath(parent, cwd), basename(whole));
  }
}
