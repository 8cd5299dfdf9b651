/** Which declared id a weaker form means (dialect 3.3, precedence). */
import { isHyphenPrefix } from './taskId';

/**
 * The stronger id that a weaker one repeats: the same one, the only one it is a hyphen-boundary prefix of, or the only
 * one that is such a prefix of it - unless that prefix fits several weaker ids, which are then its children, not repeats.
 * The look-up takes an id in lower case and gives one, or nothing.
 */
export function repeatedIdAmong(
  stronger: readonly string[],
  weaker: readonly string[] = [],
): (key: string) => string | undefined {
  const known = [...new Set(stronger.map((id) => id.toLowerCase()))];
  const exact = new Set(known);
  const peers = [...new Set(weaker.map((id) => id.toLowerCase()))];
  return (key) => {
    if (exact.has(key)) return key;
    const longer = known.filter((id) => isHyphenPrefix(key, id));
    if (longer.length > 0) return longer.length === 1 ? longer[0] : undefined;
    const shorter = known.filter((id) => isHyphenPrefix(id, key));
    if (shorter.length !== 1) return undefined;
    const prefix = shorter[0] as string;
    return peers.filter((id) => isHyphenPrefix(prefix, id)).length > 1 ? undefined : prefix;
  };
}
