/** The settings of a session at a moment: what a zone is in minutes changes with summer time, while a window stays open. */
import type { SessionConfig } from './sessionConfig';
import { zoneOffset } from './zoneOffset';

/** The same object as long as the offset is the same, so that nothing is read again. `now` is in ms since the epoch. */
export function inZoneAt(config: SessionConfig, now: number): SessionConfig {
  const localOffsetMinutes = zoneOffset(config.zone, now);
  if (localOffsetMinutes === config.core.localOffsetMinutes) return config;
  return { ...config, core: { ...config.core, localOffsetMinutes } };
}
