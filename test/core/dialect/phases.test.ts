// The group a task stands in and the phase it belongs to (dialect 3.7, P1).
import { describe, expect, test } from 'vitest';
import { onlyTask, readText } from '../../support/readText';

const pending = '\n- **Status:** pending\n';

describe('P1: groups and phases', () => {
  test('the group is the nearest enclosing heading that is no task; the first H1 is none', () => {
    const { declarations, groups } = readText(
      `# Title\n\n### st-1${pending}\n## Phase 2: Tune\n### st-2${pending}\n#### Notes\n#### st-2-a${pending}\n# Another part\n### st-3${pending}`,
    );
    const titleOf = (group: number) => groups[group]?.title.value;
    expect(declarations.map((d) => [d.id.value, titleOf(d.group), d.phases[0]])).toEqual([
      ['st-1', undefined, undefined],
      ['st-2', 'Phase 2: Tune', 'phase 2'],
      ['st-2-a', 'Phase 2: Tune', 'phase 2'],
      ['st-3', 'Another part', undefined],
    ]);
  });

  test.each([
    ['- **Phase:** Phase 3, Category 2', 'phase 3'],
    ['- **Parent Phase:** p10 (Servers)', 'phase 10'],
    ['- **Phase:** 2.5', 'phase 2.5'],
    ['- **Parent:** Phase 4 (Search)', 'phase 4'],
    ['- **Parent:** st-0', 'wave 1'],
  ])('below a wave 1, %s gives %s', (field, phase) => {
    expect(onlyTask(`## Wave 1\n### st-1\n${field}\n`).phases[0]).toBe(phase);
  });

  test.each([
    ['a heading that names several', '## Phase 4 & 5', '', ['phase 4', 'phase 5']],
    ['the own phase instead', '## Phase 4 & 5', '- **Phase:** 5', ['phase 5']],
    ['the nearest of two', '## Phase 4\n### Phase 6', '', ['phase 6']],
    ['a phase in a phase', '## Phase 4\n### Phase 4.1', '', ['phase 4.1', 'phase 4']],
    ['a stage in a phase', '## Phase 4\n### Stage B', '', ['stage b', 'phase 4']],
    ['the own phase in a wave', '## Wave 2', '- **Phase:** 5', ['phase 5', 'wave 2']],
  ])('%s', (_name, headings, field, phases) => {
    expect(onlyTask(`${headings}\n#### st-1 ⏳\n${field}\n`).phases).toEqual(phases);
  });
});
