import type { Finding } from '../../server/src/core/rules/finding';
import type { QueueState } from '../../server/src/core/state';
import { findingsOf } from './checkedQueue';
import { uriOf } from './workspace';

/** The cycle findings of one queue. */
export function cyclesIn(state: QueueState, name: string): readonly Finding[] {
  const document = state.documents.get(uriOf(name));
  if (!document) throw new Error(`There is no queue ${name}`);
  return findingsOf(state, document).filter((f) => f.code === 'dependency-cycle');
}
