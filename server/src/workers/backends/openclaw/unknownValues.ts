/** Looking into values that somebody else has written. */

export type UnknownRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing when it is not text, or empty. */
export function stringOf(record: UnknownRecord, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Nothing when it is not a finite number. */
export function numberOf(record: UnknownRecord, name: string): number | undefined {
  const value = record[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Empty when it is not a list. */
export function listOf(record: UnknownRecord, name: string): readonly unknown[] {
  const value = record[name];
  return Array.isArray(value) ? value : [];
}
