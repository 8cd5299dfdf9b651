// Lines and leases that hold anything at all: every text gives an entry or a sentence, and no sound line is lost for it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptIdentityOf } from '../../../server/src/workers/attemptIdentity';
import { enginePlacesOf } from '../../../server/src/workers/enginePlaces';
import { readLedger } from '../../../server/src/workers/foldLedger';
import { readLease, takeLease } from '../../../server/src/workers/lease';
import { type LedgerActor, ledgerLine } from '../../../server/src/workers/ledgerEntry';
import { readLedgerLine } from '../../../server/src/workers/readLedgerLine';
import { checkProperty } from '../../support/properties';
import { MemoryWorkerFiles } from './support/memoryWorkerFiles';

const workspace = { id: '8d3f4f8e-6f6e-4a1c-9a53-0d6b5d9c1a10', name: 'shop' };
const identity = attemptIdentityOf(workspace, 'shop', 'p1-2-cart', 1);
const by: LedgerActor = { kind: 'editor', host: 'h', pid: 7, instance: 'a', mark: 'm' };
const line = ledgerLine({
  ...{ event: 'requested', at: 0, by, identity, queue: 'q.md', backend: 'process', model: 'opus' },
  ...{ sessionKey: 's', why: 'w', run: 'lost', seal: 'x', block: 'b', from: 'pending' },
  ...{ progressAt: 1, isSettled: true },
});
const record = JSON.parse(line) as Readonly<Record<string, unknown>>;

const problems: readonly (readonly [string, object, RegExp])[] = [
  ['no attempt', { identity: null }, /which attempt/],
  ['a list for an attempt', { identity: [identity] }, /which attempt/],
  ['a number that is a text', { identity: { ...identity, number: '1' } }, /which attempt/],
  ['a number below 1', { identity: { ...identity, number: 0 } }, /which attempt/],
  ['half a number', { identity: { ...identity, number: 1.5 } }, /which attempt/],
  ['a number that nobody reaches', { identity: { ...identity, number: 1e6 + 1 } }, /which attempt/],
  ['a path for a uuid', { identity: { ...identity, uuid: '../../x' } }, /which attempt/],
  ['an endless name', { identity: { ...identity, attemptId: 'x'.repeat(513) } }, /which attempt/],
  ['an endless task', { identity: { ...identity, taskId: 'x'.repeat(30_000) } }, /which attempt/],
  ['a prototype for an event', { event: 'constructor' }, /its event is none/],
  ['a number for a time', { at: 5 }, /its time cannot be read/],
  ['a time that is none', { at: '+999999-01-01' }, /its time cannot be read/],
  ['no writer', { by: 'me' }, /who wrote it/],
  ['a writer without a process', { by: { ...by, pid: 0 } }, /who wrote it/],
  ['a writer with a group of processes', { by: { ...by, pid: -1 } }, /who wrote it/],
  ['a writer of no kind', { by: { ...by, kind: 'toString' } }, /who wrote it/],
  ['no queue', { queue: {} }, /name its queue/],
  ['a version of a later program', { v: '1' }, /it has version "1"/],
];

describe('a line of the ledger', () => {
  test.each(problems)('with %s is passed over and said', (_, change, why) => {
    const text = `${JSON.stringify({ ...record, ...change })}\n${line}`;
    const reading = readLedger(text);
    expect(reading.problems).toEqual([expect.stringMatching(why)]);
    expect([...reading.attempts.values()]).toMatchObject([{ identity, state: 'requested' }]);
  });

  test.each([
    ['backend', 'constructor'],
    ['model', 5],
    ['sessionKey', {}],
    ['why', ['x']],
    ['run', 'x'.repeat(30_000)],
    ['seal', true],
    ['block', null],
    ['from', 0],
    ['progressAt', '1'],
    ['isSettled', 'yes'],
  ] as const)('whose %s is unreadable counts without it, and that is said', (name, value) => {
    const read = readLedgerLine(JSON.stringify({ ...record, [name]: value }));
    const whole = readLedgerLine(line);
    expect(whole).toMatchObject({ kind: 'entry', unread: [] });
    if (read.kind !== 'entry' || whole.kind !== 'entry') throw new Error('It is no entry.');
    expect(read.unread).toEqual([name]);
    const { [name]: left, ...rest } = whole.entry;
    expect(left).toBeDefined();
    expect(read.entry).toEqual(rest);
    const { problems } = readLedger(JSON.stringify({ ...record, [name]: value }));
    expect(problems).toEqual([
      `Line 1 of ledger.jsonl has something unreadable for ${name}; that was left out.`,
    ]);
  });

  test('with numbers that no clock and no process has', () => {
    const text = line
      .replace('"progressAt":1', '"progressAt":1e999')
      .replace('"pid":7', '"pid":1e999');
    expect(readLedger(text).problems).toEqual([expect.stringMatching(/who wrote it/)]);
  });

  test('with keys of a prototype changes no prototype', () => {
    const text = line.replace('{', '{"__proto__":{"why":"mine","isAdopted":true},');
    const [attempt] = [...readLedger(text).attempts.values()];
    expect(attempt).toMatchObject({ why: 'w', isAdopted: false });
    expect(({} as Record<string, unknown>)['why']).toBeUndefined();
  });

  test('reads its seal under the name that it had before', () => {
    const { seal, ...rest } = record;
    const read = readLedgerLine(JSON.stringify({ ...rest, promptHash: seal }));
    expect(read).toMatchObject({ kind: 'entry', entry: { seal: 'x' }, unread: [] });
  });

  test('of any content gives an entry or a sentence', () => {
    const names = [...Object.keys(record), 'promptHash', '__proto__', 'constructor'];
    const change = fc.array(fc.tuple(fc.constantFrom(...names), fc.jsonValue()), { maxLength: 4 });
    const spoilt = fc.oneof(
      fc.string(),
      fc.json(),
      change.map((changes) => JSON.stringify({ ...record, ...Object.fromEntries(changes) })),
    );
    checkProperty(
      'hostile lines',
      2_000,
      fc.property(spoilt, (text) => {
        const before = text.replaceAll('\n', ' ');
        const { attempts, problems } = readLedger(`${before}\n${line}`);
        expect(attempts.has(identity.uuid)).toBe(true);
        const read = readLedgerLine(before);
        const isSaid = before.trim() !== '' && (read.kind === 'problem' || read.unread.length > 0);
        expect(problems).toHaveLength(isSaid ? 1 : 0);
      }),
    );
  });
});

describe('a lease', () => {
  const places = enginePlacesOf('q');

  test.each([
    '',
    'null',
    '[]',
    '{"owner": null}',
    '{"owner": {"kind": "editor", "host": "h", "pid": "7", "instance": "a"}}',
    '{"owner": {"kind": "editor", "host": "h", "pid": 1e999, "instance": "a"}}',
    '{"owner": {"kind": "editor", "host": ["h"], "pid": 7, "instance": "a"}}',
    '{"__proto__": {"owner": {"kind": "editor", "host": "h", "pid": 7, "instance": "a"}}}',
  ])('that holds %s is damaged, and its number stays taken', async (text) => {
    const files = new MemoryWorkerFiles();
    expect(await readLease(files, places, identity)).toEqual({ kind: 'free' });
    await takeLease(files, places, identity, by, 0);
    expect(await readLease(files, places, identity)).toEqual({ kind: 'taken', owner: by });
    const [path = ''] = files.texts.keys();
    await files.replace(path, text);
    expect(await readLease(files, places, identity)).toEqual({ kind: 'damaged', path });
    expect(await takeLease(files, places, identity, by, 0)).toBe(false);
  });
});
