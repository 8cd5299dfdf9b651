// Every change that a person can make on the graph, through the running server.
import { expect, test } from 'vitest';
import { type GraphEdit } from '../../server/src/protocol/graphMessages';
import { draw, key, other, text } from '../support/drawnGraph';

test('a line is drawn, and what closes a ring is refused with the ring', async () => {
  const { edit, graph, text: now, changes } = await draw();
  expect(await edit({ kind: 'addDependency', from: key('p2-2'), to: key('p1-2') })).toEqual({
    kind: 'applied',
    description: 'Let p2-2 wait for p1-2.',
  });
  expect(now()).toContain('- **Dependencies:** p2-1, far-1, p1-2\n');
  expect(changes()).toBe(1);
  expect((await graph()).edges).toContainEqual(
    expect.objectContaining({ from: key('p2-2'), to: key('p1-2'), kind: 'dependency' }),
  );
  expect(await edit({ kind: 'addDependency', from: key('p1-2'), to: key('p2-2') })).toEqual({
    kind: 'refused',
    why: 'That would close a ring, and none of these could start: p1-2 → p2-2 → p1-2.',
  });
  expect(changes()).toBe(1);
});

test('a line is taken out: of a task, and of a phase as a whole', async () => {
  const { edit, text: now } = await draw();
  expect(
    await edit({ kind: 'removeDependency', from: key('p2-2'), to: key('far-1', other) }),
  ).toEqual({ kind: 'applied', description: 'Let p2-2 no longer wait for far-1.' });
  expect(now()).toContain('- **Dependencies:** p2-1\n');
  expect(await edit({ kind: 'removeDependency', from: key('p2-1'), to: key('p1-2') })).toEqual({
    kind: 'applied',
    description: 'Let p2-1 no longer wait for Phase 1 (2 tasks).',
  });
  expect(now()).not.toContain('Phase 1\n');
  expect(await edit({ kind: 'removeDependency', from: key('p2-1'), to: key('p1-2') })).toEqual({
    kind: 'refused',
    why: 'That is no longer waited for. The graph has been drawn again.',
  });
});

test('waiting for a lane ends with the reference to its phase', async () => {
  const many = Array.from({ length: 14 }, (_, i) => `### p1-${i + 3}\n- **Status:** pending\n\n`);
  const {
    edit,
    graph,
    text: now,
  } = await draw(text.replace('## Phase 2', `${many.join('')}## Phase 2`));
  const edges = (await graph()).edges.filter(({ from }) => from === key('p2-1'));
  const lane = (await graph()).lanes.find(({ title }) => title === 'Phase 1: Build');
  expect(edges).toMatchObject([{ to: lane?.key, kind: 'phase', fulfilment: 'unmet' }]);
  expect(await edit({ kind: 'removeDependency', from: key('p2-1'), to: lane?.key ?? '' })).toEqual({
    kind: 'applied',
    description: 'Let p2-1 no longer wait for Phase 1 (16 tasks).',
  });
  expect(now()).not.toContain(': Phase 1\n');
});

test('a status is set, with the slot line', async () => {
  const { edit, text: now, changes } = await draw();
  expect(await edit({ kind: 'setStatus', key: key('p1-2'), status: 'complete' })).toEqual({
    kind: 'applied',
    description: 'Set p1-2 to complete.',
  });
  expect(now()).toContain('**Slots:** 0/2 occupied');
  expect(changes()).toBe(1);
});

test('a task is added after another one, and waits for it', async () => {
  const { edit, text: now } = await draw();
  const added = { kind: 'addTaskAfter', key: key('p2-1'), id: 'p2-1-b', title: 'Unpack' } as const;
  expect(await edit(added)).toEqual({ kind: 'applied', description: 'Add p2-1-b.' });
  expect(now()).toContain(
    '### p2-1-b: Unpack\n- **Status:** pending\n- **Dependencies:** p2-1\n\n### p2-2',
  );
  expect(await edit(added)).toEqual({
    kind: 'refused',
    why: '`p2-1-b` is already declared.',
  });
});

test('a task moves to another lane', async () => {
  const { edit, graph, text: now } = await draw(text.replace('p2-1, far-1', 'far-1'));
  const lane = (await graph()).lanes.find(({ title }) => title === 'Phase 1: Build');
  const moved = { kind: 'moveToLane', key: key('p2-2'), lane: lane?.key ?? '' } as const;
  expect(await edit(moved)).toEqual({
    kind: 'applied',
    description: 'Move p2-2 to Phase 1: Build.',
  });
  expect(now().indexOf('### p2-2')).toBeLessThan(now().indexOf('## Phase 2'));
  expect(await edit({ ...moved, lane: `${other}\n@` })).toEqual({
    kind: 'refused',
    why: '`p2-2` cannot be moved into another queue here. Move it by hand.',
  });
});

test('a move that closes a ring is refused: who waits for the phase waits for the task, too', async () => {
  const { edit, graph, changes } = await draw();
  const lane = (await graph()).lanes.find(({ title }) => title === 'Phase 1: Build');
  expect(await edit({ kind: 'moveToLane', key: key('p2-2'), lane: lane?.key ?? '' })).toEqual({
    kind: 'refused',
    why: 'There, these would wait for each other and none could start: p2-2 → p2-1 → p2-2.',
  });
  expect(changes()).toBe(0);
});

test('what is gone, foreign or unknown is refused with the reason', async () => {
  const { edit, changes } = await draw();
  const refused = async (given: GraphEdit): Promise<string> => {
    const result = await edit(given);
    return result.kind === 'refused' ? result.why : '';
  };
  expect(await refused({ kind: 'setStatus', key: key('p9-9'), status: 'complete' })).toBe(
    'No task `p9-9` is declared any more. The graph has been drawn again.',
  );
  expect(await refused({ kind: 'setStatus', key: key('far-1', other), status: 'complete' })).toBe(
    '`far-1` stands in another queue. Show the graph of that queue to change it.',
  );
  expect(await refused({ kind: 'setStatus', key: key('p2-1'), status: 'unknown' })).toBe(
    'That is no change this server knows. Reload the window.',
  );
  expect(await refused({ kind: 'explode' } as unknown as GraphEdit)).toBe(
    'That is no change this server knows. Reload the window.',
  );
  expect(await refused(null as unknown as GraphEdit)).toBe(
    'That is no change this server knows. Reload the window.',
  );
  expect(changes()).toBe(0);
});
