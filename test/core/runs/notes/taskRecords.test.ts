// Workers that a note names without their session (workflow 1.3).
import { describe, expect, test } from 'vitest';
import { BARE, KEY, spawnsIn } from '../../../support/noteSpawns';

/** The tasks of the records, in order. */
const tasksIn = (text: string) => spawnsIn(text).map((spawn) => spawn.split(' ')[0]);

describe('what was spawned', () => {
  test.each<[text: string, tasks: readonly string[]]>([
    ['- Spawned w-1\n', ['w-1']],
    ['- **Spawned w-1:** pages\n', ['w-1']],
    ['- Spawned workers for w-1, w-2 and w-3\n', ['w-1', 'w-2', 'w-3']],
    ['- Spawned w-1 (Sonnet) & w-2 (Haiku)\n', ['w-1', 'w-2']],
    ['- w-1 complete, w-2 spawned\n', ['w-2']],
    ['- After w-1 passed, spawned w-2\n', ['w-2']],
    ['- w-1: pages — **RESPAWNED**\n', ['w-1']],
    ['- **w-1** → spawned with Sonnet\n', ['w-1']],
    ['- **w-1:** Home → Menu → Pages (spawned at noon)\n', ['w-1']],
    ['- w-1: going (spawned w-1-retry)\n', ['w-1']],
    ['- w-1: parts (spawned w-1-a)\n', ['w-1-a']],
    ['- Next task spawned: w-1\n', ['w-1']],
    ['- Spawned a worker to repair it (w-1-repair, Sonnet)\n', ['w-1-repair']],
    ['- Spawned worker: `menu-colors`\n', ['menu-colors']],
    ['- **Spawned:** menu-color-fix\n', ['menu-color-fix']],
    ['- ⚠️ Attempted w-1 - gateway timeout\n', ['w-1']],
    ['- Attempted to spawn w-1\n', ['w-1']],
    ['- w-1: pages (attempted)\n', ['w-1']],
  ])('%j', (text, tasks) => {
    expect(tasksIn(text)).toEqual(tasks);
  });
});

describe('what is planned, denied or past is no record', () => {
  test.each([
    '- Will have spawned w-1 by noon\n',
    '- Consider spawning w-1\n',
    '- Await worker spawning for w-1\n',
    '- Ready to be spawned: w-1\n',
    '- w-1 cannot be spawned\n',
    '- w-1 was never properly spawned\n',
    '- w-1 is not spawned\n',
    '- Spawn w-1 when there is room\n',
    '- Watch w-1 and the spawned workers\n',
    '- Spawned a sub-agent for a follow-up\n',
    '- Spawned worker since w-1 was done\n',
    '- Attempted repair of w-1\n',
    '```\nSpawned w-1\n```\n',
  ])('%j', (text) => {
    expect(spawnsIn(text)).toEqual([]);
  });
});

describe('one worker is one record', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'the task of a session is named elsewhere',
      `- Spawned w-1\n\n## Slots\n- w-1: session ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'by its short form',
      `- w-1-pages: session ${KEY}\n\n## Log\n- Spawned w-1\n`,
      ['w-1-pages aaa -'],
    ],
    [
      'by the name of the worker beside it',
      `**w-1 broke:**\n- Spawned new worker \`w-1-again\`\n- Session: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    ['twice', '- Spawned w-1\n- Slot 1: w-1 (spawned)\n', ['w-1 - -']],
    [
      'parts of a task are tasks of their own',
      `- w-1: session ${KEY}\n\n## Log\n- Spawned w-1-b\n`,
      ['w-1 aaa -', 'w-1-b - -'],
    ],
    [
      'a former worker is another one',
      `## w-1\n- Old worker ${KEY}\n\n## Log\n- Respawned w-1\n`,
      ['w-1 - -', 'w-1 aaa - former'],
    ],
  ];
  test.each(cases)('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

test('a column of workers with short keys tells of tasks and models', () => {
  const head = '| Task | Agent ID | Model |\n|---|---|---|\n';
  const rows = `| **w-1** (pages) | 4c1d77e0 | Haiku |\n| w-2 | nobody | Sonnet |\n`;
  expect(spawnsIn(head + rows)).toEqual(['w-1 - haiku']);
});

test('a short key beside a known session is that session', () => {
  const text = `- Spawned w-1: ${KEY}\n\n| Worker | Task |\n|---|---|\n| ${BARE.slice(0, 8)} | w-1 |\n`;
  expect(spawnsIn(text)).toEqual(['w-1 aaa -']);
});

test('remarks in the line and in its fields are said of it', () => {
  const text = '- **w-1:** spawned with Opus\n  - Result: gateway timeout\n';
  expect(spawnsIn(text)).toEqual(['w-1 - opus timeout']);
});
