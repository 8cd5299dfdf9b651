// docs/how-to/run-workers-from-the-command-line.md against the code: nothing of the settings and places is missing.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  configField,
  configFields,
  type ConfigPath,
} from '../../server/src/cli/workers/configFields';
import { promptParameters } from '../../server/src/core/prompt/promptParameter';
import { longestPrompt } from '../../server/src/core/prompt/renderPrompt';

const page = readFileSync(
  new URL('../../docs/how-to/run-workers-from-the-command-line.md', import.meta.url),
  'utf8',
);
const rows = page.split('\n').filter((line) => line.startsWith('|'));

const paths = Object.keys(configFields) as ConfigPath[];

test.each(paths)('the page says where %s can be set', (path) => {
  const row = rows.find((line) => line.startsWith(`| \`${path}\``)) ?? '';
  const { variable, flag } = configField(path);
  expect(/PROACTIVE_JOBS_\w+/.exec(row)?.[0]).toBe(variable);
  if (flag !== undefined) expect(row).toMatch(new RegExp(`\`--${flag}[\`=]`));
});

test('the setting of the template names no place that there is not', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const [, setting = ''] = manifest.split('"proactiveJobs.workers.promptTemplate": {');
  const description = /"markdownDescription": "(.*)"/.exec(setting)?.[1] ?? '';
  const named = [...description.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !promptParameters.some((known) => known === name))).toEqual([]);
});

test('the page explains every place of a template', () => {
  const explained = rows.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(promptParameters.filter((name) => !explained.includes(name))).toEqual([]);
  expect(page).toContain(`at most ${longestPrompt.toLocaleString('en')} characters`);
});
