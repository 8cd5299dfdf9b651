// Which task a session in a note is for: its own line, the fields beside it, and what it is below (workflow 1.3).
import { describe, expect, test } from 'vitest';
import { BARE, KEY, OTHER, spawnsIn } from '../../../support/noteSpawns';

type Case = readonly [what: string, text: string, wanted: readonly string[]];

describe('a worker is for the task that', () => {
  test.each<Case>([
    ['its own line names', `## w-9\n- w-1: worker ${KEY}\n`, ['w-1 aaa -']],
    ['its line names behind the key', `- Session: ${KEY} (w-1)\n`, ['w-1 aaa -']],
    ['a Task ID beside it names', `### w-9\n- Session: ${KEY}\n- Task ID: w-1\n`, ['w-1 aaa -']],
    ['a Task beside it begins with', `- Task: w-1 - as in w-2\n- Session: ${KEY}\n`, ['w-1 aaa -']],
    [
      'was said to be spawned beside it',
      `### Work\n- 10:15 Spawned w-1 (needs w-2)\n- Next: w-3\n- Session: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    ['the entry above it names', `1. **w-1**\n   - Session: ${KEY}\n`, ['w-1 aaa -']],
    ['the bold line above it names', `**w-1 (Pages)**: going\n- Worker: ${KEY}\n`, ['w-1 aaa -']],
    ['the heading above it names', `### Spawned w-1: Pages\n- Worker: ${KEY}\n`, ['w-1 aaa -']],
    ['an outer heading names alone', `# R\n## w-1\n### Worker\n- Key: ${KEY}\n`, ['w-1 aaa -']],
    ['another line beside it names', `- Took up w-1 again\n- Session: ${KEY}\n`, ['w-1 aaa -']],
    [
      'its status names, when nothing else does',
      `**Status:** w-1 is lost\n- New worker: ${KEY}\n\n## B\nw-2\n`,
      ['w-1 aaa -'],
    ],
    [
      'is the only one in the title',
      `# Retry of w-1\nw-2 waits.\n- New worker: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'stands in the column of tasks',
      `| Worker | Task | After |\n|---|---|---|\n| ${BARE} | w-1 | w-2 |\n`,
      ['w-1 aaa -'],
    ],
    [
      'a row of a table of fields names',
      `| Field | Value |\n|---|---|\n| Task ID | w-1 |\n| **Session** | ${KEY} |\n`,
      ['w-1 aaa -'],
    ],
  ])('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

describe('a worker is not for a task', () => {
  test.each<Case>([
    ['it waits for', `**w-1**\n- Depends on: w-2\n- Session: ${KEY}\n`, ['w-1 aaa -']],
    ['it holds up', `### w-1\n- Blocks w-2 and w-3\n- Session: ${KEY}\n`, ['w-1 aaa -']],
    [
      'that looks like one in a status',
      `**w-1**\n- Status: L2-REJECTED\n- Worker: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'of another worker beside it',
      `### Slots\n- Slot 1: w-1 (${KEY})\n- Slot 2: nobody knows (session ${OTHER})\n`,
      ['w-1 aaa -', '- bbb -'],
    ],
    [
      'of the section before',
      `### w-1\nDone.\n### Build\n- Session: ${KEY}\n\nSee w-2.\n`,
      ['- aaa -'],
    ],
    ['of its goal', `### w-1\n- Goal: finish what w-2 began\n- Session: ${KEY}\n`, ['w-1 aaa -']],
  ])('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

describe('the name of a worker is not that of its task', () => {
  test.each<Case>([
    [
      'in a field below a heading',
      `### Spawned w-1: Pages\n- Worker: w-1-pages\n- Session: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'in a label beside a task',
      `- Label: w-1-pages\n- Task ID: w-1\n- Session: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'in a sentence',
      `**w-1 broke:**\n- Spawned new worker \`w-1-again\`\n- Session: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'in a sentence behind one of the task',
      `- Issue: w-1 fails\n- Action: Spawned worker \`w-1-again\`\n- Worker: ${KEY}\n`,
      ['w-1 aaa -'],
    ],
    [
      'unless nothing else is said',
      `### Pages\n- Worker: w-1-pages\n- Session: ${KEY}\n`,
      ['w-1-pages aaa -'],
    ],
    [
      'unless nothing else is said above',
      `1. **Spawned worker:** w-1-pages\n   - Session: ${KEY}\n`,
      ['w-1-pages aaa -'],
    ],
  ])('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

describe('an id without a digit', () => {
  test.each<Case>([
    [
      'counts as a bold title',
      `1. **menu-colors**: going\n   - Session: ${KEY}\n`,
      ['menu-colors aaa -'],
    ],
    ['counts in a code span', `- \`menu-colors\` (session ${KEY})\n`, ['menu-colors aaa -']],
    [
      'counts in a Task field',
      `- **Task**: menu-colors as drawn\n- **Session ID**: ${BARE}\n`,
      ['menu-colors aaa -'],
    ],
    ['counts behind "Spawned"', `- Spawned \`menu-colors\` (${KEY})\n`, ['menu-colors aaa -']],
    ['counts as a heading', `### ✅ menu-colors - done\n- Worker: ${KEY}\n`, ['menu-colors aaa -']],
    ['counts in brackets behind the key', `- Agent: ${KEY} (menu-colors)\n`, ['menu-colors aaa -']],
    [
      'counts in a label',
      `- Label: menu-colors-fix\n- Session: ${KEY}\n`,
      ['menu-colors-fix aaa -'],
    ],
    ['is a word in a sentence', `- The read-only menu, session ${KEY}\n`, ['- aaa -']],
    ['is no name of a field', `- **Sub-agent:** ${KEY}\n`, ['- aaa -']],
    ['is no word that is always joined', `- **sign-in** fails, worker ${KEY}\n`, ['- aaa -']],
    ['is no status', `- **in-progress** (session ${KEY})\n`, ['- aaa -']],
  ])('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

describe('several workers', () => {
  test.each<Case>([
    [
      'on a line have the ids before their keys',
      `- w-1 (${KEY}) and w-2 (${OTHER})\n`,
      ['w-1 aaa -', 'w-2 bbb -'],
    ],
    [
      'on a line have the ids behind their keys',
      `- ${KEY} for w-1, ${OTHER} for w-2\n`,
      ['w-1 aaa -', 'w-2 bbb -'],
    ],
    [
      'in a list each have their fields',
      `- Task: w-1\n- Session: ${KEY}\n- Task: w-2\n- Session: ${OTHER}\n`,
      ['w-1 aaa -', 'w-2 bbb -'],
    ],
    [
      'of one task, the one before is last',
      `### w-1\n- Previous worker: ${KEY}\n- New worker: ${OTHER}\n`,
      ['w-1 bbb -', 'w-1 aaa - former'],
    ],
    [
      'of one task, one that was cleared',
      `### w-1\n- Cleared stale assignment of ${KEY}\n- Spawned ${OTHER}\n`,
      ['w-1 bbb -', 'w-1 aaa - former'],
    ],
    [
      'of one task, one that an arrow leads away from',
      `### w-1\n- Worker: ${KEY} → ${OTHER}\n`,
      ['w-1 bbb -', 'w-1 aaa - former'],
    ],
    [
      'of one task, one that may be stalled is no former one',
      `### w-1\n- Session: ${KEY} (may be stalled)\n`,
      ['w-1 aaa -'],
    ],
    [
      'that are told of later are completed',
      `- Running: session ${KEY}\n## Later\n- w-1 with Opus: ${KEY}\n`,
      ['w-1 aaa opus'],
    ],
  ])('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

describe('a bare UUID', () => {
  test.each<Case>([
    ['is a session in a row with a task', `| w-1 | ${BARE} |\n`, ['w-1 aaa -']],
    [
      'is a session below a column of workers',
      `| What | Worker |\n|---|---|\n| Pages | ${BARE} |\n`,
      ['- aaa -'],
    ],
    ['is none where nothing says so', `- w-1: deploy ${BARE}\n`, []],
    ['is none when it is that of a run', `- Run ID of the worker: ${BARE}\n`, []],
    ['is none when it is the coordinator’s', `**Coordinator Session:** ${BARE}\n`, []],
  ])('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});
