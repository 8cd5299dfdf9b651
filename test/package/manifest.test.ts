/** One fact, one place (invariant I9): what package.json says is what the code says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  semanticTokenModifiers,
  semanticTokenTypes,
} from '../../server/src/core/features/semanticTokens';
import { rules } from '../../server/src/core/rules/registry';
import { ruleCodes } from '../../server/src/core/rules/ruleCode';
import { commandIds } from '../../server/src/protocol/commandIds';
import { rulePage } from '../../server/src/protocol/rulePage';
import { defaultSettings, machineSettings } from '../../server/src/protocol/settings';
import { readSettings } from '../../server/src/session/readSettings';

interface SettingSchema {
  readonly type: string;
  readonly scope?: string;
  readonly order?: number;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription?: string;
}
interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
interface Manifest {
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<
    Record<
      'untrustedWorkspaces' | 'virtualWorkspaces',
      { supported: unknown; description: string; restrictedConfigurations?: readonly string[] }
    >
  >;
  readonly contributes: {
    readonly commands: readonly {
      command: string;
      title: string;
      category: string;
      enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsWelcome: readonly { view: string; when: string; contents: string }[];
    readonly semanticTokenTypes: readonly { id: string }[];
    readonly semanticTokenModifiers: readonly { id: string }[];
    readonly semanticTokenScopes: readonly {
      scopes: Readonly<Record<string, readonly string[]>>;
    }[];
    readonly viewsContainers: { activitybar: readonly { id: string; icon: string }[] };
    readonly configuration: readonly {
      title: string;
      order: number;
      properties: Readonly<Record<string, SettingSchema>>;
    }[];
  };
}

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;
const properties = Object.assign(
  {},
  ...contributes.configuration.map((section) => section.properties),
) as Readonly<Record<string, SettingSchema>>;

test('no key of the manifest is said twice: the second would silently replace the first', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  // Keys on one level of indentation, between the same two braces, as Prettier writes them.
  const open: { indent: number; keys: Set<string> }[] = [];
  const twice: string[] = [];
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
    const key = /^\s*("(?:[^"\\]|\\.)*"):/.exec(line)?.[1];
    if (key === undefined) continue;
    if (open.at(-1)?.indent !== indent) open.push({ indent, keys: new Set() });
    const keys = open.at(-1)?.keys;
    if (keys?.has(key)) twice.push(key);
    keys?.add(key);
  }
  expect(twice).toEqual([]);
});

test('every command of the code is contributed, and no other', () => {
  const contributed = contributes.commands.map(({ command }) => command).sort();
  expect(contributed).toEqual(Object.values<string>(commandIds).sort());
  for (const { category, title } of contributes.commands) {
    expect(category).toBe('Proactive Jobs');
    expect(title).toMatch(/^[A-Z]/);
  }
});

test('menus and welcome views name commands and views that exist', () => {
  const known = new Set([...Object.values<string>(commandIds), 'vscode.openFolder']);
  const views = new Set(
    Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id)),
  );
  for (const { command } of Object.values(contributes.menus).flat())
    expect(known).toContain(command);
  for (const { view, contents } of contributes.viewsWelcome) {
    expect(views).toContain(view);
    for (const [, command] of contents.matchAll(/\(command:([\w.]+)\)/g))
      expect(known).toContain(command);
  }
});

test('context keys in when clauses are those that the client sets', () => {
  const source = readFileSync(join(root, 'client/src/contextKeys.ts'), 'utf8');
  const conditions = [
    ...Object.values(contributes.menus).flatMap((items) => items.map(({ when }) => when ?? '')),
    ...contributes.viewsWelcome.map(({ when }) => when),
    ...contributes.commands.map(({ enablement }) => enablement ?? ''),
  ];
  const used = conditions.flatMap((text) => text.match(/proactiveJobs\.\w+/g) ?? []);
  for (const key of new Set(used)) {
    if (key !== 'proactiveJobs.queue') expect(source).toContain(`'${key}'`);
  }
});

test('every rule has a setting, which names its default and its page', () => {
  const settings = Object.keys(properties).filter((name) =>
    name.startsWith('proactiveJobs.rules.'),
  );
  expect(settings).toEqual(ruleCodes.map((code) => `proactiveJobs.rules.${code}`));
  const words = {
    error: 'an error',
    warning: 'a warning',
    information: 'information',
    hint: 'a hint',
    off: 'not reported',
  };
  for (const { code, severity } of rules) {
    const schema = properties[`proactiveJobs.rules.${code}`];
    expect(schema?.enum).toEqual(['default', 'off', 'hint', 'information', 'warning', 'error']);
    expect(schema?.default).toBe('default');
    expect(schema?.scope).toBe('resource');
    expect(schema?.markdownDescription).toContain(`By default ${words[severity]}.`);
    expect(schema?.markdownDescription).toContain(rulePage(code));
  }
});

test('the other settings are those that the server reads, with the same defaults', () => {
  const given: Record<string, Record<string, unknown>> = {};
  for (const [name, { default: value }] of Object.entries(properties)) {
    const [, section = '', key = ''] = name.split('.');
    if (key === '') given[section] = value as Record<string, unknown>;
    else if (section !== 'rules' && section !== 'trace') (given[section] ??= {})[key] = value;
  }
  const others = Object.fromEntries(
    Object.entries(defaultSettings).filter(([section]) => section !== 'rules'),
  );
  expect(given).toEqual(others);
  expect(readSettings(given)).toEqual({ settings: defaultSettings, problems: [] });
});

test('settings are described, ordered and scoped', () => {
  for (const { properties: section } of contributes.configuration) {
    const orders = Object.values(section).map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
    for (const [name, { markdownDescription, scope }] of Object.entries(section)) {
      expect(markdownDescription, name).toMatch(/\.$|\)$/);
      expect(['resource', 'window', 'machine-overridable', 'machine', 'application']).toContain(
        scope,
      );
    }
  }
});

test('what names an executable, an argument or an address is for the user of the machine alone', () => {
  const ofMachine = Object.entries(properties).filter(([, { scope }]) => scope === 'machine');
  const named = machineSettings.map((name) => `proactiveJobs.${name}`);
  expect(ofMachine.map(([name]) => name)).toEqual(named);
  const dangerous = /\.(?:command|args|env|url|preset|permissionMode|agentId)$/;
  for (const [name, { scope }] of Object.entries(properties))
    if (dangerous.test(name)) expect(scope, name).toBe('machine');
});

test('what else changes which worker runs, and where, counts in trusted workspaces only', () => {
  const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations ?? [];
  for (const name of restricted) expect(properties[name], name).toBeDefined();
  for (const name of ['backend', 'models', 'promptTemplate', 'maxConcurrent'])
    expect(restricted).toContain(`proactiveJobs.workers.${name}`);
  expect(restricted).toContain('proactiveJobs.spawnQueue.folder');
  expect(restricted).toContain('proactiveJobs.projects');
});

test('it starts for queues only, and works in Restricted Mode', () => {
  const ofQueues = defaultSettings.queue.files.map((glob) => `workspaceContains:${glob}`);
  expect(manifest.activationEvents).toEqual([...ofQueues, 'onLanguage:markdown']);
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
  expect(manifest.capabilities.virtualWorkspaces.supported).toBe(false);
  for (const { description } of Object.values(manifest.capabilities))
    expect(description).toMatch(/\.$/);
});

test('the files that it names are there', () => {
  for (const { icon } of contributes.viewsContainers.activitybar) {
    expect(existsSync(join(root, icon)), icon).toBe(true);
  }
  expect(manifest.main).toBe('./dist/client.js');
});

test('the words of the semantic tokens are contributed, with a colour each', () => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const { semanticTokenTypes: types, semanticTokenModifiers: modifiers } = contributes;
  expect(ids(types)).toEqual(semanticTokenTypes);
  // `declaration` is one of the editor's own.
  expect(['declaration', ...ids(modifiers)]).toEqual(semanticTokenModifiers);
  const scopes = Object.keys(contributes.semanticTokenScopes[0]?.scopes ?? {});
  for (const type of semanticTokenTypes) expect(scopes).toContain(type);
  for (const scope of scopes) {
    const [type, modifier] = scope.split('.');
    expect(semanticTokenTypes).toContain(type);
    if (modifier !== undefined) expect(semanticTokenModifiers).toContain(modifier);
  }
});
