// Dependencies on ranges of ids and on phases (dialect 3.6, G4).
import { describe, expect, test } from 'vitest';

import { readReferences } from '../../../server/src/core/dialect/references';
import { spanned } from '../../support/readText';

/** `text (annotation)` of every reference of a value. */
function read(value: string): readonly string[] {
  return readReferences(spanned(value), 'field', true).map(
    (r) => `${r.kind} ${r.text.value}${r.annotation ? ` (${r.annotation})` : ''}`,
  );
}

describe('G4: ranges and phases', () => {
  test.each([
    ['p2-1 through p2-4', 'range p2-1 through p2-4'],
    ['p2-1 to p2-4', 'range p2-1 to p2-4'],
    ['p2-1..p2-4', 'range p2-1..p2-4'],
    ['p2-1 .. p2-4', 'range p2-1 .. p2-4'],
    ['`p2-1` through `p2-4`', 'range p2-1` through `p2-4'],
    ['Phase 2', 'phase Phase 2'],
    ['Phase 3 complete', 'phase Phase 3'],
    ['Phase 1-3 completion', 'phase Phase 1-3'],
    ['Phase A ✅', 'phase Phase A (done)'],
    ['Wave 2', 'phase Wave 2'],
    ['Phase 2.5', 'phase Phase 2.5'],
    ['PHASE-A', 'id PHASE-A'],
    ['p1-1-a to p1-1-d', 'range p1-1-a to p1-1-d'],
    ['p2-1 - p2-4', 'range p2-1 - p2-4'],
  ])('%s', (value, reference) => {
    expect(read(value)).toEqual([reference]);
  });

  test.each([
    ['Phase 1 through Phase 3', ['phase 1', 'phase 2', 'phase 3']],
    ['Phase 1 to 3', ['phase 1', 'phase 2', 'phase 3']],
    ['Phase 1 - Phase 3', ['phase 1', 'phase 2', 'phase 3']],
    ['Phase 2.1-2.3', ['phase 2.1', 'phase 2.2', 'phase 2.3']],
    ['Phases A-C', ['phase a', 'phase b', 'phase c']],
    ['Phase 1 and 3', ['phase 1', 'phase 3']],
    ['Phase 1 + Phase 3', ['phase 1', 'phase 3']],
    ['Phase 1/3', ['phase 1', 'phase 3']],
    ['Phase 1/Phase 3', ['phase 1', 'phase 3']],
    ['Phase 1, 3', ['phase 1', 'phase 3']],
    ['Phase 1, and 3', ['phase 1', 'phase 3']],
    ['Phase 1 & Phase 2', ['phase 1', 'phase 2']],
    ['**Phase 1** & **Phase 2**', ['phase 1', 'phase 2']],
    ['Phases 1, 2 and 3', ['phase 1', 'phase 2', 'phase 3']],
    ['Phases 1-2, 4-5', ['phase 1', 'phase 2', 'phase 4', 'phase 5']],
    ['Phase 1 → Phase 3', ['phase 1', 'phase 3']],
    ['Phase 1 complete and Phase 3 complete', ['phase 1', 'phase 3']],
    ['Phase 1 ✅, 3 ✅', ['phase 1', 'phase 3']],
    ['phases 1-3 and p5-voice', ['phase 1', 'phase 2', 'phase 3', 'p5-voice']],
    ['p5-voice and Phase 2', ['p5-voice', 'phase 2']],
    ['Wave 1, 2, Phase 4', ['wave 1', 'wave 2', 'phase 4']],
    ['Phase 1, 2026-03-01', ['phase 1']],
    ['Phase 1 and 3D models', ['phase 1']],
    ['Phase 1 ✅, 3 reviewers', ['phase 1']],
    ['Phase 1 and a key', ['phase 1']],
  ])('%s names %s', (value, named) => {
    const found = readReferences(spanned(value), 'field', true);
    expect(found.flatMap((r) => r.phases ?? [r.text.value])).toEqual(named);
    for (const { text, item } of found) {
      expect(value.slice(text.span.start, text.span.end)).toBe(text.value);
      expect(item.end).toBeLessThanOrEqual(value.length);
    }
  });

  test.each([
    ['p1-layout → p3-presence', ['p1-layout', 'p3-presence']],
    ['p1-layout -> p3-presence', ['p1-layout', 'p3-presence']],
    ['p1-layout->p2-a->p3-presence', ['p1-layout', 'p2-a', 'p3-presence']],
    ['p1-layout/p3-presence', ['p1-layout', 'p3-presence']],
    ['p1-layout, p2-a, and p3-presence', ['p1-layout', 'p2-a', 'p3-presence']],
    ['p1-layout ✅ and p3-presence ❌', ['p1-layout', 'p3-presence']],
    ['p1-layout (done) & p3-presence', ['p1-layout', 'p3-presence']],
    ['p1-layout/notes.md', ['p1-layout']],
    ['docs/p1-layout/x.md', ['docs/p1-layout/x.md']],
  ])('the ids of %s are %s', (value, ids) => {
    expect(readReferences(spanned(value), 'field', true).map((r) => r.text.value)).toEqual(ids);
  });

  test('each of two joined ids keeps its own mark', () => {
    expect(read('p2-1 ✅ and p2-2 ❌')).toEqual(['id p2-1 (done)', 'id p2-2 (not-done)']);
    expect(read('p2-1 and p2-2 (both completed)')).toEqual(['id p2-1 (done)', 'id p2-2 (done)']);
  });

  test('the ends of a range are kept', () => {
    expect(readReferences(spanned('p2-1..p2-4'), 'field', true)[0]?.range).toEqual({
      first: 'p2-1',
      last: 'p2-4',
    });
  });
});
