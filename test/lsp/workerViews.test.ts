import { expect, test } from 'vitest';
import { toWorkerView } from '../../server/src/lsp/workerViews';
import { runOf, workerOf } from '../support/scriptedWorkers';

test('the session that a person has named is told, and not the one that a back end remembers', () => {
  const run = { ...runOf({}), sessionKey: 'process:1' };
  const view = toWorkerView(workerOf('a-1', { run, sessionKey: 'agent:main:subagent:7' }));
  expect(view).toMatchObject({ run: 'running', sessionKey: 'agent:main:subagent:7' });
});
