import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** As many links one after the other as systems follow. */
const mostLinks = 40;

/**
 * Where a path really leads: links of the part that exists are followed, one whose end does not exist yet as well, the
 * rest is added as it stands. Throws when links lead in a ring.
 */
export async function realPath(path: string, cwd: string, links = mostLinks): Promise<string> {
  const whole = resolve(cwd, path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    if (parent === whole) return whole;
    const folder = await realPath(parent, cwd, links);
    const place = join(folder, basename(whole));
    const target = await readlink(place).catch(() => undefined);
    if (target === undefined) return place;
    if (links === 0) throw new Error(`Too many links: ${whole}`);
    return realPath(target, folder, links - 1);
  }
}
