/** Excerpts of invented queues that hold, between them, every form the dialect and markdown give us to read. */
import { dialectExcerpts } from './dialectExcerpts';
import { markdownExcerpts } from './markdownExcerpts';

export interface Excerpt {
  readonly name: string;
  readonly text: string;
}

export const excerpts: readonly Excerpt[] = Object.entries({
  ...dialectExcerpts,
  ...markdownExcerpts,
}).map(([name, text]) => ({ name, text }));
