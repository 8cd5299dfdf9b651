/** Hands the server, of the settings that are for the user of this machine, only what that user has set. */
import * as vscode from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';
import { machineSettings } from '../../../server/src/protocol/settings';

const section = 'proactiveJobs';

/** What the user has set, or the default: never what a workspace says. */
export function machineSetting<T>(name: (typeof machineSettings)[number]): T | undefined {
  const found = vscode.workspace.getConfiguration(section).inspect<T>(name);
  return found?.globalValue ?? found?.defaultValue;
}

/** Answers `workspace/configuration`. VS Code leaves such values of a workspace out, too; this is the second lock. */
export const configurationMiddleware: ConfigurationMiddleware = {
  async configuration(params, token, next) {
    const answers = await next(params, token);
    if (!Array.isArray(answers)) return answers;
    return (answers as unknown[]).map((answer, at) =>
      params.items[at]?.section === section ? withMachineSettings(answer) : answer,
    );
  },
};

function withMachineSettings(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const settings = structuredClone(answer) as Record<string, Record<string, unknown>>;
  for (const name of machineSettings) {
    const [group = '', key = ''] = name.split('.');
    settings[group] = { ...settings[group], [key]: machineSetting(name) ?? null };
  }
  return settings;
}
