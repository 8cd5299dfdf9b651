/** From the settings a person knows to what the session and the core work with. */
import { readLifecycle } from '../core/lifecycle/readLifecycle';
import { defaultOptions, type CoreOptions } from '../core/options';
import type { Settings } from '../protocol/settings';
import type { WorkersConfig } from '../workers/workersConfig';
import type { ScopeConfig } from './sessionConfig';
import { zoneOffset } from './zoneOffset';

/**
 * What holds for all queues together. The zone counts with its offset at `now`, which `inZoneAt` keeps up to date; times
 * of the other half of the year, where there is summer time, are therefore read an hour off.
 */
export function toCoreOptions(settings: Settings, now: number): CoreOptions {
  return {
    ...defaultOptions,
    defaultSlots: settings.slots.default,
    softDoneMeetsDependency: settings.dependencies.softDoneMeets,
    lifecycle: readLifecycle(settings.lifecycle).lifecycle,
    staleInProgressHours: settings.stale.inProgressHours,
    noLifeSignMinutes: settings.workers.noLifeSignMinutes,
    proofOfLifeMinutes: settings.workers.proofOfLifeMinutes,
    validationOverdueHours: settings.validation.overdueHours,
    models: settings.models,
    localOffsetMinutes: zoneOffset(settings.time.zone, now),
  };
}

/** What may differ between folders. `hidden` are globs that the editor hides anyway. */
export function toScopeConfig(settings: Settings, hidden: readonly string[] = []): ScopeConfig {
  return {
    globs: { include: settings.queue.files, exclude: [...settings.queue.exclude, ...hidden] },
    readsRunFiles: settings.workspaceChecks.enabled,
    spawnQueue: settings.spawnQueue.folder,
    severityOf: (code) => {
      const setting = settings.rules[code];
      return setting === 'default' ? undefined : setting;
    },
  };
}

/** How the workers of a folder are run. Empty settings mean what the product brings along. */
export function toWorkersConfig(settings: Settings): WorkersConfig {
  const { workers, openclaw, process, spawnQueue, acp } = settings;
  return {
    backend: workers.backend,
    maxConcurrent: workers.maxConcurrent,
    startGraceSeconds: workers.startGraceSeconds,
    runTimeoutMinutes: workers.runTimeoutMinutes,
    models: workers.models,
    promptTemplate: filled(workers.promptTemplate),
    openclaw,
    process: {
      ...process,
      command: filled(process.command),
      args: process.args ?? undefined,
    },
    queue: { folder: spawnQueue.folder },
    acp: { command: filled(acp.command), args: acp.args },
  };
}

function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
