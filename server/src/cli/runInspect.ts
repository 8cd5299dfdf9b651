/** The command `inspect`. */
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { RunFileKind } from '../core/runs/runFileKind';
import { longestRunFile } from '../session/runPlaces';
import { zoneOffset } from '../session/zoneOffset';
import { analyse } from './analyse';
import { complain } from './complain';
import { exitStatus, type CliEnvironment } from './environment';
import { inspectReport } from './inspectReport';
import type { Command } from './parseArguments';
import { runFileReport } from './runFileReport';
import { settleOptions, type CommonOptions } from './settleOptions';

type Inspect = Extract<Command, { kind: 'inspect' }>;

/** Prints what is read from one file, whatever its name; resolves to the exit status. */
export async function runInspect(command: Inspect, environment: CliEnvironment): Promise<number> {
  const options = await settleOptions(command.options, environment);
  if (typeof options === 'string') return complain(options, environment);
  const { as } = command;
  return as === undefined
    ? inspectQueue(command, options, environment)
    : inspectRunFile(command, as, options, environment);
}

async function inspectQueue(
  { path }: Inspect,
  options: CommonOptions,
  environment: CliEnvironment,
): Promise<number> {
  const uri = URI.file(resolve(environment.cwd, path)).toString();
  const read = await environment.files.read(uri, 0);
  if (read.kind === 'directory') {
    return complain(`${path} is a folder. inspect takes one file.`, environment);
  }
  const { picture, troubles } = await analyse([path], options, environment);
  const report = inspectReport(picture, uri, environment.version);
  if (report !== undefined) environment.out(report);
  for (const trouble of troubles) complain(trouble, environment);
  return report === undefined || troubles.length > 0 ? exitStatus.failure : exitStatus.clean;
}

async function inspectRunFile(
  { path, place, options: given }: Inspect,
  kind: RunFileKind,
  options: CommonOptions,
  environment: CliEnvironment,
): Promise<number> {
  const uri = URI.file(resolve(environment.cwd, path)).toString();
  const read = await environment.files.read(uri, longestRunFile);
  if (read.kind !== 'text') {
    const why = {
      missing: 'there is no such file',
      directory: 'this is a folder. inspect takes one file',
      unreadable: 'cannot be read',
    }[read.kind];
    return complain(`${path}: ${why}`, environment);
  }
  if (read.text.length > longestRunFile) {
    complain(`${path}: only the first ${longestRunFile} units are read`, environment);
  }
  const where = place ?? path;
  const file = {
    kind,
    text: read.text.slice(0, longestRunFile),
    path: where,
    // A clock that was given is that of the file, too, unless a list of times says better.
    modifiedAt:
      options.times?.get(where) ?? (given.at === undefined ? read.modifiedAt : options.now),
    localOffsetMinutes: zoneOffset(options.zone, options.now),
  };
  environment.out(runFileReport(file, environment.version));
  return exitStatus.clean;
}
