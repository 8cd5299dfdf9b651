// Models: the names in a value, and what a registry says of them.
import { expect, test } from 'vitest';
import { judgeModel, modelNamesIn } from '../../../server/src/core/runs/modelNames';
import { spanned } from '../../support/readText';

const namesIn = (text: string) =>
  modelNamesIn(spanned(text)).map(({ value, span }) => {
    expect(text.slice(span.start, span.end)).toBe(value);
    return value;
  });

test.each<[string, readonly string[]]>([
  ['sonnet', ['sonnet']],
  ['`Sonnet` ', ['Sonnet']],
  ['sonnet (claude-sonnet-4-20250514)', ['sonnet']],
  ['sonnet (never closed', ['sonnet']],
  [
    'claude-3-5-haiku-latest | claude-sonnet-4-20250514',
    ['claude-3-5-haiku-latest', 'claude-sonnet-4-20250514'],
  ],
  ['sonnet/opus', ['sonnet', 'opus']],
  ['anthropic/claude-opus-4-5', ['anthropic/claude-opus-4-5']],
  ['Sonnet/Opus ONLY', []],
  ['to be decided', []],
  ['N/A', ['N/A']],
  ['$(model)', []],
  ['', []],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test('without a registry only slips of well-known names are unknown', () => {
  const none = { known: {}, denied: [] };
  expect(judgeModel('SONNET', none)).toEqual({ kind: 'known' });
  expect(judgeModel('gpt-9', none)).toEqual({ kind: 'known' });
  expect(judgeModel('haikus', none)).toEqual({ kind: 'unknown', nearest: 'haiku' });
});

test('with one, names and ids count, with or without provider; denied ones under every spelling', () => {
  const registry = {
    known: { big: 'claude-opus-4-5', small: 'anthropic/claude-3-haiku-20240307' },
    denied: ['claude-3-haiku-20240307'],
  };
  expect(judgeModel('Big', registry).kind).toBe('known');
  expect(judgeModel('anthropic/claude-opus-4-5', registry).kind).toBe('known');
  expect(judgeModel('small', registry).kind).toBe('denied');
  expect(judgeModel('x/claude-3-haiku-20240307', registry).kind).toBe('denied');
  expect(judgeModel('sonnet', registry)).toEqual({ kind: 'unknown', nearest: undefined });
  expect(judgeModel('claude-opus-4-6', registry)).toMatchObject({ nearest: 'claude-opus-4-5' });
});
