import type { AgentPreset } from './agentPreset';

/** Any program: it gets its words as settings say, prints what it likes, and its exit code decides. */
export const custom: AgentPreset = {
  id: 'custom',
  program: undefined,
  remedy:
    'Set proactiveJobs.process.command to the program, as an absolute path or a name on PATH.',
  takesSessionId: false,
  readsStdin: true,
  endsBy: 'exit',
  output: 'plain',
  argumentsFor: ({ prompt }) => (prompt === undefined ? [] : [prompt]),
  read: () => [],
};
