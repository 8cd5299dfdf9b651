/** unsafe-name: a file name, id or stamp holds shell text that was never expanded, or characters other systems refuse. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

const unexpanded = /\$\(|\$\{|`/;

/** A JSON value below a key for a time or an id that still holds `$(…)`. */
const stamp =
  /"(?:[\w-]*(?:time|Time|date|Date|beat|_at|At|stamp|id|Id))"\s*:\s*("[^"\n]*(?:\$\(|\$\{)[^"\n]*")/;

export const unsafeName = defineRule({
  code: 'unsafe-name',
  severity: 'warning',
  *checkFile(_state, file) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const start = { start: 0, end: 0 };
    if (unexpanded.test(name))
      yield {
        span: start,
        message: `The file name ${quote(name)} holds a shell expression that was never expanded. Rename the file to what was meant.`,
      };
    else if (/[:*?"<>|\\]/.test(name))
      yield {
        span: start,
        severity: 'information',
        message: `The file name ${quote(name)} holds a character that Windows refuses, so the workspace cannot be checked out there. Use hyphens.`,
      };
    // What lies in an archive has been dealt with; one finding tells enough of a file.
    if (file.content.kind === 'progress' || /\/archive\//i.test(file.path)) return;
    const match = stamp.exec(file.text);
    if (!match) return;
    const value = match[1] as string;
    const at = match.index + match[0].length - value.length;
    yield {
      span: { start: at, end: at + value.length },
      message: `${quote(value)} is a shell expression that was never expanded. Write the value it stands for.`,
    };
  },
});
