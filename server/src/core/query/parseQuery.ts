/** Reading a query. Every text is one: what cannot be read is reported, and counts as not written. */
import type { Query, QueryNode, QueryProblem } from './queryNode';
import { readTerm } from './readTerm';
import { type Token, tokensOf } from './tokens';

/** Deeper nesting than this is no question that anybody asks. */
const deepest = 30;

/** The query of any text, with what is wrong in it by place (UTF-16 offsets). An empty text finds everything. */
export function parseQuery(text: string): Query {
  const reader = new QueryReader(tokensOf(text));
  const node = reader.read();
  return { text, node, problems: reader.problems };
}

/** What is read so far of `(`…`)`: alternatives, each of parts that must all hold. */
interface Level {
  readonly open: Token | undefined;
  readonly isNegated: boolean;
  readonly alternatives: QueryNode[][];
}

class QueryReader {
  readonly problems: QueryProblem[] = [];
  readonly #tokens: readonly Token[];
  readonly #levels: Level[] = [];
  #negated: Token | undefined;
  #isNegated = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): QueryNode {
    this.#begin(undefined);
    for (const token of this.#tokens) this.#take(token);
    this.#endNegation();
    while (this.#levels.length > 1) {
      const open = this.#levels.at(-1)?.open;
      if (open) this.#report(open, 'This parenthesis is not closed. Add a `)`.');
      this.#close();
    }
    return nodeOf(this.#levels[0]?.alternatives ?? []);
  }

  #take(token: Token): void {
    switch (token.kind) {
      case 'not':
        this.#negated = token;
        this.#isNegated = !this.#isNegated;
        return;
      case 'open':
        if (this.#levels.length > deepest)
          return this.#report(token, `Parentheses go ${deepest} deep at most. Leave this one out.`);
        return this.#begin(token);
      case 'close':
        this.#endNegation();
        if (this.#levels.length === 1)
          return this.#report(token, 'Nothing was opened before this `)`. Leave it out.');
        return this.#close();
      case 'or':
        this.#endNegation();
        this.#levels.at(-1)?.alternatives.push([]);
        return;
      case 'and':
        return this.#endNegation();
      case 'word': {
        const read = readTerm(token);
        const isNegated = this.#takeNegation();
        if ('problem' in read) return this.#report(token, read.problem);
        const { start, end } = token;
        return this.#add({ kind: 'term', term: read.term, place: { start, end } }, isNegated);
      }
    }
  }

  #begin(open: Token | undefined): void {
    this.#levels.push({ open, isNegated: this.#takeNegation(), alternatives: [[]] });
  }

  #close(): void {
    const level = this.#levels.pop();
    if (level) this.#add(nodeOf(level.alternatives), level.isNegated);
  }

  #add(node: QueryNode, isNegated: boolean): void {
    if (node.kind === 'all') return;
    const parts = this.#levels.at(-1)?.alternatives.at(-1);
    parts?.push(isNegated ? { kind: 'not', part: node } : node);
  }

  #takeNegation(): boolean {
    const isNegated = this.#isNegated;
    this.#isNegated = false;
    this.#negated = undefined;
    return isNegated;
  }

  #endNegation(): void {
    if (this.#negated)
      this.#report(this.#negated, 'Something has to follow here, as in `-is:manager`.');
    this.#takeNegation();
  }

  #report({ start, end }: Token, message: string): void {
    this.problems.push({ start, end, message });
  }
}

/** Empty alternatives ask nothing and are left out. */
function nodeOf(alternatives: readonly (readonly QueryNode[])[]): QueryNode {
  const asked = alternatives
    .filter((parts) => parts.length > 0)
    .map((parts) => joined('and', parts));
  return joined('or', asked);
}

function joined(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode {
  const [only, second] = parts;
  if (only === undefined) return { kind: 'all' };
  return second === undefined ? only : { kind, parts };
}
