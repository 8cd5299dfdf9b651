// The server dies: the tree keeps its picture, says that it is out of date, and is fresh again after the restart.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { until } from './support/editor';
import { readyApi } from './support/queues';

/** Children of this extension host that run our server; nothing where that cannot be told. */
function serverPids(): readonly number[] {
  return processes()
    .filter(({ parent, args }) => parent === process.pid && /dist[\\/]server\.js/.test(args))
    .map(({ pid }) => pid);
}

function processes(): readonly { pid: number; parent: number; args: string }[] {
  if (process.platform === 'win32') return [];
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split(
      '\n',
    );
    return lines.flatMap((line) => {
      const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid ? [{ pid: Number(pid), parent: Number(parent), args: args ?? '' }] : [];
    });
  }
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const parent = /^PPid:\s+(\d+)$/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8'));
      const args = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(parent?.[1]), args }];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}

suite('restart', () => {
  test('a crash of the server costs nothing but a moment', async () => {
    const api = await readyApi();
    const pids = serverPids();
    assert.equal(pids.length, 1);
    // Files of other tests may still be on their way out.
    const shown = (): readonly string[] =>
      api.nodes.map(({ id }) => id).filter((id) => !id.includes('-own-'));
    const before = shown();
    process.kill(pids[0] ?? NaN, 'SIGKILL');
    await until('the mark', () => api.isStale);
    assert.equal(api.serverState, 'restarting');
    assert.match(api.treeMessage ?? '', /^Out of date/);
    assert.deepEqual(shown(), before);
    await until('a fresh picture', () => !api.isStale && api.serverState === 'running', 30_000);
    assert.equal(api.treeMessage ?? '', '');
    assert.deepEqual(shown(), before);
    assert.notDeepEqual(serverPids(), pids);
  });

  test('Restart Server starts another one', async () => {
    const api = await readyApi();
    const before = serverPids();
    await vscode.commands.executeCommand('proactiveJobs.restartServer');
    await readyApi();
    assert.equal(api.serverState, 'running');
    if (process.platform !== 'win32') {
      const after = await until('one server', () => {
        const pids = serverPids();
        return pids.length === 1 ? pids : undefined;
      });
      assert.notDeepEqual(after, before);
    }
  });
});
