// A task that names phases, in any notation, is ready exactly when all of them are done; against a plain reckoning.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProperty, patience } from '../../support/properties';
import { scheduleIn } from '../../support/schedule';
import { shown, taskText, workspaceOf } from '../../support/workspace';

const open = 'pending';

interface Notation {
  readonly text: string;
  readonly named: readonly number[];
  /** One of them is enough. */
  readonly isChoice?: boolean;
}

/** Ways to write the same phases; the first number is the lower one. */
const notations: readonly ((a: number, b: number) => Notation)[] = [
  (a, b) => ({ text: `Phase ${a}, ${b}`, named: [a, b] }),
  (a, b) => ({ text: `Phases ${a} and ${b}`, named: [a, b] }),
  (a, b) => ({ text: `Phase ${a} & Phase ${b} ✅`, named: [a, b] }),
  (a, b) => ({ text: `Phase ${a}/${b}`, named: [a, b] }),
  (a, b) => ({ text: `**Phase ${a}** (done) + ${b}`, named: [a, b] }),
  (a, b) => ({ text: `Phase ${a} → Phase ${b}`, named: [a, b] }),
  (a, b) => ({ text: `free-1 and Phase ${a}, and Phase ${b}`, named: [a, b] }),
  (a, b) => ({ text: `Phase ${a} through Phase ${b}`, named: between(a, b) }),
  (a, b) => ({ text: `completion of Phase ${a}, all Phase ${b} tasks`, named: [a, b] }),
  (a, b) => ({ text: `after Phases ${a} and ${b} are done, free-1`, named: [a, b] }),
  (a, b) => ({ text: `Phase ${a} or free-0, everything in Phase ${b}`, named: [a, b] }),
  (a, b) => ({ text: `Phase ${a} or ${b}; free-1`, named: [a, b], isChoice: true }),
  (a, b) => ({ text: `one of Phase ${b}, Phase ${a} ✅`, named: [a, b], isChoice: true }),
  (a, b) => ({ text: `phases ${a}-${b} and free-1`, named: between(a, b) }),
];

function between(a: number, b: number): readonly number[] {
  return Array.from({ length: b - a + 1 }, (_, i) => a + i);
}

test('ready exactly when every named phase is there and done', patience, () => {
  const phase = fc.record({
    mark: fc.constantFrom('', ' ✅', ' 🔄'),
    statuses: fc.array(fc.constantFrom('complete', 'validated', open), { maxLength: 3 }),
  });
  const queue = fc.record({
    phases: fc.array(phase, { minLength: 1, maxLength: 4 }),
    ends: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    notation: fc.nat(notations.length - 1),
  });
  checkProperty(
    'phases',
    150,
    fc.property(queue, ({ phases, ends, notation }) => {
      const [a, b] = [Math.min(...ends), Math.max(...ends)];
      const written: Notation = notations[notation]?.(a, b) ?? { text: '', named: [] };
      const sections = phases.map(({ mark, statuses }, i) => {
        const tasks = statuses.map((status, at) => taskText(`lamp-${i}-${at}`, { Status: status }));
        return `## Phase ${i + 1}${mark}\n\n${tasks.join('')}`;
      });
      const text = `${sections.join('')}## Rest\n\n${taskText('free-1', { Status: 'complete' })}${taskText('user-1', { 'Depends On': written.text })}`;
      const isDone = (number: number): boolean => {
        const found = phases[number - 1];
        if (!found) return false;
        return found.statuses.length > 0 ? !found.statuses.includes(open) : found.mark === ' ✅';
      };
      const isReady = shown(scheduleIn(workspaceOf({ a: text })).ready).includes('a#user-1');
      expect(isReady).toBe(
        written.isChoice ? written.named.some(isDone) : written.named.every(isDone),
      );
    }),
  );
});
