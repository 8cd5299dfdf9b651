// Every place is exact: the text at a span is what was read there, however the file is written.
import { describe, expect, test } from 'vitest';

import type { Span } from '../../../server/src/core/model/span';
import { decodeMojibake } from '../../../server/src/core/text/mojibake';
import { onlyTask, readText } from '../../support/readText';

/** Something of everything, with tabs and emoji of one and two units before and in what is read. */
const queue = [
  '# 🎪 Tour',
  '',
  '**Worker Slots:** 1/2 occupied (p2-1-a, p2-2)',
  '',
  '> 🚨 MAX 2 TASKS AT A TIME',
  '',
  '## 🚀 Phase 2: Stage ✨',
  '',
  '### 🎧 **p2-1-a**: Wire the 🎤 stage 🔄 IN PROGRESS',
  '-\t**Status:** 🔄 **in-progress** (after 🎟 p2-0)',
  '-\t**Model:**\tsonnet',
  '**Worker:** session-7 | **Started:** 2026-02-27 09:30 EST  ',
  '- **Depends On:** ✅ p2-0 🎉 (done), p2-9, p1-1 through p1-3; Phase 1 ✅',
  '- **Sub-Tasks:**',
  '  - p2-2: ⏳ pending',
  '\t- 🎺 `p2-3`: done',
  '',
  '#### Dependencies',
  '- 🎼 p2-7',
  '',
  '### Move the 🎹',
  '**Task ID:** `p2-2`',
  '**Status:** pending <!-- 🎻 -->',
  '',
  '### p2-1-a Notes 🎶 ✅',
  '',
  '---',
  '',
  '- [x] p2-3 - Tune 🎸 **BLOCKED: no 🔑**',
  '  - **Status:** `complete` ✅',
  '- ✅ p2-4: done',
  'p2-5|🔄 in-progress|Sound 🎚 check|Depends On: 🎯 p2-1-a ✅',
  '',
  '| 🆔 | Task |',
  '|---|---|',
  '',
  '| Task | Title | Status | Depends On |',
  '|:--|---|---|---|',
  '| p2-6 | 🎬 Rehearse | ⏳ pending | p2-5 ✅ |',
  '| p2-5 | again | complete | |',
  '',
  '| Slot | Task |',
  '|---|---|',
  '| 1 | 🎫 p2-5 |',
  '',
];

interface Place {
  readonly path: string;
  readonly value: string;
  readonly span: Span;
}

/** Everything in `value` that is words with a place. */
function placesIn(value: unknown, path = ''): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => placesIn(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { value: words, span } = value as { value?: unknown; span?: Span };
  if (typeof words === 'string' && span) return [{ path, value: words, span }];
  return Object.entries(value).flatMap(([key, item]) => placesIn(item, `${path}.${key}`));
}

function placesOf(text: string): readonly Place[] {
  const { declarations, mirrors, groups, slots } = readText(text);
  return placesIn({ declarations, mirrors, groups, slots });
}

const written: readonly (readonly [string, (lines: readonly string[]) => string])[] = [
  ['LF', (lines) => lines.join('\n')],
  ['CRLF', (lines) => lines.join('\r\n')],
  ['CR', (lines) => lines.join('\r')],
  ['a BOM', (lines) => `\ufeff${lines.join('\n')}`],
  ['a BOM and CRLF', (lines) => `\ufeff${lines.join('\r\n')}`],
  ['no final line break', (lines) => lines.slice(0, -1).join('\n')],
];

describe.each(written)('with %s', (_name, write) => {
  const text = write(queue);

  test('what was read stands where it says', () => {
    const places = placesOf(text);
    expect(places.length).toBeGreaterThan(60);
    for (const { path, value, span } of places)
      expect(`${path}: ${text.slice(span.start, span.end)}`).toBe(`${path}: ${value}`);
  });

  test('what was read is the same', () => {
    const words = (places: readonly Place[]) =>
      places.map(({ path, value }) => `${path}: ${value}`);
    expect(words(placesOf(text))).toEqual(words(placesOf(queue.join('\n'))));
  });

  test('lines are whole lines without their breaks', () => {
    const { declarations, mirrors, groups, slots } = readText(text);
    const lines = new Set(queue);
    const found = [
      ...declarations,
      ...mirrors,
      ...groups,
      ...(slots ? [slots, ...slots.claims] : []),
    ]
      // An item of a Sub-Tasks list has its words as its line.
      .filter((place) => !('form' in place && place.form === 'sub-task'))
      .map((place) => text.slice(place.line.start, place.line.end));
    expect(found.filter((line) => !lines.has(line))).toEqual([]);
  });
});

test('a reference, its item and its status mark, to the letter', () => {
  const text =
    '\ufeff### 🎧 p2-1: Wire ✅ NEEDS-VALIDATION\r\n- **Depends On:** 🎟 `p2-0` ❌ (no 🔑), p2-9\r\n';
  const task = onlyTask(text);
  const at = (span: Span | undefined) => span && text.slice(span.start, span.end);
  expect(task.references.map((r) => [at(r.text.span), at(r.item)])).toEqual([
    ['p2-0', '🎟 `p2-0` ❌ (no 🔑)'],
    ['p2-9', 'p2-9'],
  ]);
  expect(at(task.mark?.span)).toBe('✅ NEEDS-VALIDATION');
  expect(at(task.line)).toBe('### 🎧 p2-1: Wire ✅ NEEDS-VALIDATION');
  expect(at(task.block)).toBe(text.slice(1).trimEnd());
});

test('the block of a task ends before the next one, and before a task below it', () => {
  const text = '### st-1 ✅\nWords.\n\n#### Notes\nMore.\n\n#### st-1-a ✅\n\n### st-2 ✅\n';
  const { declarations } = readText(text);
  expect(declarations.map((d) => text.slice(d.block.start, d.block.end).trimEnd())).toEqual([
    '### st-1 ✅\nWords.\n\n#### Notes\nMore.',
    '#### st-1-a ✅',
    '### st-2 ✅',
  ]);
});

test('markup in a table cell is part of its place, not of its value', () => {
  const text = '| Task | Status |\n|---|---|\n| **`st-1`** | **done** |\n';
  const task = onlyTask(text);
  const { span = { start: 0, end: 0 }, value } = task.status.text ?? {};
  expect([task.id.value, text.slice(task.id.span.start, task.id.span.end)]).toEqual([
    'st-1',
    'st-1',
  ]);
  expect([value, text.slice(span.start, span.end)]).toEqual(['done', '**done**']);
});

test('damaged characters keep their places; what they meant is the value', () => {
  const text =
    '### ðŸŽ§ st-1 â€” GruÃŸ âœ… NEEDS-VALIDATION\r\n- **Status:** ðŸ”„ in-progress\r\n- **Depends On:** âœ… st-0 âœ…, st-9\r\n';
  const task = onlyTask(text);
  const at = ({ start, end }: Span) => text.slice(start, end);
  expect(at(task.id.span)).toBe('st-1');
  expect(task.references.map((r) => [r.text.value, at(r.text.span), r.annotation])).toEqual([
    ['st-0', 'st-0', 'done'],
    ['st-9', 'st-9', undefined],
  ]);
  expect(decodeMojibake(at(task.title?.span ?? task.line))).toBe('Gruß');
  expect(decodeMojibake(at(task.status.text?.span ?? task.line))).toBe('🔄 in-progress');
});

test('literal line breaks keep their places', () => {
  const text = '### st-1\\n- **Status:** pending\\n- **Depends On:** st-0\\n\\n### st-2 ✅\\n';
  for (const { path, value, span } of placesOf(text))
    expect(`${path}: ${text.slice(span.start, span.end)}`).toBe(`${path}: ${value}`);
});
