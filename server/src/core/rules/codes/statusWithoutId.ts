/** status-without-id: a section with a Status but without an id of its own: probably a task nobody can refer to. */
import { idAtStart } from '../../dialect/taskId';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const statusWithoutId = defineRule({
  code: 'status-without-id',
  severity: 'hint',
  *check(_state, document) {
    for (const { code, span, detail = '' } of document.problems) {
      if (code !== 'status-without-id') continue;
      const id = idAtStart(detail);
      yield {
        span,
        message:
          id === undefined
            ? `${quote(detail)} has a Status but no id, so it is no task. Start the heading with one: \`### my-task-1: Title\`.`
            : `${quote(detail)} reads as a note on ${quote(id)}, not as a task. If it is one, put a colon behind the id.`,
      };
    }
  },
});
