// samples/README.md against the samples: the rules find exactly the mistakes it lists in the queues, and its history can be replayed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { defaultOptions } from '../../server/src/core/options';
import { runRules } from '../../server/src/core/rules/runRules';
import { deriveState } from '../../server/src/core/state';
import { lineAt } from '../../server/src/core/text/lineTable';
import { mistakesBelow, sampleClock } from '../support/sampleMistakes';

const samples = resolve(import.meta.dirname, '../../samples');
const workspace = join(samples, 'workspace');

/** Every finding of the default settings, at the clock that samples/README.md names. */
function findings(): readonly string[] {
  const now = Date.parse(sampleClock);
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
  const listed = mistakesBelow('Deliberate mistakes, found from the queues alone');
  expect([...findings()].sort()).toEqual([...listed].sort());
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
