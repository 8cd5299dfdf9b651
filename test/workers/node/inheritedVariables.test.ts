import { expect, test } from 'vitest';
import { inheritedVariables } from '../../../server/src/workers/node/inheritedVariables';

test('the token of the gateway is for no worker to see, however its name is written', () => {
  const variables = { PATH: '/bin', OPENCLAW_GATEWAY_TOKEN: 'a', Openclaw_Gateway_Token: 'b' };
  expect(inheritedVariables({ ...variables, ELECTRON_RUN_AS_NODE: '1' })).toEqual({ PATH: '/bin' });
});
