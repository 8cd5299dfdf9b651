/** Looking into a repository without changing or running anything of it: the port. */

/** What stands at a place in a repository. */
export type PlaceRead =
  | { readonly kind: 'file'; readonly bytes: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'nothing' }
  /** A link leads out of the repository; what it leads to is not looked at. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type ObjectRead =
  | { readonly kind: 'found' }
  | { readonly kind: 'nothing' }
  /** No repository, not all of its history, no git, no answer in time. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface OpenRepository {
  /** Real path of the folder. */
  readonly root: string;
  /** `path` is relative, without `..`; it is taken literally. */
  place(path: string): Promise<PlaceRead>;
  commit(hash: string): Promise<ObjectRead>;
  /** Whether the file stands in that commit. */
  inCommit(hash: string, path: string): Promise<ObjectRead>;
}

export interface Repositories {
  /** An absolute folder, or one below `~`; a sentence where it cannot be looked into. */
  open(folder: string): Promise<OpenRepository | string>;
}
