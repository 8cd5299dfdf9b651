/** Exit statuses of the commands about workers, as documented in the help. */
export const workerExit = {
  /** Done, or there already. */
  done: 0,
  /** Refused, or provably not done. */
  refused: 1,
  /** Wrong usage, or what is needed cannot be read. */
  unusable: 2,
  /** Nobody can tell whether it has started. */
  unknown: 3,
} as const;
