/** What is a path of a file among the words in backticks: `src/app/[id]/page.tsx`, but no route, command or version. */
import { slashedPath } from './windowsPath';

const segment = '[\\w@.()\\[\\]+$-]+';
const path = new RegExp(`^(?:~?/|\\.{1,2}/)*${segment}(?:/${segment})*/?$`);
const extension = /[^/.][^/]*\.[a-z][a-z0-9]{0,7}$|\/\.[a-z][\w.-]+$/i;

/** The path with `/`, without line numbers; nothing for what is none. A bare name or a folder counts only in a list of files. */
export function cleanPath(written: string, isListed: boolean): string | undefined {
  const text = written
    .trim()
    .replace(/(?::\d+(?:[-:]\d+)*|#L\d+(?:-L?\d+)?)$/, '')
    .replace(/[*_]{2,}/g, '');
  if (text.includes('\\')) return slashedPath(text, isListed);
  if (text.length > 260 || !path.test(text) || /\$\(|\.\.\.|^[-.]+$/.test(text)) return undefined;
  const isFile = extension.test(text) && !/^v?\d+(?:\.\d+)+/.test(text);
  const hasFolder = text.includes('/');
  if (isListed) return isFile || (hasFolder && !text.startsWith('/')) ? text : undefined;
  return isFile && hasFolder ? text : undefined;
}
