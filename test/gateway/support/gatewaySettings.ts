import { join } from 'node:path';

/** The least that the gateway needs (workers.md 2), with nothing of the user's merged in. */
export function gatewaySettings(is: {
  readonly home: string;
  readonly port: number;
  readonly token: string;
  readonly modelPort: number;
}): object {
  return {
    gateway: {
      mode: 'local',
      bind: 'loopback',
      port: is.port,
      auth: { mode: 'token', token: is.token },
      controlUi: { enabled: false },
    },
    discovery: { mdns: { mode: 'off' } },
    plugins: { enabled: false },
    logging: { file: join(is.home, 'gateway.log') },
    models: {
      mode: 'replace',
      providers: {
        stub: {
          baseUrl: `http://127.0.0.1:${is.modelPort}/v1`,
          apiKey: 'none',
          api: 'openai-completions',
          models: [stubModel('haiku', 'Haiku')],
        },
      },
    },
    agents: {
      defaults: {
        workspace: join(is.home, 'workspace'),
        skipBootstrap: true,
        model: { primary: 'stub/haiku' },
        models: { 'stub/haiku': { alias: 'Haiku' } },
      },
    },
  };
}

function stubModel(id: string, name: string): object {
  const cost = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  return {
    ...{ id, name, cost, reasoning: false, input: ['text'] },
    ...{ contextWindow: 128_000, maxTokens: 4096 },
  };
}
