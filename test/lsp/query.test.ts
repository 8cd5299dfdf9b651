/** The query language through the running server, over all queues: what is found, what it means, what could come next. */
import { expect, test } from 'vitest';
import { queryRequest, type QueryResult } from '../../server/src/protocol/queryMessages';
import { startInBand } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const folder = 'file:///w';
const first = `# Jobs

### p1-1: Plan it
- **Status:** complete

### p1-2: Build it
- **Status:** pending
- **Model:** opus
- **Dependencies:** p1-1

### p1-3: Sell it
- **Status:** pending
- **Dependencies:** far-1
`;
const far = `# Far\n\n### far-1: Paint it\n- **Status:** pending\n- **Model:** haiku\n`;

async function asker() {
  const files = {
    [`${folder}/PROACTIVE-JOBS.md`]: first,
    [`${folder}/PROACTIVE-JOBS-far.md`]: far,
  };
  const server = await startInBand({ files: new MemoryFiles(files), folders: [folder] });
  await server.untilRead();
  return (text: string, caret?: number, why?: string) =>
    server.connection.sendRequest<QueryResult>(queryRequest, { text, caret, why });
}

const ids = ({ matches }: QueryResult): readonly string[] =>
  matches.map((key) => key.slice(key.indexOf('\n') + 1)).sort();

test('a query finds tasks of every queue, each once, although graphs show those of others, too', async () => {
  const ask = await asker();
  const ready = await ask('status:ready');
  expect(ids(ready)).toEqual(['far-1', 'p1-2']);
  expect(ready).toMatchObject({ total: 4, isWrong: false, completions: [] });
  expect(ready.explanation).not.toBe('');
  expect(ids(await ask('build'))).toEqual(['p1-2']);
  expect(ids(await ask(''))).toEqual(['far-1', 'p1-1', 'p1-2', 'p1-3']);
});

test('what cannot be read is told; a task has to stand in one of the queues only', async () => {
  const ask = await asker();
  const wrong = await ask('modle:opus');
  expect(wrong).toMatchObject({ isWrong: true });
  expect(wrong.explanation).toContain('model');
  expect(await ask('+far-1')).toMatchObject({ isWrong: false });
  expect(await ask('+nowhere-1')).toMatchObject({ isWrong: true });
});

test('completions name what the queues have; a value is finished with a blank, a field is not', async () => {
  const ask = await asker();
  const inserts = async (text: string) =>
    (await ask(text, text.length)).completions.map(({ insert }) => insert);
  expect(await inserts('mod')).toContain('model:');
  expect((await inserts('model:')).sort()).toEqual(
    expect.arrayContaining(['model:haiku ', 'model:opus ']),
  );
});

test('of one task it is told what keeps it away, in the queue that has it', async () => {
  const ask = await asker();
  const { matches } = await ask('');
  const key = (id: string): string => matches.find((each) => each.endsWith(`\n${id}`)) ?? id;
  const why = async (id: string) => (await ask('model:opus', undefined, key(id))).why;
  expect(await why('far-1')).toBe(
    '`far-1` is not shown: the model does not contain "opus" (it is haiku).',
  );
  expect(await why('p1-2')).toBeUndefined();
  expect(await why('nowhere-1')).toBeUndefined();
});
