import { expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/protocol/settings';
import { readSettings } from '../../server/src/session/readSettings';
import { toCoreOptions, toScopeConfig } from '../../server/src/session/toConfig';

test('nothing, and nonsense, gives the defaults', () => {
  for (const value of [undefined, null, 3, 'x', [], {}]) {
    expect(readSettings(value)).toEqual({ settings: defaultSettings, problems: [] });
  }
});

test('good values are taken', () => {
  const { settings, problems } = readSettings({
    queue: { files: ['jobs/*.md'], exclude: [] },
    slots: { default: 5 },
    dependencies: { softDoneMeets: true },
    stale: { inProgressHours: 1.5 },
    workers: { noLifeSignMinutes: 45, proofOfLifeMinutes: 2 },
    workspaceChecks: { enabled: false },
    validation: { overdueHours: 12 },
    lifecycle: { transitions: [], done: ['Validated'], soft: ['complete'] },
    models: { known: { sonnet: 'claude-sonnet-4-20250514' }, denied: ['haiku'] },
    projects: { shop: '~/projects/shop', mill: '/srv/mill' },
    time: { zone: '-05:00' },
    rules: { 'duplicate-id': 'off', mojibake: 'default' },
  });
  expect(problems).toEqual([]);
  expect(toCoreOptions(settings, 0)).toMatchObject({
    defaultSlots: 5,
    softDoneMeetsDependency: true,
    staleInProgressHours: 1.5,
    noLifeSignMinutes: 45,
    proofOfLifeMinutes: 2,
    idleGraceMinutes: 15,
    validationOverdueHours: 12,
    lifecycle: { done: ['validated'], soft: ['complete'] },
    models: { known: { sonnet: 'claude-sonnet-4-20250514' }, denied: ['haiku'] },
    localOffsetMinutes: -300,
  });
  expect(settings.projects).toEqual({ shop: '~/projects/shop', mill: '/srv/mill' });
  const scope = toScopeConfig(settings, ['**/hidden']);
  expect(scope.globs).toEqual({ include: ['jobs/*.md'], exclude: ['**/hidden'] });
  expect(scope.readsRunFiles).toBe(false);
  expect(toScopeConfig(defaultSettings).readsRunFiles).toBe(true);
  expect(scope.severityOf('duplicate-id')).toBe('off');
  expect(scope.severityOf('mojibake')).toBeUndefined();
  expect(scope.severityOf('ts-future')).toBeUndefined();
});

test('each bad value is left at its default, and said with what would be right', () => {
  const { settings, problems } = readSettings({
    queue: { files: ['../elsewhere/*.md'], exclude: 'x' },
    slots: { default: -1 },
    dependencies: { softDoneMeets: 'yes' },
    stale: { inProgressHours: 'six' },
    workers: { noLifeSignMinutes: -5, proofOfLifeMinutes: '5' },
    workspaceChecks: { enabled: 1 },
    validation: { overdueHours: -1 },
    lifecycle: { done: ['purple'] },
    models: { known: ['sonnet'], denied: 'haiku' },
    projects: { shop: 'projects/shop' },
    time: { zone: 'Nowhere/Land' },
    rules: { 'duplicate-id': 'loud', 'no-such-rule': 'error' },
  });
  expect(settings).toEqual(defaultSettings);
  expect(problems).toHaveLength(16);
  expect(problems).toContain(
    'proactiveJobs.slots.default is -1, but should be a whole number, 0 or more. Using 2.',
  );
  expect(problems).toContain('proactiveJobs.rules.no-such-rule: there is no such rule.');
});
