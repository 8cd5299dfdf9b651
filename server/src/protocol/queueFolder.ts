/** The folder of the file queue as the setting names it: what client, server and command line make of it. */

/**
 * Relative to the workspace's folder, with `/` and without one at its end; nothing where the setting leads out of the
 * folder, or names the folder itself.
 */
export function queueRootOf(setting: string): string | undefined {
  if (/^[/\\]|^[A-Za-z]:|\\/.test(setting)) return undefined;
  const root = setting.replace(/^\.\/|\/+$/g, '');
  const isPlain = (step: string): boolean => step !== '' && step !== '.' && step !== '..';
  return root.split('/').every(isPlain) ? root : undefined;
}

/**
 * Everything below the file queue, as a glob relative to the workspace folder; nothing as above. Letters that mean
 * something in a glob are only themselves: each stands in a class of its own.
 */
export function queueFolderGlob(setting: string): string | undefined {
  const root = queueRootOf(setting);
  return root && `${plainGlob(root)}/**`;
}

/** A glob that finds this path and nothing else. */
export function plainGlob(path: string): string {
  return path.replace(/[*?{}[\]]/g, (letter) => `[${letter}]`);
}
