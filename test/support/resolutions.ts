import type { Resolution } from '../../server/src/core/index/resolution';
import { shown } from './workspace';

/** `exact a#x-1`, `ambiguous a#x-1 a#x-2`, `phase: …; missing Phase 9`, `unresolved`, `text`. */
export function told(resolution: Resolution | undefined): string {
  switch (resolution?.kind) {
    case 'task':
      return `${resolution.how} ${shown([resolution.target]).join()}`;
    case 'group':
      return [
        `${resolution.how}: ${shown(resolution.targets).join(' ')}`,
        ...(resolution.gaps ?? []).map(({ name, why }) =>
          why === 'between' ? why : `${why} ${name}`,
        ),
      ].join('; ');
    case 'ambiguous':
      return `ambiguous: ${shown(resolution.targets).join(' ')}`;
    case 'unresolved':
      return 'unresolved';
    case 'text':
      return 'text';
    case undefined:
      return 'nothing';
  }
}
