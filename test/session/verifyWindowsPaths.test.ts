// Claims written as Windows writes paths: whatever the separators, they are looked up in the repository and nowhere else.
import { expect, test } from 'vitest';
import type { Repositories } from '../../server/src/workspace/repositories';
import { verifyClaims } from '../../server/src/workspace/verifyClaims';

const root = 'C:\\work\\shop';
const span = { start: 0, end: 0 };

/** A repository with one file, that tells what it was asked for. */
function disk(asked: string[]): Repositories {
  return {
    open: () =>
      Promise.resolve({
        root,
        place: (path) => {
          asked.push(path);
          return Promise.resolve(
            path === 'src/a.ts' ? { kind: 'file', bytes: 3 } : { kind: 'nothing' },
          );
        },
        commit: () => Promise.resolve({ kind: 'nothing' }),
        inCommit: () => Promise.resolve({ kind: 'nothing' }),
      }),
  };
}

async function verdictOf(value: string, folder: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const [result] = await verifyClaims(
    {
      claims: [{ kind: 'path', value, bytes: undefined, span }],
      repositories: ['shop'],
      projects: { shop: folder },
    },
    disk(asked),
  );
  return [result?.verdict ?? '', result?.reason ?? '', ...asked];
}

const there = ['verified', 'the file is there, with 3 bytes'];

test.each([
  ['src\\a.ts', root],
  ['.\\src\\a.ts', root],
  ['C:\\work\\shop\\src\\a.ts', root],
  ['C:/work/shop/src/a.ts', root],
  ['c:\\Work\\shop\\src/a.ts', root],
  ['C:\\work\\shop\\src\\a.ts', 'C:/work/shop/'],
])('%s is in the repository %s', async (value, folder) => {
  expect(await verdictOf(value, folder)).toEqual([...there, 'src/a.ts']);
});

test('the folder of the repository may lead', async () => {
  expect(await verdictOf('shop\\src\\a.ts', root)).toEqual([...there, 'shop/src/a.ts', 'src/a.ts']);
});

test.each([
  'C:\\work\\market\\src\\a.ts',
  'D:\\work\\shop\\src\\a.ts',
  'C:\\work\\shop-two\\src\\a.ts',
  'C:\\work\\shop\\..\\market\\src\\a.ts',
  'src\\..\\..\\market\\a.ts',
  '\\\\host\\work\\shop\\src\\a.ts',
])('%s lies outside, and is not looked at', async (value) => {
  expect(await verdictOf(value, root)).toEqual(['cannot-check', 'it lies outside of shop']);
});
