/** The identity of a task across files: an id is an id only within its own queue. */

/** `uri` and lower-case id, joined by a line feed, which neither can contain. */
export type TaskKey = string & { readonly taskKey: unique symbol };

/** The key of an id in whatever case, in the queue `uri`; the task need not exist. */
export function taskKeyOf(uri: string, id: string): TaskKey {
  return `${uri}\n${id.toLowerCase()}` as TaskKey;
}

/** The id in a key, in lower case: for a task that no queue declares any more. One that is declared says its id itself. */
export function idInKey(key: string): string {
  return key.slice(key.indexOf('\n') + 1);
}

/** The uri of the queue in a key, whether or not it declares the task. */
export function queueInKey(key: string): string {
  return key.slice(0, key.indexOf('\n'));
}
