// What a person finds on disk after VS Code has saved.
import fs from 'node:fs';
import { until } from './until.mjs';

/** The text of a file once it is another than `before`. VS Code empties a file before it writes: empty is not yet saved. */
export async function savedText(file, before) {
  let text = before;
  await until(() => {
    text = fs.readFileSync(file, 'utf8');
    return text !== '' && text !== before;
  });
  return text;
}
