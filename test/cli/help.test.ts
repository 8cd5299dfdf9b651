import { expect, test } from 'vitest';
import { commandNames, commandWords } from '../../server/src/cli/commandTable';
import { optionTable } from '../../server/src/cli/optionTable';
import {
  configField,
  configFields,
  type ConfigPath,
} from '../../server/src/cli/workers/configFields';
import { runInMemory } from '../support/memoryCli';

test.each([['--help'], ['-h'], ['help'], ['help', 'help'], ['help', '--help']])(
  '%s gives every command in a line',
  async (...argv) => {
    const { out, status, err } = await runInMemory({}, argv);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const lines = out.split('\n');
    for (const name of commandNames)
      expect(lines.filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1);
    expect(lines.length).toBeLessThan(30);
    expect(out).not.toContain('--fail-on');
  },
);

test.each(commandNames)('%s --help tells what that command takes, and no other', async (name) => {
  const { out, status } = await runInMemory({}, [name, '--help']);
  expect(status).toBe(0);
  expect(await runInMemory({}, ['help', name])).toEqual({ status: 0, out, err: '' });
  const told = [...out.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, option]) => option);
  expect(told).toEqual([...commandWords(name).options]);
  for (const title of ['Usage', 'Options', 'Example', 'Exit status'])
    expect(out.split('\n')).toContain(title);
  expect(out).toContain(`  proactive-jobs ${commandWords(name).example}\n`);
  expect(out.split('\n').filter((line) => line.length > 92)).toEqual([]);
});

test('help of check, for people to read', async () => {
  const { out } = await runInMemory({}, ['check', '--help']);
  expect(out).toMatch(/^proactive-jobs check - report the problems/);
  expect(out).toContain('--format text|json|sarif ');
  expect(out).toContain('  1  findings at or above --fail-on\n');
  expect(out).not.toContain('--backend');
});

test('what concerns all commands about workers stands in the help of each', async () => {
  const { out } = await runInMemory({}, ['spawn', '--help']);
  expect(out).toContain('places such as ${taskId}');
  expect(out).toContain('OPENCLAW_GATEWAY_TOKEN');
  expect(out).toContain('Nothing of it is ever read from the workspace.');
  expect(out).toContain('  3  nobody can tell whether the worker has started');
});

test('every flag that says how workers are run is an option of each command about them', () => {
  const paths = Object.keys(configFields) as ConfigPath[];
  for (const { flag, isList = false } of paths.map(configField)) {
    if (flag === undefined) continue;
    const option = Object.entries(optionTable).find(([name]) => name === flag)?.[1];
    expect({ flag, isList: option !== undefined && 'multiple' in option }).toEqual({
      flag,
      isList,
    });
    expect(commandWords('workers').options).toContain(flag);
  }
});

test('an example of the help is understood', async () => {
  for (const name of commandNames) {
    const { example } = commandWords(name);
    const argv = [...example.matchAll(/'([^']*)'|(\S+)/g)].map(([word, quoted]) => quoted ?? word);
    const { err } = await runInMemory({ 'PROACTIVE-JOBS.md': '' }, argv);
    expect(err).not.toContain('Try: proactive-jobs');
  }
});
