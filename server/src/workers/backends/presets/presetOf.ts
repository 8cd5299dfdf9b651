import type { ProcessPreset } from '../../workersConfig';
import type { AgentPreset } from './agentPreset';
import { claude } from './claude';
import { codex } from './codex';
import { copilot } from './copilot';
import { custom } from './custom';
import { gemini } from './gemini';

const presets: Readonly<Record<ProcessPreset, AgentPreset>> = {
  claude,
  codex,
  gemini,
  copilot,
  custom,
};

/** The preset of that name; `custom` for a name of a later version, as a run's record may hold. */
export function presetOf(name: string): AgentPreset {
  return Object.entries(presets).find(([id]) => id === name)?.[1] ?? custom;
}
