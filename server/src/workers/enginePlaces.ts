/** Where the engine keeps what windows, command line and server share (design index, note 8). Paths of the workspace. */
export interface EnginePlaces {
  /** What only the engine writes; git ignores all of it. */
  readonly own: string;
  readonly ignore: string;
  readonly workspace: string;
  readonly ledger: string;
  readonly leases: string;
  /** Where the file queue keeps what nobody has taken yet. */
  readonly requests: string;
  /** Requests that somebody has taken; what the engine takes bears its name. */
  readonly processing: string;
  /** Where its answers are. */
  readonly responses: string;
  /** Requests that were answered. */
  readonly archive: string;
}

/** `root` is the folder of the file queue, relative and with `/`, as the settings are read. */
export function enginePlacesOf(root: string): EnginePlaces {
  const own = `${root}/.proactive-jobs`;
  return {
    own,
    ignore: `${own}/.gitignore`,
    workspace: `${own}/workspace.json`,
    ledger: `${own}/ledger.jsonl`,
    leases: `${own}/leases`,
    requests: `${root}/requests`,
    processing: `${root}/processing`,
    responses: `${root}/responses`,
    archive: `${root}/archive`,
  };
}
