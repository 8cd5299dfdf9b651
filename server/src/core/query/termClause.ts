/** One term of a query as a clause in plain words. */
import { flags, numberFields, statusWords, textFields } from './fields';
import type { NumberRange, QueryTerm, TextMatch } from './queryNode';

/** What must hold, or with `isTrue` false must not. */
export function termClause(term: QueryTerm, isTrue: boolean): string {
  switch (term.kind) {
    case 'status':
      return oneOf(
        term.any.map((word) => statusWords[word].means),
        isTrue,
      );
    case 'is':
      return oneOf(
        term.any.map((flag) => flags[flag].means),
        isTrue,
      );
    case 'text':
      return `${textFields[term.field].means} ${alternatives(
        term.any.map((m) => matchClause(m, isTrue)),
        isTrue,
      )}`;
    case 'number':
      return `${numberFields[term.field].means} ${alternatives(
        term.any.map((range) => rangeClause(range, isTrue)),
        isTrue,
      )}`;
    case 'priority':
      return `the priority ${alternatives(
        term.any.map((range) => priorityClause(range, isTrue)),
        isTrue,
      )}`;
    case 'selector':
      return `it ${isTrue ? 'is' : 'is not'} ${selectorClause(term)}`;
    case 'words':
      return isTrue
        ? `id or title contains "${term.text}"`
        : `neither id nor title contains "${term.text}"`;
  }
}

/** `it is in progress or has errors`; `it is not in progress and has no errors`. */
function oneOf(means: readonly string[], isTrue: boolean): string {
  return `it ${alternatives(
    means.map((words) => (isTrue ? words : negated(words))),
    isTrue,
  )}`;
}

const negations: readonly (readonly [RegExp, string])[] = [
  [/^is /, 'is not '],
  [/^can /, 'cannot '],
  [/^has (?:no )?/, 'has no '],
  [/^shows no /, 'shows a '],
  [/^stands /, 'does not stand '],
  [/^coordinates /, 'does not coordinate '],
];

function negated(words: string): string {
  if (words === statusWords.unknown.means) return 'has a status that can be read';
  const found = negations.find(([begin]) => begin.test(words));
  return found ? words.replace(found[0], found[1]) : `not: ${words}`;
}

/** Of several one is enough; none of them may hold where the clause is denied. */
function alternatives(clauses: readonly string[], isTrue: boolean): string {
  return clauses.join(isTrue ? ' or ' : ' and ');
}

function matchClause(match: TextMatch, isTrue: boolean): string {
  switch (match.how) {
    case 'none':
      return isTrue ? 'is not given' : 'is given';
    case 'equals':
      return `${isTrue ? 'is' : 'is not'} "${match.text}"`;
    case 'contains':
      return `${isTrue ? 'contains' : 'does not contain'} "${match.text}"`;
    case 'pattern':
      return `${isTrue ? 'fits' : 'does not fit'} "${match.text}"`;
  }
}

function rangeClause({ least, most }: NumberRange, isTrue: boolean): string {
  const is = isTrue ? 'is' : 'is not';
  if (least === most) return `${is} ${least}`;
  if (most === Infinity) return `${is} ${least} or more`;
  if (least === -Infinity) return `${is} ${most} or less`;
  return `${is} from ${least} to ${most}`;
}

function priorityClause({ least, most }: NumberRange, isTrue: boolean): string {
  const is = isTrue ? 'is' : 'is not';
  if (least === most) return `${is} P${least}`;
  if (most === Infinity) return `${is} P${least} or less urgent`;
  if (least === -Infinity) return `${is} P${most} or more urgent`;
  return `${is} from P${least} to P${most}`;
}

function selectorClause({ id, up, down }: Extract<QueryTerm, { kind: 'selector' }>): string {
  const steps = (count: number): string =>
    count === Infinity ? '' : ` in up to ${count} ${count === 1 ? 'step' : 'steps'}`;
  const parts = [
    `\`${id}\``,
    ...(up > 0 ? [`something that it waits for${steps(up)}`] : []),
    ...(down > 0 ? [`something that waits for it${steps(down)}`] : []),
  ];
  return parts.join(' or ');
}
