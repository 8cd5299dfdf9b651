/** The command line over files in memory. */
import type { CliEnvironment } from '../../server/src/cli/environment';
import { runCli } from '../../server/src/cli/runCli';
import { coreEngine } from '../../server/src/session/engine';
import { MemoryFiles } from './memoryFiles';
import { ScriptedWorkers } from './scriptedWorkers';

export interface CliRun {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `argv` in `/w`; the texts are keyed by path below it, or by absolute path. Folders are those that the paths name. */
export async function runInMemory(
  texts: Readonly<Record<string, string>>,
  argv: readonly string[],
  environment: Partial<CliEnvironment> = {},
): Promise<CliRun> {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(texts)) {
    if (path.startsWith('/')) {
      files.write(`file://${path}`, text);
      continue;
    }
    const parts = path.split('/');
    files.write(`file:///w/${path}`, text);
    for (let length = 0; length < parts.length; length++) {
      const folder = ['file:///w', ...parts.slice(0, length)].join('/');
      files.entries.set(folder, { kind: 'directory' });
    }
  }
  let out = '';
  let err = '';
  const status = await runCli(argv, {
    cwd: '/w',
    version: '1.2.3',
    files,
    engine: coreEngine,
    repositories: { open: (folder) => Promise.resolve(`${folder} is not in this test`) },
    writeFile: (path) => Promise.resolve(`${path} is not to be written in this test`),
    now: () => Date.UTC(2026, 0, 15, 12),
    out: (text) => (out += text),
    err: (text) => (err += text),
    hasColours: false,
    workers: new ScriptedWorkers(),
    ...environment,
  });
  return { status, out, err };
}
