// What engines remember of workers never outlives what ledger, back ends and queue say: all windows tell the same, and what they advise leads somewhere.
import fc from 'fast-check';
import { test } from 'vitest';
import { isHeld } from '../../../server/src/workers/attempt';
import { hasEnded } from '../../../server/src/workers/backend';
import type { Attempt } from '../../../server/src/workers/foldLedger';
import type { WorkerEngine, WorkerView } from '../../../server/src/workers/workerEngine';
import { checkAsyncProperty, patience } from '../../support/properties';
import { fates } from './support/scriptedRunner';
import { type Deed, deeds, ToldWorld } from './support/toldWorld';

const ids = ['p1-1-a', 'p1-2-b'] as const;
const queue = [
  '**Worker Slots:** 0/4 occupied',
  '',
  ...ids.flatMap((id) => [`### TASK: ${id} - Do it`, '- **Status:** pending', '']),
  '## Notes',
  '',
].join('\n');

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...deeds),
  by: fc.nat(1),
  of: fc.nat(fates.length * 2 - 1),
});

/** What people see of a worker, but for what only one of them has seen of one that came to nothing. */
function told({
  identity,
  key,
  goneKey,
  backend,
  state,
  run,
  model,
  needsYou,
  ...view
}: WorkerView) {
  const sessionKey = isHeld(state) || state === 'ended' ? view.sessionKey : undefined;
  return JSON.stringify({
    ...{ attempt: identity.attemptId, key, goneKey, backend, state, run: run?.state },
    ...{ sessionKey, model, needsYou },
  });
}

async function judge(story: ToldWorld): Promise<readonly string[]> {
  const wrong: string[] = [];
  const views = await quiet(story);
  const [first = []] = views;
  const fresh = await story.open(2);
  await fresh.reconcile();
  for (const [n, view] of [...views, await fresh.workers()].entries()) {
    const [one, other] = [first.map(told).join('\n'), view.map(told).join('\n')];
    if (one !== other) wrong.push(`Engine ${n} tells\n${other}\nand not\n${one}`);
  }
  const attempts = new Map(story.world.attempts().map((a) => [a.identity.attemptId, a]));
  for (const view of first) {
    const { identity, key, state, needsYou } = view;
    const { attemptId } = identity;
    const attempt = attempts.get(attemptId);
    const isThere = story.isLive(attemptId);
    wrong.push(...contradictions(view, attempt, isThere).map((why) => `${attemptId} ${why}`));
    const plan = key && (await fresh.plan(key));
    if (plan === undefined) continue;
    const held = 'held' in plan ? plan.held?.identity.attemptId : undefined;
    if (isHeld(state) !== (held === attemptId))
      wrong.push(`${attemptId} is ${state}, held: ${held ?? 'none'}`);
    if (!isHeld(state) && held !== undefined && needsYou !== undefined)
      wrong.push(`${attemptId} needs a person although ${held} is under way: ${needsYou}`);
  }
  return [...wrong, ...(await advice(story, story.engines[0] ?? fresh))];
}

/** What is told of a worker against the ledger, and against whoever runs it: `isThere`. */
function contradictions(
  { backend, state, run, needsYou }: WorkerView,
  attempt: Attempt | undefined,
  isThere: boolean,
): readonly string[] {
  const wrong: string[] = [];
  if (attempt?.state !== state) wrong.push(`is ${state}, the ledger says ${attempt?.state ?? '-'}`);
  if (run && isHeld(state) === hasEnded(run)) wrong.push(`is ${state} and ${run.state}`);
  if (state === 'ended' && run && run.state !== attempt?.run)
    wrong.push(`has ended as ${run.state}, the ledger says ${attempt?.run ?? '-'}`);
  const isGone = backend === 'process' && isHeld(state) && !isThere;
  if (isGone && run) wrong.push(`is told to be ${run.state} and is not there`);
  // Of the session that a person has named, that person knows.
  if (isGone && needsYou === undefined && attempt?.isAdopted !== true)
    wrong.push(`is ${state} and not there, and nobody is told`);
  return wrong;
}

/** What every engine tells once all of them have looked after everything. */
async function quiet(story: ToldWorld): Promise<readonly (readonly WorkerView[])[]> {
  const both = story.engines.slice(0, 2);
  // What waited in the file queue is told of, given back, started, and looked at.
  for (let n = 0; n < 4; n++) for (const engine of both) await engine.reconcile();
  return Promise.all(both.map((engine) => engine.workers()));
}

/** Whoever does as they are told gets every attempt out of the way, and is not sent in circles. */
async function advice(story: ToldWorld, engine: WorkerEngine): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { identity, key, goneKey, state, needsYou } of await engine.workers()) {
    const of = key ?? goneKey;
    if (of === undefined || (!isHeld(state) && needsYou === undefined)) continue;
    const said = isHeld(state) ? await story.follow(engine, of) : await putRight(engine, of);
    if (said.length > 0) wrong.push(`${identity.attemptId} (${state}):\n  ${said.join('\n  ')}`);
  }
  for (const { identity, state, needsYou } of await engine.workers())
    if (isHeld(state) || needsYou !== undefined)
      wrong.push(`${identity.attemptId} is ${state} in the end: ${needsYou ?? 'all is well'}`);
  return wrong;
}

async function putRight(engine: WorkerEngine, key: NonNullable<WorkerView['key']>) {
  const result = await engine.reset(key);
  return result.kind === 'done' ? [] : [`${result.why} → ${result.remedy}`];
}

test('2 windows remember nothing that is not so, and their advice leads somewhere', patience, () =>
  checkAsyncProperty(
    'what engines tell',
    150,
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 14 }), async (happening) => {
      const story = new ToldWorld(queue, ids);
      await story.open(0);
      await story.open(1);
      for (const each of happening) await story.happens(each);
      await story.calm();
      const wrong = await judge(story);
      if (wrong.length > 0)
        throw new Error([...wrong, ...story.trace, story.world.text].join('\n'));
    }),
  ),
);
