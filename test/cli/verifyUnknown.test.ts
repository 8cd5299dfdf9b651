/** `proactive-jobs verify` of an id that no queue declares. */
import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';

const files = {
  'PROACTIVE-JOBS.md': '### k1-1-lay-keel: Lay the keel\n- **Status:** pending\n',
  'PROACTIVE-JOBS-sails.md': '### s2-1-cut-sails: Cut the sails\n- **Status:** pending\n',
};

test.each([
  ['s2-1', 'no queue declares "s2-1". Do you mean s2-1-cut-sails?'],
  ['k1-1-lay-keal', 'no queue declares "k1-1-lay-keal". Do you mean k1-1-lay-keel?'],
  ['x9-9', 'no queue declares "x9-9".\n'],
])('%s is answered with the id that was meant, if one comes near', async (id, answer) => {
  const { status, out, err } = await runInMemory(files, ['verify', id]);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(answer);
});
