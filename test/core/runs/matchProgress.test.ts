// Which task a progress file belongs to: each step of the ladder (workflow 1.1), and where it must not step.
import { describe, expect, test } from 'vitest';
import { knownTasksOf, slug } from '../../../server/src/core/runs/knownTasks';
import { matchProgress } from '../../../server/src/core/runs/matchProgress';
import { readText } from '../../support/readText';

const queue = readText(`
## Phase 3: Voice channels
### p3-2: A bare id
- **Status:** pending
### p3-4: A bare id with a project
- **Project:** Night Bakery
- **Status:** pending
### haos-login: A telling id
- **Status:** pending
### haos-login-form: A longer one
- **Status:** pending
### p5-4-video: With a short form
- **Status:** pending
### web-p6-1: One of two
- **Status:** pending
### app-p6-1: The other one
- **Status:** pending
### upload-1: Its field says where
- **Status:** pending
- **Progress:** ~/clawd/scheduler/progress/files/Uploads.md
### p1-1: A manager
- **Status:** pending
### p1-1-b: Its task
- **Status:** pending
- **Parent:** p1-1 (manager)
### sound-p7-1: With its number last
- **Status:** pending
## melo v2
### p9-5-x: In a section of its project
- **Status:** pending
`);
const known = knownTasksOf([queue]);

/** `id (step)`, with `?` where it is not trusted; else the kind, with what belongs to it. */
function match(path: string, ...named: readonly string[]): string {
  const found = matchProgress(known, `scheduler/progress/${path}`, named);
  switch (found.kind) {
    case 'task':
      return `${found.key.split('\n')[1] ?? ''} (${found.step}${found.trusted ? '' : '?'})`;
    case 'ambiguous':
      return `ambiguous: ${found.keys.map((key) => key.split('\n')[1]).join(' ')}`;
    case 'orphan':
      return `orphan: ${found.id}`;
    case 'none':
      return 'none';
  }
}

describe('steps', () => {
  test.each([
    ['the field', 'files/uploads.md', 'upload-1 (field)'],
    ['the name', 'haos-login.md', 'haos-login (name)'],
    ['in any case', 'deep/er/HAOS-Login.md', 'haos-login (name)'],
    ['a bare id below its phase', 'p3/p3-2.md', 'p3-2 (name)'],
    ['phase in words', 'PHASE-3/p3-2.md', 'p3-2 (name)'],
    ['below its project', 'night-bakery/p3-4.md', 'p3-4 (name)'],
    ['below its parent', 'p1-1/p1-1-b.md', 'p1-1-b (name)'],
    ['below its section', 'voice-channels/p3-2.md', 'p3-2 (name)'],
    ['notes of a manager', 'haos-login/_manager.md', 'haos-login (manager?)'],
    ['a report', 'haos-login-validation-report.md', 'haos-login (report?)'],
    ['a report of a report', 'haos-login-v2-l2-validation.md', 'haos-login (report?)'],
    ['the longest beginning', 'haos-login-form-colours.md', 'haos-login-form (longer?)'],
    ['a short form of one', 'p5-4.md', 'p5-4-video (short?)'],
    ['a short form at the end', 'p7-1.md', 'sound-p7-1 (short?)'],
    ['without the project', 'melo-p9-5-x.md', 'p9-5-x (project-prefix?)'],
  ])('%s', (_what, path, wanted) => {
    expect(match(path)).toBe(wanted);
  });

  test('the title, last of all', () => {
    expect(match('notes-of-today.md', 'Unknown-1', 'HAOS-LOGIN')).toBe('haos-login (title?)');
    expect(match('x/_manager.md', 'haos-login')).toBe('haos-login (title?)');
  });
});

describe('no step', () => {
  test.each([
    ['a bare id nobody vouches for', 'p3-2.md', 'ambiguous: p3-2'],
    ['a bare id below another project', 'matrix/p3-2.md', 'ambiguous: p3-2'],
    ['a bare report', 'matrix/p3-2-validation.md', 'ambiguous: p3-2'],
    ['a bare beginning', 'matrix/p3-2-cleanup.md', 'ambiguous: p3-2'],
    ['a short folder vouches for nothing', 'v2/p3-4.md', 'ambiguous: p3-4'],
    ['a short form at the end, in a folder of something else', 'matrix/p7-1.md', 'none'],
    ['a beginning that is no id', 'haos-loginform.md', 'none'],
    ['a name with a colon', 'a:b.md', 'none'],
    ['a command', '$(date +%F).md', 'none'],
    ['a file that is only an ending', '.md', 'none'],
  ])('%s', (_what, path, wanted) => {
    expect(match(path)).toBe(wanted);
  });

  test('a title that is the name, of a task that no queue has, makes an orphan', () => {
    expect(match('gone-1.md', 'Gone-1')).toBe('orphan: Gone-1');
    expect(match('gone-1.md', 'Gone-2')).toBe('none');
  });

  test('a short form of several tasks fits none', () => {
    const two = knownTasksOf([readText('### p5-4-video ✅\n### p5-4-audio ✅\n')]);
    expect(matchProgress(two, 'scheduler/progress/p5-4.md', [])).toMatchObject({
      kind: 'ambiguous',
    });
  });
});

test('one id in two queues is ambiguous where nothing else tells them apart', () => {
  const other = { ...readText('### haos-login ✅\n'), uri: 'file:///queues/OTHER.md' };
  const both = knownTasksOf([queue, other]);
  expect(matchProgress(both, 'scheduler/progress/haos-login.md', [])).toMatchObject({
    kind: 'ambiguous',
  });
});

test('slugs', () => {
  expect(slug(' Phase 3: Voice — Channels! ')).toBe('phase-3-voice-channels');
  expect(slug('🎉')).toBe('');
});
