/** The command line as built, in processes of its own over a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../support/bundle';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export class WorkersFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'workers folder '));
  readonly #cli = bundle('cli');

  /** A queue of pending tasks. */
  writeQueue(ids: readonly string[], slots: number): void {
    const task = (id: string): string =>
      `### ${id}: Task ${id}\n- **Status:** pending\n- **Model:** sonnet\n\n`;
    const text = `**Worker Slots:** 0/${slots}\n\n${ids.map(task).join('')}`;
    writeFileSync(join(this.path, 'PROACTIVE-JOBS.md'), text);
  }

  queueText(): string {
    return readFileSync(join(this.path, 'PROACTIVE-JOBS.md'), 'utf8');
  }

  /** Names in a folder below this one; none when it is not there. */
  names(folder: string): readonly string[] {
    try {
      return readdirSync(join(this.path, folder));
    } catch {
      return [];
    }
  }

  /** The file's text; empty when it is not there. */
  text(file: string): string {
    try {
      return readFileSync(join(this.path, file), 'utf8');
    } catch {
      return '';
    }
  }

  requests(): readonly string[] {
    return this.names('scheduler/spawn-queue/requests').filter((name) => !name.startsWith('.'));
  }

  run(...argv: readonly string[]): Promise<Ended> {
    return this.start(...argv).ended;
  }

  /** Ends when its output has, too. No setting of this machine's user gets in. */
  start(...argv: readonly string[]): {
    readonly child: ChildProcess;
    readonly ended: Promise<Ended>;
  } {
    const child = spawn(process.execPath, [this.#cli, ...argv], {
      cwd: this.path,
      env: { PATH: process.env['PATH'], HOME: join(this.path, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, out, err }));
    });
    return { child, ended };
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** How often the words stand in the text. */
export function count(text: string, words: string): number {
  return text.split(words).length - 1;
}
