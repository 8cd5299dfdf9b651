// Text that names several ids declares nothing and repeats nothing (dialect 3.3); what else may follow an id in a bullet.
import { describe, expect, test } from 'vitest';
import { mirrorsIn, onlyTask, readText, tasksIn } from '../../support/readText';

const heads = ['- [x] ', '- [ ] **', '- ✅ ', '- ✅ **', '- 🔄 `'];
const joined = [
  'p9-1 & p9-2: both',
  'p9-1, p9-2',
  'p9-1/p9-2',
  'p9-1 + p9-2 ✅',
  'p9-1 and p9-2: both',
  'p9-1, and p9-2',
  'p9-1 to p9-4: all of them',
  'p9-1 through p9-4',
  'p9-1..p9-4',
  'p9-1 → p9-2',
];

describe.each(heads.flatMap((head) => joined.map((rest) => `${head}${rest}`)))('%s', (line) => {
  test('declares nothing', () => {
    expect(tasksIn(`${line}\n`)).toEqual([]);
  });

  test('repeats nothing', () => {
    const tasks = '### p9-1: One\n- **Status:** pending\n\n### p9-2: Two\n- **Status:** pending\n';
    expect(mirrorsIn(`${tasks}\n---\n\n${line}\n`)).toEqual([]);
  });
});

test.each([
  'p9-1, p9-2: both',
  'p9-1/p9-2',
  'p9-1 to p9-4: all',
  'p9-1 and p9-2',
  '`p9-1` & `p9-2`',
])('a heading "%s" declares and repeats nothing', (content) => {
  const text = `### p9-1: One\n- **Status:** complete\n\n## ${content}\n- **Status:** pending\n`;
  expect([tasksIn(text), mirrorsIn(text)]).toEqual([['p9-1: complete (heading)'], []]);
});

test.each([
  ['- ✅ **p9-1 (with p9-2):** both', 'p9-1'],
  ['- [x] p9-1 - p9-2 no longer waits for it', 'p9-1'],
  ['- [x] p9-1: p9-2, p9-3 and p9-4 follow', 'p9-1'],
])('a further id in the title or in parentheses changes nothing: %s', (line, id) => {
  expect(onlyTask(`${line}\n`).id.value).toBe(id);
});

describe('what may follow the id', () => {
  test.each(['', ':', ': Done', ' - Done', ' — Done', ' ⏳ Done', ' (Done)', '.'])(
    '"%s"',
    (rest) => {
      expect([tasksIn(`- ✅ p8-1${rest}\n`), tasksIn(`- [x] p8-1${rest}\n`)]).toEqual([
        ['p8-1: complete (status-bullet)'],
        ['p8-1: complete (checkbox)'],
      ]);
    },
  );

  test.each([' works on phones', ', at last', ' & more', '/2'])(
    'a status bullet with "%s" is prose',
    (rest) => {
      expect(tasksIn(`- ✅ p8-1${rest}\n`)).toEqual([]);
    },
  );

  test('a plain to-do list is one of tasks', () => {
    expect(readText('- [ ] p8-1 Label the cables\n').declarations[0]?.title?.value).toBe(
      'Label the cables',
    );
  });

  test('but beside a task of that id, words behind it are a remark and no second status', () => {
    const text = '### p8-1: Cables\n- **Status:** pending\n\n---\n\n- [x] p8-1 tried on a phone\n';
    expect([tasksIn(text), mirrorsIn(text)]).toEqual([['p8-1: pending (heading)'], []]);
  });
});

describe('the title of a bullet', () => {
  test.each([
    ['- p8-3 ✅', undefined],
    ['- [ ] p8-3 ⏳', undefined],
    ['- [x] **p8-3** ✅ Ring the bell', 'Ring the bell'],
    ['- [x] p8-3 ✅: Ring the bell', 'Ring the bell'],
    ['- [ ] p8-3: 🎯 Ring the bell', '🎯 Ring the bell'],
    ['- ✅ p8-3:', undefined],
  ])('%s: %s', (line, title) => {
    expect(onlyTask(`${line}\n`).title?.value).toBe(title);
  });
});
