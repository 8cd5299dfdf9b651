/** What can be pointed at in the head of the table. */
import { expect, test } from 'vitest';
import { columns } from '../../client/webview/graph/tableRows';

test('columns of the plan say what their numbers mean', () => {
  const told = columns.filter(({ meaning }) => meaning !== undefined).map(({ id }) => id);
  expect(told).toEqual(['waitsFor', 'blocks', 'wave', 'slack']);
});
