/** orphan-heartbeat: a heartbeat of a task that is not in progress, or one that says it is over. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const orphanHeartbeat = defineRule({
  code: 'orphan-heartbeat',
  severity: 'information',
  *checkFile(state, file) {
    const found = state.runs.heartbeats.find((h) => h.file.uri === file.uri);
    if (!found || found.heartbeat.reading === 'unreadable' || state.documents.size === 0) return;
    const id = quote(found.heartbeat.taskId);
    const task = found.key === undefined ? undefined : state.index.tasks.get(found.key);
    const span = { start: 0, end: Math.min(file.text.length, lineEnd(file.text)) };
    if (found.heartbeat.status === 'completed')
      yield {
        span,
        message: `The worker of ${id} says it is finished but left its heartbeat. Delete this file once the result is recorded.`,
      };
    else if (found.keys.length > 1) return;
    else if (!task)
      yield {
        span,
        message: `No queue declares ${id}. Delete this heartbeat, or add the task it is for.`,
      };
    else if (task.status !== 'in-progress')
      yield {
        span,
        message: `${id} is ${task.status}, but a heartbeat of it stands here. Delete it, or correct the task's status.`,
      };
  },
});

function lineEnd(text: string): number {
  return /[\r\n]/.exec(text)?.index ?? text.length;
}
