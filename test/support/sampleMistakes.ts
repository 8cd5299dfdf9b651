/** What samples/README.md says of the mistakes in the sample workspace. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const readme = readFileSync(resolve(import.meta.dirname, '../../samples/README.md'), 'utf8');

/** The clock that the samples were written for, as it is named there. */
export const sampleClock = /--at (\S+?)`/.exec(readme)?.[1] ?? '';

/** The rows `file:line code` of the table below a heading; throws when there is no such table. */
export function mistakesBelow(heading: string): readonly string[] {
  const [, section = ''] = readme.split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  const rows = [...table.matchAll(/^\| (\S+\.\w+) \| (\d+) \| ([a-z-]+) \|/gm)];
  if (rows.length === 0) throw new Error(`samples/README.md has no table below "${heading}".`);
  return rows.map(([, file, line, code]) => `${file}:${line} ${code}`);
}
