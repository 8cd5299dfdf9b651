/** The known name that was probably meant. */
import { distance } from 'fastest-levenshtein';

/** A name that begins alike, else the closest within a third of its length; nothing when none is near. */
export function nearName(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  if (wanted === '') return undefined;
  const alike = names.find((name) => wanted.length > 1 && name.startsWith(wanted));
  const near = (name: string): number => distance(wanted, name);
  const [best] = [...names].sort((a, b) => near(a) - near(b));
  const limit = Math.max(1, Math.ceil(wanted.length / 3));
  return alike ?? (best !== undefined && near(best) <= limit ? best : undefined);
}

/** " Did you mean `model`?", or the names to choose from. */
export function remedy(text: string, names: readonly string[], most = 8): string {
  const near = nearName(text, names);
  if (near !== undefined) return ` Did you mean \`${near}\`?`;
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return ` Use one of: ${shown.join(', ')}${names.length > most ? ', …' : ''}.`;
}
