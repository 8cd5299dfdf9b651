import { expect, test } from 'vitest';
import { plainMessage } from '../../client/src/plainMessage';

/** As VS Code finds links in the words of a notification (`parseLinkedText`, 1.139). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

test.each([
  'The model [Opus](command:workbench.action.terminal.new) is not known.',
  '[a](https://example.org "title") and [b](file:///etc/passwd)',
])('words of a queue become no link in a notification: %s', (words) => {
  expect(words.match(link)).not.toBeNull();
  expect(plainMessage(words).match(link)).toBeNull();
  expect(plainMessage(words).replaceAll('\u200b', '')).toBe(words);
});
