/**
 * Lists the files below a folder of the disk that globs choose. Links are not followed: they may lead out of the
 * workspace or in rings, and a link to another queue would show every task twice.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { FileGlobs, FoundFiles } from './ports';
import { excludePatterns, staysInside } from './queueGlobs';

/** Every chosen file below `folderUri`, sorted. */
export async function findOnDisk(folderUri: string, globs: FileGlobs): Promise<FoundFiles> {
  const folder = URI.parse(folderUri).fsPath;
  const include = globs.include.filter(staysInside);
  if (include.length === 0) return { uris: [], trouble: undefined };
  try {
    await stat(folder); // The search itself finds nothing in a folder that is not there, and says nothing.
    const found = await glob(include, {
      cwd: folder,
      ignore: excludePatterns(globs.exclude),
      dot: true,
      expandDirectories: false,
      followSymbolicLinks: false,
    });
    const uris = found.sort().map((path) => URI.file(join(folder, path)).toString());
    return { uris, trouble: undefined };
  } catch (error) {
    return { uris: [], trouble: error instanceof Error ? error.message : String(error) };
  }
}
