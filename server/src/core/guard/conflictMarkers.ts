/** Lines that a merge left behind: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`. Those in code samples are no conflict. */
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { maskText } from '../parse/mask';

const line = /^(?:(<{7})(?: .*)?|(\|{7})(?: .*)?|(={7})|(>{7})(?: .*)?)$/gm;

/** Every marker line in order. A row of `=` is one only between the two ends: alone it underlines a title. */
export function conflictMarkersOf(document: QueueDocument): readonly Span[] {
  if (document.coverage !== 'full' || !/^(?:<{7}|>{7})(?: |\r?$)/m.test(document.text)) return [];
  const { masked } = maskText(document.text);
  const found: Span[] = [];
  let isInside = false;
  for (const match of masked.replaceAll('\r', '\n').matchAll(line)) {
    const [text, opens, , , closes] = match;
    const isEnd = opens !== undefined || closes !== undefined;
    if (isEnd || isInside) found.push({ start: match.index, end: match.index + text.length });
    if (isEnd) isInside = opens !== undefined;
  }
  return found;
}
