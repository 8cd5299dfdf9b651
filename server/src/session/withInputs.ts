/** The core with what was found out elsewhere among its inputs. */
import type { VerifiedFile } from '../core/claims/claim';
import type { Engine } from './engine';

/** `verifications`, by uri of the progress file, are asked for each picture. */
export function withVerifications(
  engine: Engine,
  verifications: () => ReadonlyMap<string, VerifiedFile>,
): Engine {
  return {
    ...engine,
    deriveState: (input, previous) =>
      engine.deriveState({ ...input, verifications: verifications() }, previous),
  };
}
