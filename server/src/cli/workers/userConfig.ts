/** How workers are run, from the user's file, the environment and the flags. */
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { defaultWorkersConfig, type WorkersConfig } from '../../workers/workersConfig';
import type { Files } from '../../workspace/ports';
import { configField, configFields, isConfigPath, type ConfigPath } from './configFields';

export type Variables = Readonly<Record<string, string | undefined>>;

export interface ConfigSources {
  readonly flags: ReadonlyMap<ConfigPath, unknown>;
  readonly variables: Variables;
  /** The user's own folder. */
  readonly home: string;
  readonly files: Files;
}

export type UserConfig =
  | {
      readonly kind: 'config';
      readonly config: WorkersConfig;
      readonly projects: Readonly<Record<string, string>>;
    }
  /** A sentence: what is wrong, then what would be right. */
  | { readonly kind: 'wrong'; readonly why: string };

class WrongConfig extends Error {}

const longestFile = 256 * 1024;

/** Where the user's file is looked for: `$XDG_CONFIG_HOME`, which counts only when absolute, else `~/.config`. */
function userConfigPath({ variables, home }: Pick<ConfigSources, 'variables' | 'home'>): string {
  const base = variables['XDG_CONFIG_HOME'];
  const isAbsolute = base !== undefined && /^(?:\/|[A-Za-z]:[\\/])/.test(base);
  return join(isAbsolute ? base : join(home, '.config'), 'proactive-jobs', 'config.json');
}

/** The defaults where nobody says anything; the first thing that is wrong otherwise. */
export async function readUserConfig(sources: ConfigSources): Promise<UserConfig> {
  const path = userConfigPath(sources);
  try {
    const { values, projects } = await readUserFile(path, sources.files);
    const pick = <T>(name: ConfigPath, otherwise: T): T => {
      const { variable, flag, read, expected } = configField(name);
      const fromVariable = variable && sources.variables[variable];
      const given: readonly (readonly [string, unknown])[] = [
        [`--${flag ?? ''}`, sources.flags.get(name)],
        [variable ?? '', fromVariable === '' ? undefined : fromVariable],
        [`"${name}" in ${path}`, values.get(name)],
      ];
      const [where, value] = given.find(([, said]) => said !== undefined) ?? [];
      if (where === undefined) return otherwise;
      const right = read(value);
      if (right !== undefined) return right as T;
      throw new WrongConfig(`${where} is ${shown(value)}. It should be ${expected}.`);
    };
    return { kind: 'config', config: configOf(pick), projects };
  } catch (error) {
    if (error instanceof WrongConfig) return { kind: 'wrong', why: error.message };
    throw error;
  }
}

function configOf(pick: <T>(name: ConfigPath, otherwise: T) => T): WorkersConfig {
  const d = defaultWorkersConfig;
  return {
    backend: pick('backend', d.backend),
    maxConcurrent: pick('maxConcurrent', d.maxConcurrent),
    startGraceSeconds: pick('startGraceSeconds', d.startGraceSeconds),
    runTimeoutMinutes: pick('runTimeoutMinutes', d.runTimeoutMinutes),
    models: pick('models', d.models),
    promptTemplate: pick('promptTemplate', d.promptTemplate),
    openclaw: {
      url: pick('openclaw.url', d.openclaw.url),
      agentId: pick('openclaw.agentId', d.openclaw.agentId),
      requestTimeoutSeconds: pick(
        'openclaw.requestTimeoutSeconds',
        d.openclaw.requestTimeoutSeconds,
      ),
    },
    process: {
      preset: pick('process.preset', d.process.preset),
      command: pick('process.command', d.process.command),
      args: pick('process.args', d.process.args),
      env: pick('process.env', d.process.env),
      permissionMode: pick('process.permissionMode', d.process.permissionMode),
    },
    queue: { folder: pick('queue.folder', d.queue.folder) },
    acp: d.acp,
  };
}

interface FileContent {
  readonly values: ReadonlyMap<ConfigPath, unknown>;
  readonly projects: Readonly<Record<string, string>>;
}

async function readUserFile(path: string, files: Files): Promise<FileContent> {
  const read = await files.read(URI.file(path).toString(), longestFile);
  if (read.kind === 'missing') return { values: new Map(), projects: {} };
  if (read.kind !== 'text')
    throw new WrongConfig(
      `${path} cannot be read: ${read.kind === 'directory' ? 'it is a folder' : read.reason}.`,
    );
  const value = parsed(read.text.replace(/^\ufeff/, ''), path);
  const values = new Map<ConfigPath, unknown>();
  let projects: Readonly<Record<string, string>> = {};
  for (const [name, inner] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (/token|secret|password/i.test(name)) throw noSecrets(path, name);
    if (name === 'projects') {
      projects = configFields.models.read(inner) ?? wrongProjects(path);
      continue;
    }
    if (isConfigPath(name)) values.set(name, inner);
    else if (isSection(name) && typeof inner === 'object' && inner !== null)
      for (const [key, entry] of Object.entries(inner as Readonly<Record<string, unknown>>)) {
        if (/token|secret|password/i.test(key)) throw noSecrets(path, `${name}.${key}`);
        if (!isConfigPath(`${name}.${key}`)) throw unknownName(path, `${name}.${key}`);
        values.set(`${name}.${key}` as ConfigPath, entry);
      }
    else throw unknownName(path, name);
  }
  return { values, projects };
}

function parsed(text: string, path: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongConfig(`${path} is not valid JSON: ${why}.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new WrongConfig(`${path} should hold an object, such as {"backend": "queue"}.`);
}

function isSection(name: string): boolean {
  return Object.keys(configFields).some((path) => path.startsWith(`${name}.`));
}

function unknownName(path: string, name: string): WrongConfig {
  return new WrongConfig(
    `${path} says "${name}", which is not known. Known are: ${Object.keys(configFields).join(', ')}, projects.`,
  );
}

function wrongProjects(path: string): never {
  throw new WrongConfig(
    `"projects" in ${path} should be an object that gives each project its folder, such as {"radio": "~/radio"}.`,
  );
}

function noSecrets(path: string, name: string): WrongConfig {
  return new WrongConfig(
    `${path} says "${name}". Secrets do not belong into files: put the gateway's token into the variable OPENCLAW_GATEWAY_TOKEN.`,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
