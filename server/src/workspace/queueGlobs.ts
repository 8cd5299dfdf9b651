/** Decides by its path alone whether a file is a queue. Looks at no disk. */
import picomatch from 'picomatch';
import type { FileGlobs } from './ports';

/** True for paths, relative to the folder and with `/`, that the globs choose. */
export function queueMatcher(globs: FileGlobs): (relativePath: string) => boolean {
  if (globs.include.length === 0) return () => false;
  const chosen = picomatch([...globs.include], { dot: true, nonegate: true });
  const excluded =
    globs.exclude.length === 0
      ? (): boolean => false
      : picomatch(excludePatterns(globs.exclude), { dot: true, nonegate: true });
  return (path) => chosen(path) && !excluded(path);
}

/** An excluded folder excludes what is in it, as in the editor's own `files.exclude`. */
export function excludePatterns(exclude: readonly string[]): string[] {
  return exclude.flatMap((glob) => (glob.endsWith('/**') ? [glob] : [glob, `${glob}/**`]));
}

/** True when a glob cannot leave the folder it is relative to. */
export function staysInside(glob: string): boolean {
  return !glob.startsWith('/') && !/^[A-Za-z]:/.test(glob) && !glob.split(/[\\/]/).includes('..');
}
