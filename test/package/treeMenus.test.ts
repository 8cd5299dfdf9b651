/** Which rows of the tree have which entries in their menu: the `when` clauses of package.json, read as VS Code does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
  readonly command: string;
  readonly group: string;
  readonly when: string;
}

const manifest = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
) as { contributes: { menus: { 'view/item/context': readonly Entry[] } } };
const entries = manifest.contributes.menus['view/item/context'];

/** Of the menu that a right click opens, not of the buttons in the row. */
function menuOf(row: string): readonly string[] {
  return entries
    .filter(({ group }) => !group.startsWith('inline'))
    .filter(({ when }) => isTrue(when, row))
    .map(({ command }) => command.replace('proactiveJobs.', ''));
}

/** Of clauses such as `view == … && viewItem =~ /…/`, which are all that stand there. */
function isTrue(when: string, row: string): boolean {
  const [, tested] = /^view == proactiveJobs\.queue && viewItem (.*)$/.exec(when) ?? [];
  const [, is] = /^== '(.*)'$/.exec(tested ?? '') ?? [];
  if (is !== undefined) return is === row;
  const [, pattern] = /^=~ \/(.*)\/$/.exec(tested ?? '') ?? [];
  if (pattern === undefined) throw new Error(`This test cannot read the clause: ${when}`);
  return new RegExp(pattern).test(row);
}

test('a queue has what concerns all of it, a phase at least its graph', () => {
  expect(menuOf('queue full')).toEqual([
    'openQueue',
    'showGraph',
    'spawnNext',
    'fillFreeSlots',
    'reconcile',
    'restoreLostTasks',
    'compareWithLastGood',
  ]);
  expect(menuOf('queue too-large')).toEqual(['openQueue']);
  expect(menuOf('group')).toEqual(['showGraph']);
  expect(menuOf('group done')).toEqual(['showGraph']);
});

test.each(['complete', 'validated', 'cancelled', 'complete manager problems'])(
  'a task that is %s is offered no worker',
  (words) => {
    expect(menuOf(`task ${words}`)).not.toContain('spawnWorker');
    expect(menuOf(`task ${words}`)).not.toContain('previewPrompt');
    expect(menuOf(`task ${words}`)).toContain('setTaskStatus');
  },
);

test.each(['pending ready', 'pending', 'failed', 'unknown'])(
  'a task that is %s is offered one, and nothing to verify',
  (words) => {
    expect(menuOf(`task ${words}`)).toEqual(
      expect.arrayContaining(['spawnWorker', 'previewPrompt']),
    );
    expect(menuOf(`task ${words}`)).not.toContain('verifyClaims');
  },
);

test.each(['needs-validation', 'self-validated', 'complete'])(
  'the claims of a task that is %s can be verified',
  (status) => {
    expect(menuOf(`task ${status}`)).toContain('verifyClaims');
  },
);
