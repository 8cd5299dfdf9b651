import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { posixMark, processesOnHost } from '../../../server/src/workers/node/processesOnHost';

describe('the processes of this machine', () => {
  it('knows a process by its number and its start, until it is gone', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
    const pid = child.pid ?? 0;
    const mark = await processesOnHost.startMark(pid);
    expect(mark).toBeTypeOf('string');
    expect(await processesOnHost.isAlive(pid, mark)).toBe(true);
    expect(await processesOnHost.isAlive(pid, `${mark} of another`)).toBe(false);
    // Somebody has this number, but who?
    expect(await processesOnHost.isAlive(pid, undefined)).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await processesOnHost.isAlive(pid, mark)).toBe(false);
    expect(await processesOnHost.startMark(pid)).toBeUndefined();
  });

  it('tells a process by the same mark wherever the clock on the wall has gone meanwhile', async () => {
    const marks: (string | undefined)[] = [];
    for (const zone of ['America/New_York', 'Asia/Tokyo', 'UTC']) {
      vi.stubEnv('TZ', zone);
      marks.push(await posixMark(process.pid));
    }
    vi.unstubAllEnvs();
    expect(marks[0]).toBeTypeOf('string');
    expect(new Set(marks).size).toBe(1);
  });

  it.each([0, -1, 1.5, NaN, 2 ** 31 - 1])('says that nobody has the number %d', async (pid) => {
    expect(await processesOnHost.isAlive(pid, 'any')).toBe(false);
    expect(await processesOnHost.startMark(pid)).toBeUndefined();
  });
});
