/** A spawn on another machine that has come as far as a number of steps: what somebody here then meets. */
import type { TaskKey } from '../../../../server/src/core/model/taskKey';
import type { SpawnResult } from '../../../../server/src/workers/workerEngine';
import { EngineWorld } from './engineWorld';
import { Schedule } from './schedule';

interface SpawnElsewhere {
  readonly world: EngineWorld;
  readonly schedule: Schedule;
  readonly key: TaskKey;
  /** Of the engine there. */
  readonly pid: number;
  readonly spawned: Promise<SpawnResult>;
  /** The spawn took no more steps than these. */
  readonly isOver: boolean;
}

/** Spawns `id` of the queue there, takes `steps` steps, and comes back here. */
export async function spawnElsewhere(
  queue: string,
  id: string,
  steps: number,
): Promise<SpawnElsewhere> {
  let isOver = false;
  const world = new EngineWorld(queue);
  world.prompt = 'Do it.';
  const schedule = new Schedule(world, []);
  const key = world.key(id);
  world.host = 'there';
  const { pid, engine } = world.open();
  const spawned = engine.then((open) => open.spawn(key));
  void spawned.then(() => (isOver = true));
  for (let step = 0; step < steps; step++) await schedule.next();
  world.host = 'here';
  return { world, schedule, key, pid, spawned, isOver };
}
