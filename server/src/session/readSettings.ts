/** Settings from the outside, made true to their type. What is wrong is left at its default, and said. */
import { defaultLifecycle } from '../core/lifecycle/lifecycle';
import { readLifecycle } from '../core/lifecycle/readLifecycle';
import { ruleCodes } from '../core/rules/ruleCode';
import { defaultSettings, type SeveritySetting, type Settings } from '../protocol/settings';
import { staysInside } from '../workspace/queueGlobs';
import { readWorkerSettings } from './readWorkerSettings';
import { amount, count, names, record, textsByName, truth, type PickSetting } from './settingKinds';
import { zoneOffset } from './zoneOffset';

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that was not used. */
  readonly problems: readonly string[];
}

const severities: readonly SeveritySetting[] = [
  'default',
  'off',
  'hint',
  'information',
  'warning',
  'error',
];

/** Reads the section `proactiveJobs`, as an editor hands it over. */
export function readSettings(value: unknown): ReadSettings {
  const problems: string[] = [];
  const root = record(value);
  const pick: PickSetting = (path, otherwise, expected, read) => {
    const given = record(root[path[0]])[path[1]];
    if (given === undefined || given === null) return otherwise;
    const result = read(given);
    if (result !== undefined) return result;
    problems.push(
      `proactiveJobs.${path.join('.')} is ${JSON.stringify(given)}, but should be ${expected}. Using ${JSON.stringify(otherwise)}.`,
    );
    return otherwise;
  };
  const d = defaultSettings;
  const settings: Settings = {
    queue: {
      files: pick(
        ['queue', 'files'],
        d.queue.files,
        'a list of globs inside the workspace folder',
        (v) => (names(v)?.every(staysInside) === true ? names(v) : undefined),
      ),
      exclude: pick(['queue', 'exclude'], d.queue.exclude, 'a list of globs', names),
    },
    slots: {
      default: pick(['slots', 'default'], d.slots.default, 'a whole number, 0 or more', count),
    },
    dependencies: {
      softDoneMeets: pick(
        ['dependencies', 'softDoneMeets'],
        d.dependencies.softDoneMeets,
        'true or false',
        truth,
      ),
    },
    stale: {
      inProgressHours: pick(
        ['stale', 'inProgressHours'],
        d.stale.inProgressHours,
        'a number of hours, 0 or more',
        amount,
      ),
    },
    ...readWorkerSettings(pick),
    workspaceChecks: {
      enabled: pick(
        ['workspaceChecks', 'enabled'],
        d.workspaceChecks.enabled,
        'true or false',
        truth,
      ),
    },
    validation: {
      overdueHours: pick(
        ['validation', 'overdueHours'],
        d.validation.overdueHours,
        'a number of hours, 0 or more',
        amount,
      ),
    },
    lifecycle: lifecycleOf(root['lifecycle'], problems),
    projects: projectsOf(root['projects'], problems),
    models: {
      known: pick(
        ['models', 'known'],
        d.models.known,
        'an object that names the id of each model, such as {"sonnet": "claude-sonnet-4-20250514"}',
        textsByName,
      ),
      denied: pick(['models', 'denied'], d.models.denied, 'a list of model names', names),
    },
    time: {
      zone: pick(
        ['time', 'zone'],
        d.time.zone,
        '"local", "UTC", an offset such as "-05:00" or a name such as "America/New_York"',
        (v) => (typeof v === 'string' && zoneOffset(v, 0) !== undefined ? v : undefined),
      ),
    },
    rules: readRules(record(root['rules']), problems),
  };
  return { settings, problems };
}

function readRules(
  given: Readonly<Record<string, unknown>>,
  problems: string[],
): Settings['rules'] {
  const codes = new Set<string>(ruleCodes);
  const rules: Record<string, SeveritySetting> = {};
  for (const [code, value] of Object.entries(given)) {
    const severity = severities.find((s) => s === value);
    if (!codes.has(code)) problems.push(`proactiveJobs.rules.${code}: there is no such rule.`);
    else if (severity !== undefined) rules[code] = severity;
    else {
      problems.push(
        `proactiveJobs.rules.${code} is ${JSON.stringify(value)}, but should be one of ${severities.join(', ')}.`,
      );
    }
  }
  return rules;
}

/** What is wrong in one part leaves the others as they are given. */
function lifecycleOf(given: unknown, problems: string[]): Settings['lifecycle'] {
  const { lifecycle, problems: wrong } = readLifecycle(given);
  problems.push(...wrong.map((why) => `proactiveJobs.lifecycle: ${why}`));
  const isOwn = lifecycle.transitions !== defaultLifecycle.transitions;
  return { ...lifecycle, transitions: isOwn ? lifecycle.transitions : [] };
}

/** Only absolute folders and those below `~`: what is relative would depend on which folder happens to be open. */
function projectsOf(given: unknown, problems: string[]): Settings['projects'] {
  if (given === undefined || given === null) return defaultSettings.projects;
  const folders = Object.entries(textsByName(given) ?? {});
  const good = folders.filter(([, folder]) =>
    /^(?:[/\\]|~(?:[/\\]|$)|[A-Za-z]:[/\\])/.test(folder),
  );
  if (textsByName(given) === undefined || good.length < folders.length) {
    problems.push(
      `proactiveJobs.projects is ${JSON.stringify(given)}, but should name an absolute folder, or one below ~, for each project. Using those that do.`,
    );
  }
  return Object.fromEntries(good);
}
