/** Where a queue file is, for a worker that starts in `cwd`. */
import { decodedUri } from '../model/decodedUri';

/** Relative to `cwd` with `/` where it lies below, else its whole path; an address that is no file stays as it is. */
export function queuePath(uri: string, cwd: string): string {
  const path = /^file:\/\/[^/]*(\/.*)$/i.exec(uri)?.[1];
  if (path === undefined) return uri;
  const full = decodedUri(path).replace(/^\/([a-z]:)/i, '$1');
  const root = `${cwd.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  const isDrive = /^[a-z]:/i.test(full);
  const isBelow = isDrive
    ? full.toLowerCase().startsWith(root.toLowerCase())
    : full.startsWith(root);
  return isBelow ? full.slice(root.length) : full;
}
