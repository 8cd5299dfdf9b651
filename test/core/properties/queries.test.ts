// Any text at all is a query.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeQuery } from '../../../server/src/core/query/completeQuery';
import { explainMiss, missesOf } from '../../../server/src/core/query/explainMiss';
import { explainQuery } from '../../../server/src/core/query/explainQuery';
import { matcherOf } from '../../../server/src/core/query/matchQuery';
import { parseQuery } from '../../../server/src/core/query/parseQuery';
import { withoutTerms } from '../../../server/src/core/query/withoutTerms';
import { checkProperty, patience } from '../../support/properties';
import { found, planNeighbours, planTasks } from '../../support/queryTasks';

/** Texts made of what means something, and of anything. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'status:',
          'ready',
          'model:',
          'opus',
          'is:',
          'critical',
          'blocks:',
          '>',
          '3',
          '..',
          '+',
        ],
        ...[
          'p2-1',
          '(',
          ')',
          '-',
          ' ',
          '"',
          'or',
          ' or ',
          'not ',
          ',',
          '*',
          '=',
          '|',
          ':',
          '__proto__',
        ],
        ...['constructor:', 'priority:', 'P1', 'none', 'phase:', 'toString'],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

test('any text is a query, with places inside of it', patience, () => {
  checkProperty(
    'query',
    3_000,
    fc.property(anyText, fc.integer({ min: -5, max: 60 }), (text, cursor) => {
      const query = parseQuery(text);
      const matcher = matcherOf(query, planTasks, planNeighbours);
      for (const { start, end, message } of [...query.problems, ...matcher.problems]) {
        expect(0 <= start && start < end && end <= text.length).toBe(true);
        expect(message).toMatch(/[.?]$/);
      }
      expect(explainQuery(query)).toMatch(/^Shows .*\.$/su);
      for (const task of planTasks) {
        const why = explainMiss(query, matcher, task);
        expect(why === undefined).toBe(matcher.matches(task));
      }
      const { start, end, items } = completeQuery(text, cursor, planTasks);
      expect(0 <= start && start <= end && end <= text.length).toBe(true);
      expect(items.length).toBeLessThanOrEqual(30);
    }),
  );
});

test('the opposite of a query finds all the others', patience, () => {
  checkProperty(
    'opposite',
    1_000,
    fc.property(anyText, (text) => {
      const query = parseQuery(text);
      fc.pre(query.problems.length === 0 && query.node.kind !== 'all');
      const here = found(text, planTasks, planNeighbours);
      const others = found(`-(${text})`, planTasks, planNeighbours);
      expect([...here, ...others].sort()).toEqual(planTasks.map(({ id }) => id).sort());
    }),
  );
});

test(
  'without what keeps a task away, a query finds it; without nothing, it finds the same',
  patience,
  () => {
    checkProperty(
      'withoutTerms',
      1_000,
      fc.property(anyText, (text) => {
        const query = parseQuery(text);
        const matcher = matcherOf(query, planTasks, planNeighbours);
        const same = matcherOf(parseQuery(withoutTerms(query, [])), planTasks, planNeighbours);
        for (const task of planTasks) {
          expect(same.matches(task)).toBe(matcher.matches(task));
          const places = missesOf(query, matcher, task).map(({ place }) => place);
          const rest = parseQuery(withoutTerms(query, places));
          expect(matcherOf(rest, planTasks, planNeighbours).matches(task)).toBe(true);
        }
      }),
    );
  },
);
