import { describe, expect, test } from 'vitest';
import { isHeld } from '../../../server/src/workers/attempt';
import { attemptIdentityOf } from '../../../server/src/workers/attemptIdentity';
import { enginePlacesOf } from '../../../server/src/workers/enginePlaces';
import { attemptsAt, readLedger } from '../../../server/src/workers/foldLedger';
import { ledgerAt } from '../../../server/src/workers/ledger';
import {
  type LedgerActor,
  type LedgerEntry,
  type LedgerEvent,
  ledgerLine,
} from '../../../server/src/workers/ledgerEntry';
import { readLease, takeLease } from '../../../server/src/workers/lease';
import { MemoryWorkerFiles } from './support/memoryWorkerFiles';

const workspace = { id: '8d3f4f8e-6f6e-4a1c-9a53-0d6b5d9c1a10', name: 'shop' };
const identity = attemptIdentityOf(workspace, 'shop', 'p1-2-cart', 1);
const by: LedgerActor = { kind: 'editor', host: 'h', pid: 7, instance: 'a', mark: 'm' };
const path = 'q/.proactive-jobs/ledger.jsonl';

function entry(event: LedgerEvent, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return { event, at: Date.UTC(2026, 0, 1), by, identity, queue: 'PROACTIVE-JOBS.md', ...more };
}

function stateAfter(...events: readonly LedgerEvent[]): string | undefined {
  const text = events.map((event) => ledgerLine(entry(event))).join('');
  return readLedger(text).attempts.get(identity.uuid)?.state;
}

describe('the ledger', () => {
  test('gives back what was written', async () => {
    const ledger = ledgerAt(new MemoryWorkerFiles(), path);
    await ledger.append(entry('reserved', { from: 'pending', block: 'b' }));
    await ledger.append(entry('requested', { backend: 'process', model: 'opus' }));
    await ledger.append(entry('started', { sessionKey: 'key', isSettled: true }));
    const { attempts, problems } = await ledger.read();
    expect(problems).toEqual([]);
    expect(attempts.get(identity.uuid)).toMatchObject({
      ...{ identity, state: 'started', backend: 'process', model: 'opus', sessionKey: 'key' },
      ...{ from: 'pending', block: 'b', isSettled: true, isRecorded: false, position: 0 },
    });
  });

  test('a line that a crash cut off is said, and the next one is not swallowed', async () => {
    const files = new MemoryWorkerFiles();
    const ledger = ledgerAt(files, path);
    await ledger.append(entry('reserved'));
    await files.append(path, '{"v":1,"event":"requ');
    await ledger.append(entry('unknown', { why: 'nobody answered' }));
    const { attempts, problems } = await ledger.read();
    expect(attempts.get(identity.uuid)).toMatchObject({ state: 'unknown', why: 'nobody answered' });
    expect(problems).toEqual([
      `Line 2 of ${path} was passed over: it is no JSON object; it may have been cut off while it was written.`,
    ]);
  });

  test('read bit by bit says the same as read at once, also when it was cut off or put back', async () => {
    const files = new MemoryWorkerFiles();
    const ledger = ledgerAt(files, path);
    const steps: readonly (() => Promise<unknown>)[] = [
      () => ledger.append(entry('reserved')),
      () => files.append(path, ledgerLine(entry('requested')).slice(0, 60)),
      () => files.append(path, ledgerLine(entry('requested')).slice(60)),
      () => files.append(path, 'torn'),
      () => ledger.append(entry('started')),
      () => files.append(path, ledgerLine(entry('alive')).trim()),
      () => files.append(path, '\n'),
      () => files.replace(path, ledgerLine(entry('reserved'))),
      () => files.remove(path),
    ];
    const states: (string | undefined)[] = [];
    for (const step of steps) {
      await step();
      const reading = await ledger.read();
      expect(reading).toEqual(readLedger(files.texts.get(path) ?? '', path));
      states.push(reading.attempts.get(identity.uuid)?.state);
    }
    const requested = ['reserved', 'reserved', 'requested', 'requested'];
    expect(states).toEqual([...requested, 'started', 'alive', 'alive', 'reserved', undefined]);
  });

  test.each([
    ['nonsense', /no JSON object/],
    ['[1]', /no JSON object/],
    ['{"v":2}', /it has version 2; this program knows 1/],
    ['{"v":1,"event":"danced"}', /its event is none that we write/],
    ['{"v":1,"event":"started","at":"soon"}', /its time cannot be read/],
    ['{"v":1,"event":"started","at":"2026-01-01"}', /which attempt/],
    [
      JSON.stringify({ v: 1, event: 'started', at: '2026-01-01', identity }),
      /it does not say who wrote it/,
    ],
  ])('a foreign line is passed over and said: %s', (line, why) => {
    const { attempts, problems } = readLedger(`${line}\n${ledgerLine(entry('reserved'))}`);
    expect(attempts.size).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(why);
  });

  test.each<[string, readonly LedgerEvent[]]>([
    ['started', ['reserved', 'requested', 'unknown', 'started']],
    // What a second window writes late does not take back what is known.
    ['started', ['reserved', 'requested', 'started', 'unknown']],
    ['started', ['reserved', 'requested', 'started', 'failed']],
    ['alive', ['reserved', 'requested', 'alive', 'started']],
    ['ended', ['reserved', 'requested', 'ended', 'alive']],
    // A reservation can be taken back until it is followed by a request: the order of the two lines decides.
    ['failed', ['reserved', 'released', 'requested']],
    ['requested', ['reserved', 'requested', 'released']],
    ['failed', ['released', 'reserved']],
    ['closed', ['reserved', 'requested', 'unknown', 'closed', 'started']],
    ['started', ['reserved', 'requested', 'unknown', 'adopted']],
    // The beginning is missing: something may have been sent.
    ['unknown', ['recorded']],
  ])('the attempt is %s after %j', (state, events) => {
    expect(stateAfter(...events)).toBe(state);
  });

  test('an attempt that moves to another back end has to be answered again', () => {
    const text = [
      entry('reserved'),
      entry('requested', { backend: 'queue' }),
      entry('started', { isSettled: true }),
      entry('moved', { backend: 'process' }),
    ];
    const attempt = readLedger(text.map(ledgerLine).join('')).attempts.get(identity.uuid);
    expect(attempt).toMatchObject({ state: 'requested', backend: 'process', isSettled: false });
  });

  test('attempts at a task come by number, whatever letters its id is written in', () => {
    const second = attemptIdentityOf(workspace, 'shop', 'P1-2-CART', 2);
    const text = [entry('reserved', { identity: second }), entry('reserved')].map(ledgerLine);
    const found = attemptsAt(readLedger(text.join('')), 'shop', 'p1-2-cart');
    expect(found.map((a) => [a.identity.number, a.position])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(found.every((a) => isHeld(a.state))).toBe(true);
  });
});

describe('a lease', () => {
  const places = enginePlacesOf('q');

  test('is given to one of eight, once and for ever', async () => {
    const files = new MemoryWorkerFiles();
    const taken = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((pid) => takeLease(files, places, identity, { ...by, pid }, 0)),
    );
    expect(taken).toEqual([true, ...Array.from({ length: 7 }, () => false)]);
    expect(await readLease(files, places, identity)).toMatchObject({
      ...{ kind: 'taken', owner: { pid: 1, mark: 'm' } },
    });
  });

  test('the next number is a lease of its own; a damaged one stays taken', async () => {
    const files = new MemoryWorkerFiles();
    const second = attemptIdentityOf(workspace, 'shop', 'p1-2-cart', 2);
    expect(await takeLease(files, places, identity, by, 0)).toBe(true);
    expect(await takeLease(files, places, second, by, 0)).toBe(true);
    for (const path of files.texts.keys()) await files.replace(path, '{');
    expect(await readLease(files, places, identity)).toMatchObject({ kind: 'damaged' });
    expect(await takeLease(files, places, identity, by, 0)).toBe(false);
  });
});
