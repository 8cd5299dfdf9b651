import { chmod, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram, shimTarget } from '../../../server/src/workers/node/findProgram';
import { type TemporaryFolder, temporaryFolder } from '../support/workerDisk';

describe('finding a program', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder('programs');
  });
  afterEach(() => folder.remove());
  const search = () => ({
    environment: { PATH: `${folder.path}:${process.env['PATH']}` },
    workspace: '/nowhere',
  });
  const write = async (name: string, text: string, mode = 0o755) => {
    await writeFile(join(folder.path, name), text);
    await chmod(join(folder.path, name), mode);
    return join(folder.path, name);
  };

  it('takes the first on PATH that may be executed', async () => {
    await write('agent-a', 'x', 0o644);
    const path = await write('agent-b', 'x');
    expect(await findProgram('agent-a', search())).toMatchObject({ kind: 'missing' });
    expect(await findProgram('agent-b', search())).toEqual({
      ...{ kind: 'found', command: path, before: [] },
    });
    expect(await findProgram(path, search())).toMatchObject({ kind: 'found', command: path });
  });

  it('has Node run what a batch file of npm starts, never a shell', async () => {
    const target = '"%_prog%"  "%dp0%\\node_modules\\@openai\\codex\\bin\\codex.js" %*';
    const path = await write('codex.cmd', `@ECHO off\r\n  ${target}\r\n`);
    const found = await findProgram(path, search());
    if (found.kind !== 'found') throw new Error(found.why);
    expect(basename(found.command)).toBe('node');
    expect(found.before).toEqual([join(folder.path, 'node_modules/@openai/codex/bin/codex.js')]);
  });

  it('says that other batch files need a shell, which there is not', async () => {
    const path = await write('agent.bat', '@echo off\r\nstart something\r\n');
    expect(await findProgram(path, search())).toEqual({
      kind: 'missing',
      why: `${path} is a batch file, which only a shell could run`,
    });
    expect(shimTarget('"%dp0%\\node_modules\\claude\\claude.exe"   %*')).toBe(
      'node_modules\\claude\\claude.exe',
    );
  });
});
