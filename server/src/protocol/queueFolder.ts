/** The folder of the file queue as the setting names it: what client, server and engine make of it. */

/** Relative to the workspace's folder, with `/` and without one at its end. */
export function queueRootOf(setting: string): string {
  return setting.replace(/\\/g, '/').replace(/^\.\/|\/+$/g, '');
}

/**
 * Everything below the file queue, as a glob relative to the workspace folder; nothing where the setting leads out of
 * the folder, or nowhere. Letters that mean something in a glob are only themselves: each stands in a class of its own.
 */
export function queueFolderGlob(setting: string): string | undefined {
  const root = queueRootOf(setting);
  const isOdd = (step: string): boolean => step === '' || step === '.' || step === '..';
  if (/^[A-Za-z]:/.test(root) || root.split('/').some(isOdd)) return undefined;
  return `${root.replace(/[*?{}[\]]/g, (letter) => `[${letter}]`)}/**`;
}
