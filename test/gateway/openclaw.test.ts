/** The proof at the real OpenClaw gateway; the witness is the log of the stub model. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { describeBackend } from '../workers/backends/contract';
import { describeCommandLine } from './cases/commandLine';
import { describeCrashes } from './cases/crashes';
import { describeLosses } from './cases/losses';
import { describeRaces } from './cases/races';
import { describeRefusals } from './cases/refusals';
import { GatewayWorld } from './support/gatewayWorld';
import { inOwnNamespace, renamed } from './support/ownNamespace';
import { failing, slowly } from './support/stubModel';

let opened: GatewayWorld | undefined;
const world = () => {
  if (opened === undefined) throw new Error('The gateway was not started.');
  return opened;
};
beforeAll(async () => {
  opened = await GatewayWorld.open();
});
afterAll(() => opened?.close());

describeLosses(world);
describeRaces(world);
describeRefusals(world);
describeBackend(
  'openclaw, at a real gateway',
  {
    prompts: { finish: 'Say that you are done.', fail: failing.words, hang: slowly.words },
    runs: true,
    survivesRestart: true,
    keepsTranscript: true,
    refused: (request) => ({ ...request, model: 'no-such-model' }),
  },
  () => {
    const salt = randomUUID().slice(0, 8);
    return Promise.resolve({
      cwd: '/tmp',
      model: 'haiku',
      open: () => Promise.resolve(inOwnNamespace(world().backend(), salt)),
      starts: (identity) => world().settledCalls(renamed(identity, salt)),
      close: () => Promise.resolve(),
    });
  },
);
// The last ones: they restart the gateway.
describeCommandLine(world);
describeCrashes(world);
