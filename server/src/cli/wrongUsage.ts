/** A mistake in the arguments, on its way to the caller: the message says what is wrong, then what would be right. */
export class WrongUsage extends Error {}

/** The value if it is a known one; else throws a `WrongUsage` that names those that are. */
export function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((value) => value === given);
  if (found !== undefined) return found;
  throw new WrongUsage(`${option} "${given}" is not known. Use one of: ${known.join(', ')}.`);
}
