/** The files that a task says it is about: what a worker may be expected to touch. */
import { cleanPath } from '../claims/claimedPath';
import { proseLinesOf, type ProseLine } from '../runs/proseLines';

const most = 50;

/**
 * Paths relative to `cwd`, with `/`, each once, in the order of the text. What a list of files names counts first, then
 * what stands in backticks elsewhere; nothing outside of `cwd`, and no folder that looks like a route or a command.
 */
export function namedFiles(list: string, text: string, cwd: string): readonly string[] {
  const listed = proseLinesOf(list).flatMap((line) => pathsIn(line, true));
  const mentioned = proseLinesOf(text).flatMap((line) => pathsIn(line, false));
  const inside = [...listed, ...mentioned].flatMap((path) => insidePath(path, cwd) ?? []);
  return [...new Set(inside)].slice(0, most);
}

function pathsIn(line: ProseLine, isListed: boolean): readonly string[] {
  const quoted = [...line.text.matchAll(/`([^`\r\n]{1,300})`/g)].map((match) => match[1] as string);
  const first = /^\S+/.exec(line.content)?.[0];
  const candidates =
    quoted.length > 0 || !isListed || first === undefined || line.heading > 0
      ? quoted
      : [first.replace(/[,;:]+$/, '')];
  return candidates.flatMap((text) => cleanPath(text.replace(/^\*+|\*+$/g, ''), isListed) ?? []);
}

/** Nothing for a path that leads out of the folder. */
function insidePath(path: string, cwd: string): string | undefined {
  const root = `${cwd.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  const below = path.startsWith(root) ? path.slice(root.length) : path;
  if (/^[/~]|^[a-z]:/i.test(below)) return undefined;
  const segments = below.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.length === 0 || segments.includes('..') ? undefined : segments.join('/');
}
