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
    ['completion of Phase 3', ['phase 3']],
    ['Phase 3 completion', ['phase 3']],
    ['the end of **Phase 3**', ['phase 3']],
    ['all Phase 2 tasks', ['phase 2']],
    ['all of the Phase 2 tasks ✅', ['phase 2']],
    ['All tasks in Phase 2 complete', ['phase 2']],
    ['the Phase 2 tasks', ['phase 2']],
    ['everything in Phase 2', ['phase 2']],
    ['after Phase 1 is done', ['phase 1']],
    ['once all Phase 1 tasks are done', ['phase 1']],
    ['after Phase 1 has been completed and Phase 3 is done', ['phase 1', 'phase 3']],
    ['completion of both Phase 1 and Phase 3', ['phase 1', 'phase 3']],
    ['completion of Phases 1, 2 and 3', ['phase 1', 'phase 2', 'phase 3']],
    ['all Phase 2 tasks, p3-1', ['phase 2', 'p3-1']],
    ['p3-1, and all of Wave B', ['p3-1', 'wave b']],
    ['completion of p2-1', ['p2-1']],
    ['after p2-1 is done, p2-2', ['p2-1', 'p2-2']],
    ['all of `p2-1`, p2-2', ['p2-1', 'p2-2']],
    ['all tasks p2-1 to p2-4', ['p2-1 to p2-4']],
    ['after sign-off', ['after sign-off']],
    ['after p2-1 review by the owner', ['after p2-1 review by the owner']],
    ['half of Phase 2', ['half of Phase 2']],
    ['any Phase 2 task', ['any Phase 2 task']],
    ['before Phase 2', ['before Phase 2']],
    ['once Phase 2 has started', ['once Phase 2 has started']],
    ['after Phase 1, once p2-1 starts', ['phase 1']],
    ['in Phase 2', ['in Phase 2']],
    ['all phases', ['all phases']],
    ['all stage a rollout steps', ['all stage a rollout steps']],
  ])('the words of %s ask for %s', (value, named) => {
    const found = readReferences(spanned(value), 'field', true);
    expect(found.flatMap((r) => r.phases ?? [r.text.value])).toEqual(named);
    for (const { text } of found)
      expect(value.slice(text.span.start, text.span.end)).toBe(text.value);
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
