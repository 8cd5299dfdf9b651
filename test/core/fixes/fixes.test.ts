// What single fixes write, and what `fix all` makes of a file.
import { expect, test } from 'vitest';
import type { RuleCode } from '../../../server/src/core/rules/ruleCode';
import { allFixed, fixedBy, fixesOf, stateOf } from './fixing';

test.each<[RuleCode, string, string, string]>([
  [
    'unresolved-dependency',
    'Change to `plum-1`',
    '### plum-1\n- **Status:** pending\n\n### plum-2\n- **Depends On:** plumb-1 ✅ (x)\n',
    '### plum-1\n- **Status:** pending\n\n### plum-2\n- **Depends On:** plum-1 ✅ (x)\n',
  ],
  [
    'unresolved-dependency',
    'Remove the dependency on `jar-wash-4`',
    '### plum-1\n- **Depends On:** jar-wash-4\n',
    '### plum-1\n- **Depends On:** None\n',
  ],
  [
    'unresolved-dependency',
    'Remove the dependency on `Phases 8, 9`',
    '### a-1 ✅\n\n### plum-1 ⏳\n- **Depends On:** a-1, Phases 8, 9 ✅\n',
    '### a-1 ✅\n\n### plum-1 ⏳\n- **Depends On:** a-1\n',
  ],
  [
    'dependency-cycle',
    'Let `b-2` no longer wait for `a-1`',
    '### a-1\n- **Depends On:** b-2\n\n### b-2\n- **Depends On:** a-1, c-3\n\n### c-3 ✅\n',
    '### a-1\n- **Depends On:** b-2\n\n### b-2\n- **Depends On:** c-3\n\n### c-3 ✅\n',
  ],
  [
    'mirror-drift',
    'Set this repeat of `a-1` to complete',
    '- [ ] a-1 - T\n\n### a-1\n- **Status:** complete\n',
    '- [x] a-1 - T\n\n### a-1\n- **Status:** complete\n',
  ],
  [
    'mirror-drift',
    'Set `a-1` to complete',
    '- [x] a-1 - T\n\n### a-1 ⏳\n- **Status:** pending\n',
    '- [x] a-1 - T\n\n### a-1 ✅\n- **Status:** complete\n',
  ],
  [
    'heading-status-mismatch',
    'Let the heading of `a-1` say pending',
    '### a-1: T ✅\n- **Status:** pending\n',
    '### a-1: T ⏳\n- **Status:** pending\n',
  ],
  [
    'heading-status-mismatch',
    'Set `a-1` to complete',
    '### a-1: T ✅\n- **Status:** pending\n',
    '### a-1: T ✅\n- **Status:** complete\n',
  ],
  [
    'dep-annotation-drift',
    'Mark `a-1` as done',
    '### a-1 ✅\n\n### b-2\n- **Depends On:** a-1 (Cut the stone - PENDING)\n',
    '### a-1 ✅\n\n### b-2\n- **Depends On:** a-1 (Cut the stone - COMPLETE)\n',
  ],
  [
    'dep-annotation-drift',
    'Remove the mark of `a-1`',
    '### a-1\n- **Status:** pending\n\n### b-2\n- **Depends On:** ✅ a-1, c-3\n\n### c-3 ✅\n',
    '### a-1\n- **Status:** pending\n\n### b-2\n- **Depends On:** a-1, c-3\n\n### c-3 ✅\n',
  ],
  [
    'dep-annotation-drift',
    'Remove the mark of `a-1`',
    '### a-1\n- **Status:** pending\n\n### b-2\n- **Depends On:** a-1 (done)\n',
    '### a-1\n- **Status:** pending\n\n### b-2\n- **Depends On:** a-1\n',
  ],
  [
    'unknown-status',
    'Change to in-progress',
    '### a-1\n- **Status:** 🔄 In-progres (manager)\n',
    '### a-1\n- **Status:** 🔄 In-progress (manager)\n',
  ],
  [
    'unknown-status',
    'Change to blocked, with `nearly there (I think)` in parentheses',
    '### a-1\n- **Status:** nearly there (I think)\n',
    '### a-1\n- **Status:** blocked (nearly there I think)\n',
  ],
  [
    'missing-started',
    'Set Started to now (2026-03-01 18:00 CET)',
    '### a-1\n- **Status:** in-progress\n- **Updated:** 2026-02-27 08:00 CET\n',
    '### a-1\n- **Status:** in-progress\n- **Started:** 2026-03-01 18:00 CET\n- **Updated:** 2026-02-27 08:00 CET\n',
  ],
  [
    'missing-started',
    'Set Started to when its worker was spawned (2026-03-01 10:45 EST)',
    '### a-1\n- **Status:** in-progress\n- **Worker:** session-4 (spawned 2026-03-01 10:45 EST)\n',
    '### a-1\n- **Status:** in-progress\n- **Worker:** session-4 (spawned 2026-03-01 10:45 EST)\n- **Started:** 2026-03-01 10:45 EST\n',
  ],
  [
    'ts-future',
    'Set Started to now (2026-03-01 12:00 EST)',
    '### a-1\n- **Status:** complete\n- **Started:** 2026-06-01 09:00 EST by session-9\n',
    '### a-1\n- **Status:** complete\n- **Started:** 2026-03-01 12:00 EST by session-9\n',
  ],
  [
    'ts-format',
    'Keep the date only (2026-02-27)',
    '### a-1 ✅\n- **Started:** 2026-02-27 HH:MM EST (late)\n',
    '### a-1 ✅\n- **Started:** 2026-02-27 (late)\n',
  ],
  [
    'duplicate-field',
    'Keep `failed`, remove the Status above',
    '### a-1\n- **Status:** pending\n- **Model:** x\n- **Status:** failed\n',
    '### a-1\n- **Model:** x\n- **Status:** failed\n',
  ],
  [
    'glued-heading',
    'Start the heading on a line of its own',
    '### a-1 ✅\nAll is warm.### b-2: T\n- **Status:** pending\n',
    '### a-1 ✅\nAll is warm.\n\n### b-2: T\n- **Status:** pending\n',
  ],
  [
    'literal-newlines',
    'Replace \\n by line breaks (3 times)',
    '### a-1\\n- **Status:** pending\\n\\n### b-2 ✅',
    '### a-1\n- **Status:** pending\n\n### b-2 ✅',
  ],
  [
    'mojibake',
    'Repair all 2 damaged characters',
    '### a-1: â€” T\n- **Status:** âœ… complete\n',
    '### a-1: — T\n- **Status:** ✅ complete\n',
  ],
  [
    'unclosed-fence',
    'Close the code fence',
    '### a-1 ✅\n\n```bash\nnpm run x\n\nnpm run y\n\n### b-2 ✅\n',
    '### a-1 ✅\n\n```bash\nnpm run x\n\nnpm run y\n```\n\n### b-2 ✅\n',
  ],
  [
    'elided-content',
    'Remove this line',
    '### a-1 ✅\n\n[Rest of the file remains unchanged]\n',
    '### a-1 ✅\n',
  ],
])('%s: %s', (code, title, before, after) => {
  expect(fixedBy(before, code, title)).toBe(after);
});

test('reset to pending: repeats and the slot line follow', () => {
  const text =
    '**Worker Slots:** 1/2 occupied (a-1)\n\n- 🔄 a-1: x\n\n### a-1\n- **Status:** in-progress\n- **Started:** 2026-02-01\n';
  expect(fixedBy(text, 'stale-in-progress', 'Set `a-1` to pending')).toBe(
    '**Worker Slots:** 0/2 occupied\n\n- ⏳ a-1: x\n\n### a-1\n- **Status:** pending\n- **Started:** 2026-02-01\n',
  );
});

test('a repeat that says something else is left to people', () => {
  const text = '### a-1\n- **Status:** pending\n\n### a-1\n- **Status:** failed\n';
  expect(fixesOf(stateOf(text), 'duplicate-id')).toEqual([]);
});

test('fix all of a kind: each for what the ones before left', () => {
  const text =
    '### a-1 ✅\n\n### b-2\n- **Status:** pending\n- **Depends On:** a-1 ❌, a-1-x\n\n### c-3\n- **Status:** pending\n- **Depends On:** a-1 ⏳, b-2 ✅\n';
  expect(allFixed(text, 'dep-annotation-drift')).toBe(
    text.replace('a-1 ❌', 'a-1 ✅').replace('a-1 ⏳, b-2 ✅', 'a-1 ✅, b-2 ⏳'),
  );
});

test('fix all of several kinds, damage first', () => {
  const text =
    '### a-1 âœ…\n- **Started:** 2026-02-27 24:30 EST\nDone.### b-2\n- **Status:** complete\n';
  expect(allFixed(text, 'mojibake', 'glued-heading', 'ts-format')).toBe(
    '### a-1 ✅\n- **Started:** 2026-02-27\nDone.\n\n### b-2\n- **Status:** complete\n',
  );
});

test('a file without findings is left alone', () => {
  expect(allFixed('### a-1 ✅\n', 'mojibake', 'ts-format')).toBe('### a-1 ✅\n');
});
