/** What an agent may do that asks first. Nobody sits there to answer, so a person's setting answers for them. */
import { isAbsolute, relative, sep } from 'node:path';
import type { AcpSetup } from './acpSetup';

/** What an agent wants to do, as it says. */
export interface AskedPermission {
  /** `edit`, `read`, `execute`, …; absent where the agent does not say. */
  readonly kind: string | undefined;
  /** Absolute paths of all files that it names, links resolved. */
  readonly paths: readonly string[];
  readonly options: readonly PermissionOption[];
}

export interface PermissionOption {
  readonly id: string;
  readonly kind: string;
}

/**
 * The id of the option to choose; nothing: the request is turned down without choosing.
 *
 * Granted is only what the setting `acceptEdits` says: edits of files that are named and all lie in the worker's folder,
 * each once. Commands, the network, deleting, other folders, changes of the agent's own mode and whatever does not say
 * what it is are turned down. Nothing is ever granted for good.
 */
export function answerPermission(
  asked: AskedPermission,
  cwd: string,
  mode: AcpSetup['permissionMode'],
): string | undefined {
  const isGranted =
    mode === 'acceptEdits' &&
    asked.kind === 'edit' &&
    asked.paths.length > 0 &&
    asked.paths.every((path) => isBelow(cwd, path));
  const wanted = isGranted ? 'allow_once' : 'reject_once';
  return asked.options.find(({ kind }) => kind === wanted)?.id;
}

function isBelow(folder: string, path: string): boolean {
  if (!isAbsolute(path)) return false;
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
