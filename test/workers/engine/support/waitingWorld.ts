/** A world whose only attempt waits in the file queue. */
import { EngineWorld } from './engineWorld';

/** One task, pending, with both slots free. */
export const oneTask = [
  '**Worker Slots:** 0/2 occupied',
  '',
  '### TASK: shop-1-a - One',
  '- **Status:** pending',
  '',
].join('\n');

/** Back ends to open an engine with: the file queue, and one that runs what waits there. */
export const both = ['process', 'queue'] as const;

export interface WaitingWorld {
  readonly world: EngineWorld;
  readonly uuid: string;
  /** Of the request in the file queue. */
  readonly path: string;
}

/** `user` has asked for it while nothing but the queue answered; `process` answers from now on. */
export async function waitingWorld(
  { user }: { readonly user: string | undefined } = { user: 'here' },
): Promise<WaitingWorld> {
  const world = new EngineWorld(oneTask);
  world.hasFileQueue = true;
  world.config = { ...world.config, backend: 'auto' };
  world.runner().isReady = false;
  world.user = user;
  const engine = await world.open(both).engine;
  const spawned = await engine.spawn(world.key('shop-1-a'));
  if (spawned.kind !== 'started') throw new Error(`It was ${spawned.kind}.`);
  await engine.reconcile();
  world.runner().isReady = true;
  const uuid = world.attempts()[0]?.identity.uuid ?? '';
  return { world, uuid, path: `scheduler/spawn-queue/requests/${uuid}.json` };
}
