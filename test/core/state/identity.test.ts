// Editing a task's prose changes neither the index nor the graph nor the schedule (invariant I7), and only the edited
// section is parsed.
import { expect, test } from 'vitest';
import { parsedSections, readQueue } from '../../../server/src/core/dialect/readQueue';
import { defaultOptions } from '../../../server/src/core/options';
import { deriveState } from '../../../server/src/core/state';
import { excerpts } from '../../support/queueExcerpts';

const uri = 'file:///w/PROACTIVE-JOBS.md';
const now = Date.parse('2026-11-20T18:00:00-05:00');
const options = defaultOptions;

const queue = `# Project

## Phase 1: Start

### p1-1-a: First ✅
- **Status:** complete
- **Description:** Words about the first.

### p1-1-b: Second
- **Status:** pending
- **Depends On:** p1-1-a
- **Description:** Words about the second.

## Phase 2: End

### p2-1: Third
- **Status:** pending
- **Depends On:** Phase 1
`;

/** The state before and after an edit, with the number of sections that the edit made us parse. */
function edited(from: string, to: string, text = queue) {
  const first = readQueue(uri, text, options);
  const before = deriveState({ documents: [first], now, options });
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  const document = readQueue(uri, after, options, first);
  const state = deriveState({ documents: [document], now, options }, before);
  return { before, state, document, parsed: parsedSections(document) };
}

test.each([
  ['longer words', 'Words about the first.', 'Many more words about the first of them.'],
  ['a new line of prose', 'Words about the first.', 'Words about the first.\n\nAnd more, ✅ too.'],
  ['words that look like an id', 'Words about the first.', 'Words about p9-9-x.'],
  ['another priority', '- **Status:** complete\n', '- **Status:** complete\n- **Priority:** LOW\n'],
  ['another title', 'First ✅', 'The very first ✅'],
  ['other words for the same status', '**Status:** complete', '**Status:** ✅ completed (by me)'],
  ['a heading said otherwise', '# Project', '# A project'],
])('%s: index, graph and schedule stay the same objects', (_name, from, to) => {
  const { before, state, parsed } = edited(from, to);
  expect(state.index).toBe(before.index);
  expect(state.graph).toBe(before.graph);
  expect(state.schedule).toBe(before.schedule);
  expect(state.revision).toBe(before.revision + 1);
  expect(parsed).toBe(1);
});

test.each([
  ['another status', '**Status:** complete', '**Status:** pending'],
  ['another dependency', '**Depends On:** p1-1-a', '**Depends On:** p1-1-z'],
  ['another id', 'p2-1: Third', 'p2-2: Third'],
  ['another phase', 'Phase 2: End', 'Phase 3: End'],
])('%s: index, graph and schedule are new', (_name, from, to) => {
  const { before, state, parsed } = edited(from, to);
  expect(state.index).not.toBe(before.index);
  expect(state.graph).not.toBe(before.graph);
  expect(state.schedule).not.toBe(before.schedule);
  expect(parsed).toBe(1);
});

test('the places of everything behind an edit move with it', () => {
  const { state } = edited('Words about the first.', 'Words\nabout the first.');
  const { text, declarations } = state.documents.get(uri) ?? { text: '', declarations: [] };
  for (const { id } of declarations) {
    expect(text.slice(id.span.start, id.span.end)).toBe(id.value);
  }
});

test('moving a section parses nothing', () => {
  const [head = '', ...sections] = queue.split(/(?=^### )/m);
  const moved = [head, ...sections.reverse()].join('');
  const document = readQueue(uri, moved, options, readQueue(uri, queue, options));
  expect(parsedSections(document)).toBe(0);
  expect(document).toStrictEqual(readQueue(uri, moved, options));
});

test('reading the same text again parses nothing', () => {
  for (const { text } of excerpts) {
    const first = readQueue(uri, text, options);
    const again = readQueue(uri, text, options, first);
    expect(again).toStrictEqual(first);
    expect(parsedSections(first)).toBeGreaterThan(0);
    expect(parsedSections(again)).toBe(0);
  }
});

test('a letter typed in any section parses one section', () => {
  for (const { text } of excerpts) {
    const first = readQueue(uri, text, options);
    for (let at = 0; at < text.length; at += 97) {
      const before = text.slice(0, at);
      // Behind letters only, so that no fence, comment or heading begins or ends there.
      if (!/[a-z]{2}$/.test(before)) continue;
      const typed = readQueue(uri, `${before}x${text.slice(at)}`, options, first);
      expect(parsedSections(typed)).toBeLessThanOrEqual(1);
    }
  }
});

test('the clock alone changes nothing but the clock', () => {
  const document = readQueue(uri, queue, options);
  const before = deriveState({ documents: [document], now, options });
  const after = deriveState({ documents: [document], now: now + 60_000, options }, before);
  expect(after.now).toBe(now + 60_000);
  expect(after.schedule).toBe(before.schedule);
  expect(after.index.outlines[0]).toBe(before.index.outlines[0]);
});

test('a setting rebuilds only what hangs on it', () => {
  const document = readQueue(uri, queue, options);
  const before = deriveState({ documents: [document], now, options });
  const slots = deriveState(
    { documents: [document], now, options: { ...options, defaultSlots: 7 } },
    before,
  );
  expect(slots.graph).toBe(before.graph);
  expect(slots.schedule.byQueue.get(uri)?.slots.max).toBe(7);
  const soft = deriveState(
    { documents: [document], now, options: { ...options, softDoneMeetsDependency: true } },
    before,
  );
  expect(soft.index).toBe(before.index);
  expect(soft.graph).not.toBe(before.graph);
});

test('documents come in the order of their uris, whatever order they are given in', () => {
  const uris = ['file:///b.md', 'file:///a.md', 'file:///c.md'];
  const documents = uris.map((u) => readQueue(u, queue, options));
  const state = deriveState({ documents, now, options });
  expect([...state.documents.keys()]).toEqual([...uris].sort());
  expect([...state.schedule.byQueue.keys()]).toEqual([...uris].sort());
});
