/** Marks that only this user of this machine can make, with a key outside of every workspace. */
import { createHmac } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Logger } from '../../workspace/ports';
import { randomHex } from './actorHere';
import { workerFilesOnDisk } from './workerFilesOnDisk';

const keyPath = 'proactive-jobs/seal-key';

/**
 * Where the user's programs keep what they have to remember: `$XDG_STATE_HOME`, which counts only when absolute, else
 * `~/.local/state` (XDG Base Directory Specification).
 */
export function userStateFolder(variables: NodeJS.ProcessEnv): string {
  const named = variables['XDG_STATE_HOME'];
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.local', 'state');
}

/**
 * Makes the mark of a text: HMAC-SHA256 in hex, the same in every window and at the command line of this user. Nothing,
 * and a line in the log, when the key can be neither read nor made. `folder` is absolute.
 */
export function userSeal(
  folder: string,
  logger: Logger,
): (text: string) => Promise<string | undefined> {
  const files = workerFilesOnDisk(folder);
  return async (text) => {
    try {
      const key = (await files.read(keyPath)) ?? (await madeKey());
      if (/^[0-9a-f]{64}\n$/.test(key)) return hmac(key, text);
      logger.warn('workers.noSeal', { why: `${files.absolute(keyPath)} is damaged; delete it.` });
    } catch (error) {
      logger.warn('workers.noSeal', { error });
    }
    return undefined;
  };

  /** Of all who make one at once, one is right. */
  async function madeKey(): Promise<string> {
    await files.create(keyPath, `${randomHex(32)}\n`);
    return (await files.read(keyPath)) ?? '';
  }
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
