// samples/README.md against the samples: the rules find exactly the mistakes it lists, and its history can be replayed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';

import { readQueue } from '../../server/src/core/dialect/readQueue';
import { defaultOptions } from '../../server/src/core/options';
import { runRules } from '../../server/src/core/rules/runRules';
import { deriveState } from '../../server/src/core/state';
import { lineAt } from '../../server/src/core/text/lineTable';

const samples = resolve(import.meta.dirname, '../../samples');
const workspace = join(samples, 'workspace');
const readme = readFileSync(join(samples, 'README.md'), 'utf8');

/** The rows `file:line code` of the table below a heading. */
function rowsBelow(heading: string): readonly string[] {
  const from = readme.indexOf(`## ${heading}`);
  expect(from).toBeGreaterThan(0);
  const section = readme.slice(from, readme.indexOf('\n## ', from) + 1 || undefined);
  return [...section.matchAll(/^\| (\S+\.\w+) \| (\d+) \| ([a-z-]+) \|/gm)].map(
    ([, file, line, code]) => `${file}:${line} ${code}`,
  );
}

/** Every finding of the default settings, at the clock that samples/README.md names. */
function findings(): readonly string[] {
  const now = Date.parse(/--at (\S+?)`/.exec(readme)?.[1] ?? '');
  const names = readdirSync(workspace).filter((name) => name.startsWith('PROACTIVE-JOBS'));
  const documents = names.map((name) =>
    readQueue(name, readFileSync(join(workspace, name), 'utf8'), defaultOptions),
  );
  const state = deriveState({ documents, now, options: defaultOptions });
  const fail = (_code: string, error: unknown): never => {
    throw error;
  };
  return documents.flatMap((document) =>
    runRules(state, document, () => undefined, fail).map(
      ({ code, span }) => `${document.uri}:${lineAt(document.lines, span.start) + 1} ${code}`,
    ),
  );
}

test('the queues of the sample have exactly the mistakes that are listed', () => {
  const listed = rowsBelow('Deliberate mistakes, found from the queues alone');
  expect(listed.length).toBeGreaterThan(10);
  expect([...findings()].sort()).toEqual([...listed].sort());
});

test('the mistakes between the files name places that exist', () => {
  for (const row of rowsBelow('Deliberate mistakes between the files')) {
    const [, file = '', line] = /^(.*):(\d+) /.exec(row) ?? [];
    const lines = readFileSync(join(workspace, file), 'utf8').split('\n');
    expect(lines[Number(line) - 1], row).toBeTruthy();
  }
});

test('the history ends with the workspace and needs no text that is not there', () => {
  const steps = JSON.parse(readFileSync(join(samples, 'history/steps.json'), 'utf8')) as {
    date: string;
    files: Record<string, string | null>;
  }[];
  const times = steps.map(({ date }) => Date.parse(date));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  for (const source of steps.flatMap(({ files }) => Object.values(files))) {
    if (source !== null) expect(existsSync(join(samples, 'history', source)), source).toBe(true);
  }
  expect(steps.at(-1)?.files).toEqual({ '.': '../workspace' });
});
