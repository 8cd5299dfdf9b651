/** The id of a task as a part of a path: what an id may hold and a path may not is a dash. */
export function documentName(taskId: string): string {
  return taskId.replace(/[^\w.-]+/g, '-');
}
