import { setTimeout as later } from 'node:timers/promises';

/**
 * What `attempt` returns once it no longer throws; its last error when that takes longer than `limitMs`. The limit is
 * only there to end a test that fails: machines are slow at times.
 */
export async function eventually<T>(attempt: () => Promise<T>, limitMs = 90_000): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await later(50);
    }
  }
}
