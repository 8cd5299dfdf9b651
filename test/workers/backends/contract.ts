/**
 * What every back end must do, as one suite: each runs it on its own world (docs/how-to/add-a-back-end.md). The suite
 * never counts what a back end says about itself; `starts` asks the world how many workers there really were.
 */
import { describe } from 'vitest';
import type { BackendTraits, BackendWorld } from './backendTraits';
import { contractBench } from './contractBench';
import { describeEnds } from './contractEnds';
import { describeStarts } from './contractStarts';

/** `make` is called for each test. */
export function describeBackend(
  name: string,
  traits: BackendTraits,
  make: () => Promise<BackendWorld>,
): void {
  describe(`${name}, as every back end`, () => {
    const bench = contractBench(traits, make);
    describeStarts(traits, bench);
    describeEnds(traits, bench);
  });
}
