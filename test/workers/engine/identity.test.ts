import { describe, expect, test } from 'vitest';
import { attemptIdentityOf, projectOf } from '../../../server/src/workers/attemptIdentity';
import { enginePlacesOf } from '../../../server/src/workers/enginePlaces';
import { uuid5 } from '../../../server/src/workers/uuid5';
import {
  keepWorkspaceIdentity,
  newWorkspaceIdentity,
  readWorkspaceIdentity,
} from '../../../server/src/workers/workspaceIdentity';
import { MemoryWorkerFiles } from './support/memoryWorkerFiles';

const workspace = { id: '8d3f4f8e-6f6e-4a1c-9a53-0d6b5d9c1a10', name: 'shop' };
const places = enginePlacesOf('scheduler/spawn-queue');

describe('names of an attempt', () => {
  test('a UUID of version 5 is the one that the standard gives for a name', () => {
    // RFC 9562, appendix A.4: www.example.com in the DNS space.
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  test('the same task and number give the same names; another number, queue or workspace others', () => {
    const identity = attemptIdentityOf(workspace, 'shop', 'p1-2-cart', 1);
    expect(identity.attemptId).toBe('shop/p1-2-cart#1');
    expect(attemptIdentityOf(workspace, 'shop', 'p1-2-cart', 1)).toEqual(identity);
    const others = [
      attemptIdentityOf(workspace, 'shop', 'p1-2-cart', 2),
      attemptIdentityOf(workspace, 'shop/scheduler', 'p1-2-cart', 1),
      attemptIdentityOf({ ...workspace, id: uuid5(workspace.id, 'x') }, 'shop', 'p1-2-cart', 1),
    ];
    expect(new Set([identity, ...others].map(({ uuid }) => uuid)).size).toBe(4);
  });

  test('an id in other letters is the same task', () => {
    const [a, b] = ['P1-2-Cart', 'p1-2-cart'].map(
      (id) => attemptIdentityOf(workspace, 'shop', id, 1).uuid,
    );
    expect(a).toBe(b);
  });

  test('a label is never longer than 512 units, and long ones stay apart', () => {
    const [a, b] = ['x', 'y'].map((end) =>
      attemptIdentityOf(workspace, 'shop', `p1-${'a'.repeat(600)}${end}`, 12),
    );
    expect(a?.attemptId).toHaveLength(512);
    expect(a?.attemptId.endsWith('#12')).toBe(true);
    expect(a?.attemptId).not.toBe(b?.attemptId);
  });

  test.each([
    ['PROACTIVE-JOBS.md', 'shop'],
    ['scheduler/PROACTIVE-JOBS.md', 'shop/scheduler'],
    ['PROACTIVE-JOBS-PR3.md', 'shop/-PR3'],
    ['PR3/PROACTIVE-JOBS.md', 'shop/PR3'],
    ['notes/tasks.md', 'shop/notes/tasks.md'],
  ])('the queue %s is the project %s', (queue, project) => {
    expect(projectOf(workspace, queue)).toBe(project);
  });
});

describe('the id of a workspace', () => {
  test('is made once: of two who make one, both use the first', async () => {
    const files = new MemoryWorkerFiles();
    const one = newWorkspaceIdentity('0123456789abcdef0123456789abcdef', 'My Shop');
    const two = newWorkspaceIdentity('f'.repeat(32), 'My Shop');
    expect(one).toEqual({ id: '01234567-89ab-4def-8123-456789abcdef', name: 'my-shop' });
    expect(await keepWorkspaceIdentity(files, places, one)).toEqual(one);
    expect(await keepWorkspaceIdentity(files, places, two)).toEqual(one);
    expect(files.texts.get('scheduler/spawn-queue/.proactive-jobs/.gitignore')).toBe('*\n');
  });

  test('is not there before it is kept, and looking makes no file', async () => {
    const files = new MemoryWorkerFiles();
    expect(await readWorkspaceIdentity(files, places)).toBeUndefined();
    expect([...files.texts]).toEqual([]);
  });

  test.each(['', 'null', '{"id": "seven"}', '[]'])(
    'says so when it is damaged: %j',
    async (text) => {
      const files = new MemoryWorkerFiles();
      await files.create(places.workspace, text);
      await expect(readWorkspaceIdentity(files, places)).rejects.toThrow(
        /is damaged: it should be/,
      );
    },
  );

  test('the folder follows the setting', () => {
    expect(enginePlacesOf('ops/queue').ledger).toBe('ops/queue/.proactive-jobs/ledger.jsonl');
  });
});
