/** The command `verify`: looks for what the progress files of a task claim, in the task's own repository. */
import { resolve } from 'node:path';
import type { Verification } from '../core/claims/claim';
import type { ProgressFile } from '../core/runs/runState';
import { lineAt } from '../core/text/lineTable';
import { verifiableFiles, verifyProgress } from '../session/verifyProgress';
import { complain } from './complain';
import { exitStatus, type CliEnvironment } from './environment';
import { idMeant } from './idMeant';
import { openPicture } from './openPicture';
import type { Command } from './parseArguments';
import { printable } from './printable';

interface VerifiedProgress {
  /** Name of the progress file. */
  readonly file: string;
  readonly text: ProgressFile;
  readonly verifications: readonly Verification[];
}

/** Prints one answer for each claim; resolves to the exit status: 1 when something is missing, 2 when not all could be read. */
export async function runVerify(
  command: Extract<Command, { kind: 'verify' }>,
  environment: CliEnvironment,
): Promise<number> {
  const fail = (why: string): number => complain(why, environment);
  const opened = await openPicture([command.path], command.options, environment);
  if (opened === undefined) return exitStatus.failure;
  const { picture } = opened;
  const { state } = picture;
  const tasks = [...state.index.tasks.values()].filter(
    (task) => task.id.toLowerCase() === command.id.toLowerCase(),
  );
  if (tasks.length === 0) {
    const meant = idMeant(state, command.id);
    const question = meant === undefined ? '' : ` Do you mean ${printable(meant)}?`;
    return fail(`no queue declares "${command.id}".${question}`);
  }
  const files = tasks.flatMap((task) =>
    verifiableFiles(state, task).map((text) => ({ task, text })),
  );
  if (files.length === 0) return fail(`no progress file is surely that of "${command.id}".`);
  const projects = Object.fromEntries(
    Object.entries(command.projects).map(([name, folder]) => [
      name,
      folder.startsWith('~') ? folder : resolve(environment.cwd, folder),
    ]),
  );
  const verified: VerifiedProgress[] = [];
  for (const { task, text } of files) {
    const name = picture.beside.get(text.file.uri)?.name ?? text.file.path;
    const verifications = await verifyProgress(
      { state, task, text, projects },
      environment.repositories,
    );
    verified.push({ file: name, text, verifications });
  }
  environment.out(
    command.format === 'json'
      ? jsonOf(command.id, verified, environment.version)
      : tableOf(verified),
  );
  // What could not be read may hold the task, too: the answer is not the whole one.
  if (opened.troubles.length > 0) return exitStatus.failure;
  const isMissing = verified.some((file) =>
    file.verifications.some((v) => v.verdict === 'missing'),
  );
  return isMissing ? exitStatus.findings : exitStatus.clean;
}

function tableOf(files: readonly VerifiedProgress[]): string {
  return files
    .map(({ file, text, verifications }) => {
      const rows = verifications.map(({ claim, verdict, reason }) =>
        [
          verdict,
          `${lineAt(text.file.lines, claim.span.start) + 1}`,
          claim.kind === 'commit' ? `commit ${claim.value}` : claim.value,
          reason,
        ].map(printable),
      );
      const width = (column: number): number =>
        Math.max(0, ...rows.map((row) => Math.min((row[column] ?? '').length, 60)));
      const widths = [width(0), width(1), width(2)];
      const lines = rows.map((row) =>
        row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
      );
      return [
        printable(file),
        ...(lines.length > 0 ? lines : ['it claims no file and no commit']),
        '',
      ].join('\n');
    })
    .join('\n');
}

function jsonOf(id: string, files: readonly VerifiedProgress[], version: string): string {
  const report = {
    version: 1,
    tool: { name: 'proactive-jobs', version },
    task: id,
    files: files.map(({ file, text, verifications }) => ({
      path: file,
      claims: verifications.map(({ claim, verdict, reason }) => ({
        kind: claim.kind,
        value: claim.value,
        bytes: claim.kind === 'path' ? (claim.bytes ?? null) : null,
        line: lineAt(text.file.lines, claim.span.start) + 1,
        verdict,
        reason,
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
