import { expect, test } from 'vitest';
import { graphHtml } from '../../client/src/graph/graphHtml';
import { readPageMessage, readUiState } from '../../client/src/graph/readPageMessage';

test('messages as agreed are read', () => {
  const messages = [
    { kind: 'ready' },
    { kind: 'askHistory' },
    { kind: 'selected', key: 'k' },
    { kind: 'openTask', key: 'k', toSide: true },
    { kind: 'showQueue', uri: 'file:///q' },
    { kind: 'spawn', keys: ['k'] },
    { kind: 'askPast', commit: '0a1b2c3d' },
    { kind: 'export', format: 'svg', content: '<svg/>' },
    { kind: 'uiState', state: { version: 1, queueUri: 'file:///q' } },
    { kind: 'edit', edit: { kind: 'addDependency', from: 'a', to: 'b' } },
    { kind: 'edit', edit: { kind: 'setStatus', key: 'a', status: 'blocked' } },
    { kind: 'edit', edit: { kind: 'addTaskAfter', key: 'a', id: 'b', title: '' } },
    { kind: 'edit', edit: { kind: 'moveToLane', key: 'a', lane: 'l' } },
  ];
  for (const message of messages) expect(readPageMessage(message)).toEqual(message);
});

test('anything else is nothing', () => {
  const messages = [
    ...[undefined, null, 3, 'ready', [], {}, { kind: 'toString' }, { kind: 'selected' }],
    { kind: 'openTask', key: 7, toSide: false },
    { kind: 'spawn', keys: ['a', 5] },
    { kind: 'askPast', commit: 'HEAD; rm -rf /' },
    { kind: 'askPast', commit: '--output=x' },
    { kind: 'export', format: 'exe', content: '' },
    { kind: 'uiState', state: { version: 2 } },
    { kind: 'edit', edit: { kind: 'setStatus', key: 'a', status: 'ready' } },
    { kind: 'edit', edit: { kind: 'replaceAll', text: '' } },
  ];
  for (const message of messages) expect(readPageMessage(message)).toBeUndefined();
});

test('fields that nobody agreed on do not come through', () => {
  const message = { kind: 'selected', key: 'k', command: 'workbench.action.quit' };
  expect(readPageMessage(message)).toEqual({ kind: 'selected', key: 'k' });
});

test('kept state of another version is no state', () => {
  expect(readUiState({ version: 1, queueUri: 'file:///q' })?.queueUri).toBe('file:///q');
  expect(readUiState({ version: 1, queueUri: 7 })).toBeUndefined();
  expect(readUiState({ version: 0 })).toBeUndefined();
});

test('the page may run its own script and nothing else', () => {
  const html = graphHtml({
    cspSource: 'https://own',
    script: 'https://own/"><script>alert(1)</script>',
    style: 'https://own/graph.css',
    elkWorker: 'https://own/elk-worker.js',
    extras: 'https://own/graph-extras.js',
    nonce: 'abc',
  });
  expect(html.match(/<script/g)).toHaveLength(1);
  const policy = /content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'nonce-abc'",
    'style-src https://own',
    'img-src data: blob:',
    'connect-src https://own',
    'worker-src blob:',
  ]);
  expect(html).not.toMatch(/ style=|unsafe/);
});
