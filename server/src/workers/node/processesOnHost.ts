/** Which processes of this machine live. A number alone proves nothing: numbers are used again, so the start counts too. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Processes } from '../workerPorts';
import { errorCode } from './containedPath';

export const processesOnHost: Processes = {
  async isAlive(pid, startedAt) {
    if (!exists(pid)) return false;
    const mark = await startMark(pid);
    if (mark === 'unreadable') return undefined;
    if (mark === undefined) return false;
    return startedAt === undefined ? undefined : mark === startedAt;
  },
  async startMark(pid) {
    const mark = exists(pid) ? await startMark(pid) : undefined;
    return mark === 'unreadable' ? undefined : mark;
  },
};

/** Windows looks for a program in the folder of the call first; ours may be a workspace, which could bring one. */
export const programFolder = dirname(process.execPath);

/** Whether the system has a process of that number, ours or not. */
function exists(pid: number): boolean {
  // 0 and negative numbers mean groups to `kill`.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function startMark(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return linuxMark(pid);
  return process.platform === 'win32' ? windowsMark(pid) : posixMark(pid);
}

/**
 * `/proc/<pid>/stat`: after the name in parentheses come the state and, 19 fields later, the start in ticks since boot
 * (proc(5)); the boot's own id is added, since ticks begin anew with it. One that only waits to be collected is gone.
 */
async function linuxMark(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return exists(pid) ? 'unreadable' : undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (/^[ZX]/.test(fields[0] ?? '')) return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}/${fields[19] ?? ''}`;
}

/** What `ps` says of the start, as on macOS; nothing for a process that is gone. */
export async function posixMark(pid: number): Promise<string | undefined> {
  const line = await output('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]);
  if (line === undefined) return exists(pid) ? 'unreadable' : undefined;
  const [state = '', ...started] = line.trim().split(/\s+/);
  return state.startsWith('Z') ? undefined : started.join(' ');
}

async function windowsMark(pid: number): Promise<string | undefined> {
  const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
  const line = await output('powershell.exe', [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    script,
  ]);
  if (line === undefined) return exists(pid) ? 'unreadable' : undefined;
  return line.trim();
}

/** What the program printed; nothing when it failed, printed nothing or took longer than 5 s. */
function output(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    // `ps` writes times as the wall clock shows them: a laptop that travels must not lose its workers.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const options = { cwd: programFolder, timeout: 5_000, windowsHide: true, env };
    execFile(program, args, options, (error, stdout) =>
      resolve(error || stdout.trim() === '' ? undefined : stdout),
    );
  });
}
