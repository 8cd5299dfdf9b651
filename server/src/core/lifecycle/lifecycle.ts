/** The life of a task as configuration: which status follows which, who may set it, and what counts as done. */
import type { Status } from '../model/status';

export type KnownStatus = Exclude<Status, 'unknown'>;

export const roles = ['worker', 'coordinator', 'validator'] as const;
export type Role = (typeof roles)[number];

export interface Transition {
  readonly from: KnownStatus;
  readonly to: KnownStatus;
  readonly by: readonly Role[];
}

export interface Lifecycle {
  readonly transitions: readonly Transition[];
  /** What meets a dependency. */
  readonly done: readonly KnownStatus[];
  /** Finished by the worker's word, not yet accepted. */
  readonly soft: readonly KnownStatus[];
}

const anyone = roles;
const edges = (
  from: KnownStatus,
  to: Readonly<Partial<Record<KnownStatus, readonly Role[]>>>,
): readonly Transition[] =>
  Object.entries(to).map(([status, by]) => ({ from, to: status as KnownStatus, by }));

/** Workflow 2.1: a worker claims, the coordinator re-runs, the validator decides, the coordinator closes. */
export const defaultLifecycle: Lifecycle = {
  transitions: [
    ...edges('pending', {
      'in-progress': ['coordinator'],
      blocked: anyone,
      cancelled: ['coordinator'],
    }),
    ...edges('in-progress', {
      'needs-validation': ['worker', 'coordinator'],
      pending: ['coordinator'],
      failed: ['coordinator', 'validator'],
      blocked: anyone,
      cancelled: ['coordinator'],
    }),
    ...edges('needs-validation', {
      'self-validated': ['coordinator'],
      'in-progress': ['coordinator'],
      failed: ['coordinator', 'validator'],
      blocked: anyone,
      cancelled: ['coordinator'],
    }),
    ...edges('self-validated', { validated: ['validator'], failed: ['coordinator', 'validator'] }),
    ...edges('validated', { complete: ['coordinator'], failed: ['coordinator', 'validator'] }),
    ...edges('complete', { pending: ['coordinator'], failed: ['coordinator', 'validator'] }),
    ...edges('failed', {
      pending: ['coordinator'],
      'in-progress': ['coordinator'],
      cancelled: ['coordinator'],
    }),
    ...edges('blocked', {
      pending: ['coordinator'],
      'in-progress': ['coordinator'],
      cancelled: ['coordinator'],
    }),
    ...edges('cancelled', { pending: ['coordinator'] }),
  ],
  done: ['complete', 'validated'],
  soft: ['self-validated', 'needs-validation'],
};
