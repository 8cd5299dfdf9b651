/** Name-based UUIDs, version 5 (RFC 9562, 5.5): the same name in the same space gives the same UUID everywhere. */
import { createHash } from 'node:crypto';

/** In lower case. `space` is a UUID; anything else counts by its hexadecimal digits, up to sixteen bytes of them. */
export function uuid5(space: string, name: string): string {
  const bytes = Buffer.from(space.replace(/[^0-9a-f]/gi, ''), 'hex').subarray(0, 16);
  const hash = createHash('sha1').update(bytes).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
