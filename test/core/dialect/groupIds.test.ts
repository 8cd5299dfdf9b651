// Which headings are groups, and which of them have an id (dialect 3.3, D1, D2, D7, C1).
import { describe, expect, test } from 'vitest';
import { mirrorsIn, readText, tasksIn } from '../../support/readText';

/** `title [id] (phase)` of every group. */
function groupsIn(text: string): readonly string[] {
  return readText(text).groups.map(
    (g) =>
      g.title.value +
      (g.id ? ` [${g.id.value}]` : '') +
      (g.phases.length === 0 ? '' : ` (${g.phases.join(', ')})`),
  );
}

function groupOf(text: string, id: string): string | undefined {
  const { declarations, groups } = readText(text);
  return groups[declarations.find((d) => d.id.value === id)?.group ?? -1]?.title.value;
}

const task = (id: string, level = '###') => `${level} ${id}: Title\n- **Status:** pending\n\n`;

describe('a group has an id only where it holds task headings', () => {
  test('with one', () => {
    expect(groupsIn(`## app-shop: The shop\n\n${task('app-cart')}`)).toEqual([
      'app-shop: The shop [app-shop]',
    ]);
  });

  test('deeper down', () => {
    expect(groupsIn(`## app-shop\n\n### Front\n\n${task('app-cart', '####')}`)).toEqual([
      'app-shop [app-shop]',
      'Front',
    ]);
  });

  test.each([
    ['only prose', 'Nothing yet.\n'],
    ['only rows', '| Task ID | Status |\n|---|---|\n| app-cart | pending |\n'],
    ['only bullets', '- [ ] st-1: Cart\n'],
    ['only a heading beside it', `## Other\n\n${task('app-cart')}`],
  ])('with %s it has none', (_what, body) => {
    expect(groupsIn(`## P0-FIRST: Money\n\n${body}`)[0]).toBe('P0-FIRST: Money');
  });
});

describe('a heading `id words` whose id nobody declares', () => {
  const text = `## Post-Launch Phase 4\n\n${task('web-faq')}## Later\n\n### web-blog\n- **Status:** pending\n- **Depends On:** Phase 4\n`;

  test('is a group like any other, with its phase', () => {
    expect([groupsIn(text)[0], groupOf(text, 'web-faq')]).toEqual([
      'Post-Launch Phase 4 (phase 4)',
      'Post-Launch Phase 4',
    ]);
    expect(readText(text).declarations[0]?.phases).toEqual(['phase 4']);
  });

  test('also where one task below it starts with that word', () => {
    expect(groupsIn(`## Post-Launch Phase 4\n\n${task('post-launch-faq')}`)).toEqual([
      'Post-Launch Phase 4 (phase 4)',
    ]);
  });

  test('holds lines that declare tasks', () => {
    const rows =
      '## Post-Launch Wave 2\n\n| Task ID | Status |\n|---|---|\n| web-faq | pending |\n';
    expect([groupsIn(rows), groupOf(rows, 'web-faq')]).toEqual([
      ['Post-Launch Wave 2 (wave 2)'],
      'Post-Launch Wave 2',
    ]);
  });

  test('is a task by its Task ID', () => {
    const named = '### Post-Launch clean-up\n**Task ID:** web-clean\n**Status:** pending\n';
    expect(tasksIn(named)).toEqual(['web-clean: pending (task-id-field)']);
    expect(readText(named).declarations[0]?.title?.value).toBe('Post-Launch clean-up');
  });
});

describe('a heading `id words` whose id is declared', () => {
  test.each([
    ['by a heading', task('p2-1')],
    ['by a row', '| Task ID | Status |\n|---|---|\n| p2-1 | pending |\n\n'],
    ['by a check box', '- [ ] p2-1: Title\n\n'],
    ['by a record', 'p2-1|pending|Title\n\n'],
    ['in a longer form', task('p2-1-load')],
  ])('%s repeats it and is no group', (_how, declared) => {
    const text = `${declared}## p2-1 Validation Details\nAll fine.\n`;
    expect([groupsIn(text), mirrorsIn(text)]).toEqual([[], ['p2-1: unknown (detail-heading)']]);
  });

  test('repeats it and is a group where it holds task headings', () => {
    const text = `${task('p2-1')}## p2-1 Sub-Tasks\n**Status:** complete\n\n${task('p2-1-a')}`;
    expect([mirrorsIn(text), groupOf(text, 'p2-1-a'), groupsIn(text)]).toEqual([
      ['p2-1: complete (detail-heading)'],
      'p2-1 Sub-Tasks',
      ['p2-1 Sub-Tasks'],
    ]);
  });

  test('that names it as Task ID reports on it and declares it no second time', () => {
    const text = `${task('p2-1')}## p2-1 Validation Report\n**Task ID:** p2-1\n**Status:** pending\n`;
    expect(tasksIn(text)).toEqual(['p2-1: pending (heading)']);
  });
});
