// What a note remarks on a worker: its model, and whether the call that spawned it timed out (workflow 1.3).
import { describe, expect, test } from 'vitest';
import { KEY, OTHER, spawnsIn } from '../../../support/noteSpawns';

const below = (...fields: readonly string[]) =>
  spawnsIn(['**w-1**', `- Session: ${KEY}`, ...fields.map((f) => `- ${f}`), ''].join('\n'));

describe('a timeout is that of the call', () => {
  test.each([
    ['when the gateway is named', 'Gateway timeout, but the session was created'],
    ['in a status', 'Status: the spawn timed out'],
    ['with a hyphen', 'The sessions_spawn call timed-out'],
    ['on the response', 'Timeout on response'],
    ['when there is a session in spite of it', 'Note: timeout but session created'],
    ['as all that is said', '(timeout)'],
  ])('%s', (_what, remark) => {
    expect(below(remark)).toEqual(['w-1 aaa - timeout']);
  });
});

describe('a timeout is not that of the call', () => {
  test.each([
    ['when it is a limit', 'Timeout: 3600 seconds'],
    ['when it is a limit of the gateway', 'Gateway timeout: 60s'],
    ['when it is set', 'Set 2-hour timeout'],
    ['when it is the work', 'Goal: cure the gateway timeout'],
    ['when it is the task', 'Task: gateway timeout of the login'],
    ['when tests have it', 'E2E tests timed out after 60 seconds'],
    ['when there was none', 'No gateway timeout this time'],
    ['when it is feared', 'Spawning, may have a gateway timeout'],
    ['when the worker had it', 'The worker before timed out after 55 minutes'],
  ])('%s', (_what, remark) => {
    expect(below(remark)).toEqual(['w-1 aaa -']);
  });
});

describe('remarks are said of one worker', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'below its entry',
      `1. **w-1** (${KEY})\n   - Status: spawned\n2. **w-2** (${OTHER})\n   - Status: gateway timeout\n`,
      ['w-1 aaa -', 'w-2 bbb - timeout'],
    ],
    [
      'in its line',
      `- w-1 with Haiku: ${KEY}\n- w-2 with Sonnet: ${OTHER} (gateway timeout)\n`,
      ['w-1 aaa haiku', 'w-2 bbb sonnet timeout'],
    ],
    [
      'in its part of a line',
      `- w-1 (Sonnet, ${KEY}) and w-2 (Haiku, ${OTHER})\n`,
      ['w-1 aaa sonnet', 'w-2 bbb haiku'],
    ],
    [
      'in its row',
      `| Task | Session | Model | Notes |\n|---|---|---|---|\n| w-1 | ${KEY} | Opus | fine |\n| w-2 | ${OTHER} | Haiku | gateway timeout |\n`,
      ['w-1 aaa opus', 'w-2 bbb haiku timeout'],
    ],
    [
      'in the fields behind its line',
      `- **Spawned:** w-1 (${KEY})\n- **Model:** Sonnet\n- **Note:** gateway timeout\n`,
      ['w-1 aaa sonnet timeout'],
    ],
    [
      'not in sentences behind its line',
      `- w-1: ${KEY}\n- Many gateway timeouts today\n`,
      ['w-1 aaa -'],
    ],
    [
      'in the line above that names its task',
      `- **w-1:** attempted, gateway timeout\n- **Child session:** ${KEY}\n`,
      ['w-1 aaa - timeout'],
    ],
    [
      'not in that of a worker below it',
      `- w-1: worker ${KEY}\n  - w-2: worker ${OTHER} (gateway timeout)\n`,
      ['w-1 aaa -', 'w-2 bbb - timeout'],
    ],
    [
      'not in another section',
      `### w-1\n- Session: ${KEY}\n### Trouble\n- Gateway timeout\n`,
      ['w-1 aaa -'],
    ],
  ];
  test.each(cases)('%s', (_what, text, wanted) => {
    expect(spawnsIn(text)).toEqual(wanted);
  });
});

describe('the model', () => {
  test.each([
    ['is that of the field', 'Model: anthropic/claude-opus-4-5', 'opus'],
    ['is the first of the field', 'Model: Opus (Sonnet failed)', 'opus'],
    ['is what the field says it came to be', 'Model: Haiku → Sonnet', 'sonnet'],
    ['is named with the worker', 'Agent: main (sonnet model)', 'sonnet'],
    ['is not what it was before', 'Moved away from Haiku', '-'],
    ['is not that of the goal', 'Goal: drop Haiku', '-'],
  ])('%s', (_what, field, model) => {
    expect(below(field)).toEqual([`w-1 aaa ${model}`]);
  });

  test('is that of the field rather than that of the heading', () => {
    const text = `### w-1 (Haiku failed)\n- Session: ${KEY}\n- Model: Sonnet\n`;
    expect(spawnsIn(text)).toEqual(['w-1 aaa sonnet']);
  });

  test('in a field below several workers is that of all of them', () => {
    const text = `- w-1: worker ${KEY}\n- w-2: worker ${OTHER}\n- Model: Sonnet\n`;
    expect(spawnsIn(text)).toEqual(['w-1 aaa sonnet', 'w-2 bbb sonnet']);
  });
});
