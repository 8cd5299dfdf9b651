// Ledger and leases that came with a copy of the folder, or tell of another machine: they hold, they say why, and a
// person who has looked can release what they hold. Nothing is ever started twice for it.
import { describe, expect, test } from 'vitest';
import { attemptIdentityOf } from '../../../server/src/workers/attemptIdentity';
import { enginePlacesOf } from '../../../server/src/workers/enginePlaces';
import { takeLease } from '../../../server/src/workers/lease';
import {
  type LedgerActor,
  type LedgerEntry,
  type LedgerEvent,
  ledgerLine,
} from '../../../server/src/workers/ledgerEntry';
import { EngineWorld } from './support/engineWorld';
import { spawnElsewhere } from './support/spawnElsewhere';

const queue = '### TASK: shop-1-a - One\n- **Status:** pending\n';
const places = enginePlacesOf('scheduler/spawn-queue');
const workspace = { id: '8d3f4f8e-6f6e-4a1c-9a53-0d6b5d9c1a10', name: 'w' };
const identity = attemptIdentityOf(workspace, 'w', 'shop-1-a', 1);
const there: LedgerActor = { kind: 'editor', host: 'there', pid: 7, instance: 'a', mark: 'm7' };

/** A copy of a folder whose ledger has these lines. */
async function copied(
  events: readonly LedgerEvent[],
  by: LedgerActor = there,
  more: Partial<LedgerEntry> = { backend: 'process' },
): Promise<EngineWorld> {
  const world = new EngineWorld(queue);
  await world.files.create(places.workspace, JSON.stringify({ version: 1, ...workspace }));
  const at = world.time - 3_600_000;
  const line = (event: LedgerEvent) =>
    ledgerLine({ event, at, by, identity, queue: 'PROACTIVE-JOBS.md', ...more });
  await world.files.create(places.ledger, events.map(line).join(''));
  return world;
}

describe('an attempt that only the ledger of another machine knows', () => {
  test.each<[string, readonly LedgerEvent[]]>([
    ['reserved', ['reserved']],
    ['requested', ['reserved', 'requested']],
    ['unknown', ['reserved', 'requested', 'unknown']],
    ['started', ['reserved', 'requested', 'started']],
  ])(
    '%s: holds, names the machine, and is released by a person who has looked',
    async (_, lines) => {
      const world = await copied(lines);
      const engine = await world.open().engine;
      const key = world.key('shop-1-a');
      expect(await engine.spawn(key)).toMatchObject({ kind: 'exists' });
      const plan = await engine.plan(key);
      expect(plan).toMatchObject({
        obstacles: expect.arrayContaining([
          expect.objectContaining({
            code: 'held',
            remedy: expect.stringMatching(
              /from the machine "there": look there\. If this folder is a copy .* reset the task/,
            ) as string,
          }),
        ]) as unknown,
      });
      const [worker] = await engine.reconcile();
      expect(worker?.needsYou).toContain('from the machine "there"');
      // A back end that proves that it is not there needs nobody's word.
      const plain = await engine.reset(key);
      if (plain.kind === 'refused') {
        expect(plain.canBeReleased).toBe(true);
        expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
      }
      expect(await engine.spawn(key)).toMatchObject({
        ...{ kind: 'started', worker: { identity: { number: 2 } } },
      });
      expect([...world.runner().starts]).toEqual([['w/shop-1-a#2', 1]]);
    },
  );

  test('says nothing of another machine where it is our own', async () => {
    const world = await copied(['reserved', 'requested', 'started'], { ...there, host: 'here' });
    const engine = await world.open().engine;
    const plan = await engine.plan(world.key('shop-1-a'));
    expect(plan).toMatchObject({ obstacles: [{ remedy: 'Watch it, stop it, or reset it.' }] });
  });

  test('the name of a machine is data', async () => {
    const world = await copied(['reserved'], { ...there, host: '[x](command:y)\n"`<b>' });
    const [worker] = await (await world.open().engine).reconcile();
    expect(worker?.needsYou).toContain('the machine "x command:y b": look');
  });

  test('a time to come keeps nobody from being told', async () => {
    const world = await copied(['reserved']);
    world.advance(-1_000 * 24 * 3_600_000);
    const [worker] = await (await world.open().engine).reconcile();
    expect(worker?.needsYou).toContain('was begun and has gone no further.');
  });
});

test('a line that pretends to be of this machine, without what tells processes apart, can be released', async () => {
  const by = { ...there, host: 'here', pid: 1, mark: undefined };
  const world = await copied(['reserved', 'requested'], by);
  world.alive.add(1);
  const engine = await world.open().engine;
  const key = world.key('shop-1-a');
  expect(await engine.reset(key)).toMatchObject({ kind: 'refused', canBeReleased: true });
  expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
  expect(await engine.spawn(key)).toMatchObject({ kind: 'started' });
});

test('a request under way on this machine is released by nobody', async () => {
  const world = await copied(['reserved', 'requested'], { ...there, host: 'here' });
  world.alive.add(there.pid);
  const reset = (await world.open().engine).reset(world.key('shop-1-a'), { hasLooked: true });
  expect(await reset).toMatchObject({ kind: 'refused' });
  expect(world.attempts()).toMatchObject([{ state: 'requested' }]);
});

const million = attemptIdentityOf(workspace, 'w', 'shop-1-a', 1_000_000);

test('a number behind which none is left is said with its line, by the preview, too, until the line is gone', async () => {
  const world = await copied(['reserved', 'closed'], there, { identity: million });
  const engine = await world.open().engine;
  const key = world.key('shop-1-a');
  const obstacle = {
    code: 'ledger',
    why: `Line 1 of ${places.ledger} tells of attempt 1000000 at shop-1-a: somebody made that up.`,
    remedy: 'Take out all lines about it.',
    canOverride: false,
  };
  expect(await engine.plan(key)).toMatchObject({ obstacles: [obstacle], held: undefined });
  expect(await engine.spawn(key)).toEqual({ kind: 'refused', obstacles: [obstacle] });
  expect(await engine.reset(key)).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining(obstacle.why) as string,
  });
  await world.files.replace(places.ledger, '');
  expect(await engine.spawn(key)).toMatchObject({ worker: { identity: { number: 1 } } });
});

test('an attempt of such a number that seems to be under way is shown, and can be released', async () => {
  const world = await copied(['reserved'], there, { identity: million });
  const engine = await world.open().engine;
  const key = world.key('shop-1-a');
  expect(await engine.plan(key)).toMatchObject({
    obstacles: [{ code: 'held' }],
    held: { identity: million },
  });
  expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
  expect(await engine.plan(key)).toMatchObject({ obstacles: [{ code: 'ledger' }] });
});

test.each([1e15, -1, 0, 1.5, 1_000_001])(
  'a line about attempt %d counts for nothing: the preview is as without it, and the line is named in the log',
  async (number) => {
    const world = await copied(['reserved'], there, { identity: { ...million, number } });
    const plan = await (await world.open().engine).plan(world.key('shop-1-a'));
    expect(plan).toMatchObject({ obstacles: [], identity: { number: 1 } });
    expect(world.logger.entries.find(({ event }) => event === 'workers.ledgerLine')?.data).toEqual({
      problem: `Line 1 of ${places.ledger} was passed over: it does not say which attempt it is about.`,
    });
  },
);

describe('a number that only a lease has', () => {
  test.each<[string, LedgerActor | undefined, RegExp]>([
    ['of another machine', there, /begun on the machine "there"/],
    ['that is damaged', undefined, /its lease .*leases\/shop-1-a\.1\..* cannot be read/],
  ])('%s: says what is in the way, and is released', async (_, owner, why) => {
    const world = await copied([]);
    await takeLease(world.files, places, identity, owner ?? there, 0);
    const [path = ''] = [...world.files.texts.keys()].filter((name) => name.includes('/leases/'));
    if (owner === undefined) await world.files.replace(path, '{"owner": {"pid": 1e999}}');
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    expect(await engine.plan(key)).toMatchObject({
      obstacles: [{ code: 'held', why: expect.stringMatching(why) as string }],
    });
    const spawned = await engine.spawn(key);
    expect(spawned).toMatchObject({ kind: 'exists', worker: { state: 'reserved' } });
    expect(spawned.kind === 'exists' && spawned.worker.needsYou).toMatch(why);
    expect(await engine.reset(key)).toMatchObject({ kind: 'refused', canBeReleased: true });
    expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
    expect(await engine.spawn(key)).toMatchObject({
      ...{ kind: 'started', worker: { identity: { number: 2 } } },
    });
  });
});

test('a release at any step of a spawn elsewhere starts nothing twice, and nothing that was released', async () => {
  const seen = new Set<string>();
  let n = 0;
  for (let wasOver = false; !wasOver && n < 300; n++) {
    const there = await spawnElsewhere(queue, 'shop-1-a', n);
    const { world, schedule, key, pid, spawned } = there;
    wasOver = there.isOver;
    const isLeased = [...world.files.texts.keys()].some((path) => path.includes('/leases/'));
    const before = world.attempts()[0]?.state ?? (isLeased ? 'leased' : 'nothing');
    const second = world.open();
    // Nothing of the first one goes on until the person has been answered.
    const rest = schedule.hold(pid);
    const reset = second.engine.then((engine) => engine.reset(key, { hasLooked: true }));
    await schedule.run();
    const answer = await reset;
    rest();
    await schedule.run();
    const result = await spawned;
    seen.add(`${before}: ${result.kind}`);
    if (before === 'leased' || before === 'reserved') {
      expect(answer.kind).toBe('done');
      expect(world.runner().starts.size).toBe(0);
    }
    if (before === 'started') expect(answer.kind).toBe('refused');
    expect([...world.runner().starts.values()].every((count) => count === 1)).toBe(true);
  }
  expect(n).toBeGreaterThan(10);
  expect([...seen]).toEqual(
    expect.arrayContaining(['nothing: started', 'leased: refused', 'reserved: refused']),
  );
});
