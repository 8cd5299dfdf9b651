/** Where the engine keeps what windows, command line and server share (design index, note 8). Paths of the workspace. */

export interface EnginePlaces {
  /** What only the engine writes; git ignores all of it. */
  readonly own: string;
  readonly ignore: string;
  readonly workspace: string;
  readonly ledger: string;
  readonly leases: string;
  /** Requests that the engine has taken out of the file queue to run them itself. */
  readonly drained: string;
  /** Where the file queue keeps what nobody has taken yet. */
  readonly requests: string;
  /** Where its answers are. */
  readonly responses: string;
}

/** `queueFolder` as the setting names it: relative, with `/`. */
export function enginePlacesOf(queueFolder: string): EnginePlaces {
  const root = queueFolder.replace(/\\/g, '/').replace(/^\.\/|\/+$/g, '');
  const own = `${root}/.proactive-jobs`;
  return {
    own,
    ignore: `${own}/.gitignore`,
    workspace: `${own}/workspace.json`,
    ledger: `${own}/ledger.jsonl`,
    leases: `${own}/leases`,
    drained: `${own}/drained`,
    requests: `${root}/requests`,
    responses: `${root}/responses`,
  };
}
