import { afterAll, beforeAll } from 'vitest';
import { type AgentPrograms, agentPrograms, agentWorld } from '../support/agentWorld';
import { describeBackend } from './contract';

let programs: AgentPrograms;
beforeAll(async () => {
  programs = await agentPrograms();
});
afterAll(() => programs.remove());

for (const preset of ['claude', 'codex'] as const)
  describeBackend(
    `processes of ${preset}`,
    {
      prompts: { finish: '[[finish]]', fail: '[[fail]]', hang: '[[hang]]' },
      runs: true,
      survivesRestart: true,
      keepsTranscript: true,
      refused: (request) => ({ ...request, cwd: `${request.cwd}/nowhere` }),
    },
    async () => {
      const world = await agentWorld(programs, preset);
      return {
        cwd: world.cwd,
        model: 'haiku',
        open: () => Promise.resolve(world.open()),
        starts: async ({ attemptId }) =>
          (await world.starts()).filter(({ prompt }) => prompt.includes(`This is ${attemptId}.`))
            .length,
        close: () => world.close(),
      };
    },
  );
