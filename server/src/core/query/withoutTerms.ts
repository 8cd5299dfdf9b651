/** A query with some of its terms left out, as a text. */
import type { Place, Query, QueryNode } from './queryNode';

/**
 * The other terms in their own words, joined as before; empty when none is left. Without what keeps a task away
 * (`missesOf`) a query finds the task. What could not be read is left out, too.
 */
export function withoutTerms({ text, node }: Query, left: readonly Place[]): string {
  const rest = prune(node, new Set(left.map(({ start }) => start)));
  return rest === undefined ? '' : written(rest, text);
}

function prune(node: QueryNode, left: ReadonlySet<number>): QueryNode | undefined {
  switch (node.kind) {
    case 'all':
      return undefined;
    case 'term':
      return left.has(node.place.start) ? undefined : node;
    case 'not': {
      const part = prune(node.part, left);
      return part && { kind: 'not', part };
    }
    case 'and':
    case 'or': {
      const parts = node.parts.flatMap((part) => prune(part, left) ?? []);
      return parts.length > 1 ? { kind: node.kind, parts } : parts[0];
    }
  }
}

function written(node: QueryNode, text: string): string {
  switch (node.kind) {
    case 'all':
      return '';
    case 'term':
      return text.slice(node.place.start, node.place.end);
    case 'not':
      return `-${grouped(node.part, text, ['and', 'or'])}`;
    case 'and':
      return node.parts.map((part) => grouped(part, text, ['or'])).join(' ');
    case 'or':
      return node.parts.map((part) => grouped(part, text, [])).join(' or ');
  }
}

/** In parentheses when it is one of these kinds. */
function grouped(node: QueryNode, text: string, kinds: readonly QueryNode['kind'][]): string {
  const words = written(node, text);
  return kinds.includes(node.kind) ? `(${words})` : words;
}
