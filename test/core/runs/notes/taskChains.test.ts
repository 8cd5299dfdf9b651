// Orders that notes draw with arrows (workflow 1.3).
import { describe, expect, test } from 'vitest';
import { readNote } from '../../../../server/src/core/runs/notes/readNote';

const chainsIn = (text: string) => readNote(text).chains.map((chain) => chain.join('>'));

describe('a chain', () => {
  test.each<[text: string, chains: readonly string[]]>([
    ['- w-1 → w-2 → w-3', ['w-1>w-2>w-3']],
    ['Order: `w-1` → **w-2**', ['w-1>w-2']],
    ['w-1 â†’ w-2', ['w-1>w-2']],
    ['- w-1: Home → w-2: Menu → w-3: Pages', ['w-1>w-2>w-3']],
    ['- w-1 (done) → w-2 (running) → w-3 (waits)', ['w-1>w-2>w-3']],
    ['- **Progress:** w-1 complete → w-2 active', ['w-1>w-2']],
    ['- w-3: waits (for the chain w-1 → w-2)', ['w-1>w-2']],
    ['| Order | w-1 → w-2 |', ['w-1>w-2']],
    ['Path: w-1 → w-2 → push the changes', ['w-1>w-2']],
    ['Phase 1 → w-1 → w-2', ['w-1>w-2']],
    ['w-1 → w-2, w-3 → w-4', ['w-1>w-2>w-4', 'w-1>w-3>w-4']],
    ['w-1 → w-2/w-3', ['w-1>w-2', 'w-1>w-3']],
    ['w-1 → (w-2, w-3 side by side)', ['w-1>w-2', 'w-1>w-3']],
  ])('%j', (text, chains) => {
    expect(chainsIn(text)).toEqual(chains);
  });
});

describe('no chain', () => {
  test.each([
    'w-1 -> w-2',
    'pending → complete',
    'w-1 →',
    '- w-1: pending → in-progress',
    'w-1 → the scheduler → w-2',
    'w-1 → push the changes',
    'Renamed w-1 → w-1-login',
    'w-1 → w-1-login',
    'w-1|complete → w-1|validated',
    '```\nw-1 → w-2\n```',
  ])('%j', (text) => {
    expect(chainsIn(text)).toEqual([]);
  });
});

test('tasks side by side make no more than twelve chains', () => {
  const pair = (n: number) => `w-${n}, w-${n + 1}`;
  expect(chainsIn([1, 3, 5].map(pair).join(' → '))).toHaveLength(8);
  expect(chainsIn([1, 3, 5, 7].map(pair).join(' → '))).toEqual([]);
});
