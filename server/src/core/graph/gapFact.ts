/** What is wrong with a part of a dependency that names no task. */
import type { Gap } from '../index/resolution';

/** A clause such as `no queue has Phase 9`, plain text without an end. */
export function gapFact({ name, why }: Gap): string {
  switch (why) {
    case 'missing':
      return `no queue has ${name}`;
    case 'empty':
      return `${name} has no tasks and is not marked as done`;
    case 'own':
      return 'nothing but the task itself belongs to it';
    case 'between':
      return `${name} is no series`;
  }
}
