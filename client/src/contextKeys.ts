/** Context keys for `when` clauses in package.json, set only when they change. */
import * as vscode from 'vscode';

export interface ContextKeys {
  'proactiveJobs.hasQueue': boolean;
  'proactiveJobs.scanning': boolean;
  'proactiveJobs.isFiltered': boolean;
  'proactiveJobs.serverState': string;
}

const known = new Map<string, boolean | string>();

/** Sets a key, unless it has that value already. */
export function setContextKey<Key extends keyof ContextKeys>(
  key: Key,
  value: ContextKeys[Key],
): void {
  if (known.get(key) === value) return;
  known.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
