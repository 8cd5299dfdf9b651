/** What a query means, and why it does not show a task: in plain words. */
import { flags, numberFields, statusWords, textFields } from './fields';
import type { QueryMatcher } from './matchQuery';
import type { QueryFacts } from './queryFacts';
import type { NumberRange, Query, QueryNode, QueryTerm, TextMatch } from './queryNode';

/** One sentence. */
export function explainQuery({ node }: Query): string {
  return node.kind === 'all' ? 'Shows every task.' : `Shows tasks where ${clauseOf(node, true)}.`;
}

/** One sentence on what keeps the task from being shown; nothing when it is. */
export function explainMiss(
  { node }: Query,
  matcher: QueryMatcher,
  task: QueryFacts,
): string | undefined {
  const causes = causesOf(node, matcher, task, true);
  return causes.length === 0 ? undefined : `\`${task.id}\` is not shown: ${causes.join('; ')}.`;
}

/** The clause that must hold, or with `isTrue` false must not. */
function clauseOf(node: QueryNode, isTrue: boolean): string {
  switch (node.kind) {
    case 'all':
      return isTrue ? 'nothing is asked' : 'nothing can hold';
    case 'not':
      return clauseOf(node.part, !isTrue);
    case 'term':
      return termClause(node.term, isTrue);
    case 'and':
    case 'or': {
      // Not (a and b) is: not a, or not b.
      const isAll = (node.kind === 'and') === isTrue;
      const parts = node.parts.map((part) => {
        const clause = clauseOf(part, isTrue);
        const own = jointOf(part, isTrue);
        return own === undefined || own === (isAll ? 'and' : 'or') ? clause : `(${clause})`;
      });
      return parts.join(isAll ? ' and ' : ' or ');
    }
  }
}

/** The word that joins the parts of a clause; nothing where it has one part only. */
function jointOf(node: QueryNode, isTrue: boolean): 'and' | 'or' | undefined {
  switch (node.kind) {
    case 'all':
      return undefined;
    case 'not':
      return jointOf(node.part, !isTrue);
    case 'and':
    case 'or':
      return (node.kind === 'and') === isTrue ? 'and' : 'or';
    case 'term': {
      const { term } = node;
      if (term.kind === 'selector') return 'or';
      const hasSeveral = term.kind !== 'words' && term.any.length > 1;
      return hasSeveral ? (isTrue ? 'or' : 'and') : undefined;
    }
  }
}

/** Everything that would have to be different for the node to be as wanted. */
function causesOf(
  node: QueryNode,
  matcher: QueryMatcher,
  task: QueryFacts,
  wanted: boolean,
): readonly string[] {
  switch (node.kind) {
    case 'all':
      return wanted ? [] : ['the query asks for nothing'];
    case 'not':
      return causesOf(node.part, matcher, task, !wanted);
    case 'term':
      return matcher.holds(node.term, task) === wanted
        ? []
        : [`${termClause(node.term, !wanted)}${actualOf(node.term, task)}`];
    case 'and':
    case 'or': {
      const each = node.parts.map((part) => causesOf(part, matcher, task, wanted));
      const needsAll = (node.kind === 'and') === wanted;
      return needsAll || each.every((causes) => causes.length > 0) ? each.flat() : [];
    }
  }
}

function termClause(term: QueryTerm, isTrue: boolean): string {
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

/** What the task has instead, where that says more. */
function actualOf(term: QueryTerm, task: QueryFacts): string {
  switch (term.kind) {
    case 'status':
      return ` (it is ${task.status})`;
    case 'text':
      return shown(textFields[term.field].of(task));
    case 'number':
      return shown(numberFields[term.field].of(task));
    case 'priority':
      return shown(task.priority);
    case 'is':
    case 'selector':
    case 'words':
      return '';
  }
}

function shown(value: string | number | undefined): string {
  return value === undefined ? ' (it has none)' : ` (it is ${value})`;
}
