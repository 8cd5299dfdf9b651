/** What a query means, in plain words. */
import type { Query, QueryNode } from './queryNode';
import { termClause } from './termClause';

/** One sentence. */
export function explainQuery({ node }: Query): string {
  return node.kind === 'all' ? 'Shows every task.' : `Shows tasks where ${clauseOf(node, true)}.`;
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
