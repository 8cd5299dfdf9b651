/** The core with the open alarms of the queue guard among its inputs. */
import type { GuardAlarm } from '../core/guard/guardVerdict';
import type { Engine } from './engine';

/** `alarms` is asked for each picture. */
export function withAlarms(engine: Engine, alarms: () => ReadonlyMap<string, GuardAlarm>): Engine {
  return {
    ...engine,
    deriveState: (input, previous) => engine.deriveState({ ...input, alarms: alarms() }, previous),
  };
}
