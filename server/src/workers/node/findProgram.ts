/** Which program a name means, without running anything and never one that the workspace brings along. */
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';

export type FoundProgram =
  | {
      readonly kind: 'found';
      readonly command: string;
      /** Arguments that come before all others: the script, where the program is Node's. */
      readonly before: readonly string[];
    }
  | { readonly kind: 'missing'; readonly why: string };

export interface ProgramSearch {
  readonly environment: NodeJS.ProcessEnv;
  /** Absolute path of the folder whose programs do not count. */
  readonly workspace: string;
}

/** `name` is an absolute path or a bare name; paths relative to anything are refused, since a workspace could fill them. */
export async function findProgram(name: string, search: ProgramSearch): Promise<FoundProgram> {
  if (isAbsolute(name)) {
    if (await isProgram(name)) return runnable(name, search);
    return { kind: 'missing', why: `${name} is not there, or may not be executed` };
  }
  if (/[\\/]/.test(name))
    return { kind: 'missing', why: `${name} is neither an absolute path nor a bare name` };
  const path = search.environment['PATH'] ?? search.environment['Path'] ?? '';
  for (const folder of path.split(delimiter)) {
    // Empty and relative entries mean the current folder, which is the workspace's.
    if (!isAbsolute(folder) || isBelow(search.workspace, folder)) continue;
    for (const ending of endings(search.environment)) {
      const whole = join(folder, `${name}${ending}`);
      if (await isProgram(whole)) return runnable(whole, search);
    }
  }
  return { kind: 'missing', why: `There is no program ${name} on PATH` };
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function endings(environment: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform !== 'win32') return [''];
  return (environment['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';');
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function runnable(path: string, search: ProgramSearch): Promise<FoundProgram> {
  if (!/\.(?:cmd|bat)$/i.test(path)) return { kind: 'found', command: path, before: [] };
  const target = shimTarget(await readFile(path, 'utf8'));
  if (target === undefined)
    return { kind: 'missing', why: `${path} is a batch file, which only a shell could run` };
  const whole = join(dirname(path), ...target.split('\\'));
  if (/\.exe$/i.test(whole)) return { kind: 'found', command: whole, before: [] };
  // As the batch file does it: the Node beside it, or else the one on PATH. This process may be an editor's.
  const beside = join(dirname(path), 'node.exe');
  if (await isProgram(beside)) return { kind: 'found', command: beside, before: [whole] };
  const node = await findProgram('node', search);
  return node.kind === 'found' ? { ...node, before: [whole] } : node;
}

/**
 * What a batch file that npm made for a program starts, relative to its own folder, with `\`; nothing for other batch
 * files. They look like `"%_prog%"  "%dp0%\node_modules\name\bin\name.js" %*`.
 */
export function shimTarget(batch: string): string | undefined {
  return /"%(?:~dp0|dp0%)\\([^"%]+\.(?:[cm]?js|exe))"\s+%\*/i.exec(batch)?.[1];
}
