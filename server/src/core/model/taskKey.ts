/** The identity of a task across files: an id is an id only within its own queue. */

/** `uri` and lower-case id, joined by a line feed, which neither can contain. */
export type TaskKey = string & { readonly taskKey: unique symbol };

/** The key of an id in whatever case, in the queue `uri`; the task need not exist. */
export function taskKeyOf(uri: string, id: string): TaskKey {
  return `${uri}\n${id.toLowerCase()}` as TaskKey;
}
