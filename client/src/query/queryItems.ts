/** The lines below the field in which a query is written. Pure: no editor. */
import type { QueryCompletionView, QueryResult } from '../../../server/src/protocol/queryMessages';
import { plainLabel } from '../plainLabel';

export interface QueryItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The editor's own matching does not know the language. */
  readonly alwaysShow: true;
  /** Absent for what the query means: that is what is accepted. */
  readonly completion?: QueryCompletionView;
}

/** What the query means comes first, then what could be written next. */
export function queryItems(text: string, answer: QueryResult): readonly QueryItem[] {
  const { completions } = answer;
  return [
    meaning(text, answer),
    ...completions.map((completion): QueryItem => {
      const { label, detail } = completion;
      return {
        label: plainLabel(label),
        description: plainLabel(detail),
        alwaysShow: true,
        completion,
      };
    }),
  ];
}

/** The text with a completion in its place. */
export function completed(text: string, { insert, start, end }: QueryCompletionView): string {
  return text.slice(0, start) + insert + text.slice(end);
}

function meaning(text: string, { matches, total, explanation, isWrong }: QueryResult): QueryItem {
  if (text.trim() === '')
    return { label: `$(list-tree) Show all ${total} tasks`, alwaysShow: true };
  const detail = plainLabel(explanation);
  if (isWrong) return { label: '$(warning) This query cannot be read', detail, alwaysShow: true };
  const label = `$(filter) Show ${matches.length} of ${total} tasks`;
  return { label, detail, alwaysShow: true };
}
