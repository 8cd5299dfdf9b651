/** What a menu hands to a command. */
import type { QueueNode } from './queueNode';

/** True for a node of our tree. */
export function isQueueNode(value: unknown): value is QueueNode {
  return (
    typeof value === 'object' && value !== null && 'target' in value && 'contextValue' in value
  );
}
