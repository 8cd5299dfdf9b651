// The cases of dialect.md, section 4, that need only the queue file: what must be reported, and what must not.
import { describe, expect } from 'vitest';
import type { Declaration } from '../../server/src/core/model/declaration';
import type { QueueDocument } from '../../server/src/core/model/queueDocument';
import type { Finding } from '../../server/src/core/rules/finding';
import { lineOf } from '../support/checkedQueue';
import { corpusTest, sayWhatDidNotRun } from '../support/sharedCorpus';
import { checkVersion, describeFinding } from './checkVersion';
import { reportedCases } from './reportedCases';

/** The heading, status, reference and field lines of the innermost task that holds the line. */
function anchorsAround(document: QueueDocument, line: number): ReadonlySet<number> {
  const holds = ({ block }: Declaration) =>
    lineOf(document, block.start) <= line && line <= lineOf(document, block.end);
  const task = document.declarations
    .filter(holds)
    .sort((a, b) => a.block.end - a.block.start - (b.block.end - b.block.start))[0];
  if (!task) return new Set([line]);
  const spans = [
    task.line,
    ...(task.status.text ? [task.status.text.span] : []),
    ...task.references.map((r) => r.item),
    ...task.fields.map((f) => f.line),
  ];
  const lines = new Set(spans.map((span) => lineOf(document, span.start)));
  return lines.has(line) ? lines : new Set([line]);
}

describe('what must be reported', () => {
  let exact = 0;
  const elsewhere: string[] = [];

  for (const wanted of reportedCases) {
    const { commit, code, line } = wanted;
    corpusTest(`${commit} ${line ?? 'anywhere'} ${code}`, () => {
      const { document, findings } = checkVersion(commit, wanted.staleInProgressHours);
      const sameCode = findings.filter((f) => f.code === code);
      const told = sameCode.map((f) => describeFinding(document, f)).join('\n');
      const at = (f: Finding) => lineOf(document, f.span.start);
      const anchors = line === undefined ? undefined : anchorsAround(document, line);
      const found =
        sameCode.find((f) => at(f) === line) ??
        sameCode.find((f) => anchors === undefined || anchors.has(at(f)));
      if (!found) return expect.fail(`${code} is reported on other lines only:\n${told}`);
      if (wanted.says) expect(found.message).toMatch(wanted.says);
      if (wanted.severity) expect(found.severity).toBe(wanted.severity);
      if (wanted.versus !== undefined)
        expect(found.related.map((r) => lineOf(document, r.span.start))).toContain(wanted.versus);
      if (line === undefined || at(found) === line) exact++;
      else elsewhere.push(`${commit} ${line} ${code}: on ${at(found)}`);
    });
  }

  corpusTest('most of it on the very line', () => {
    console.log(
      `${exact} cases on the named line, ${elsewhere.length} on another line of the task:`,
    );
    console.log(elsewhere.join('\n'));
    expect(exact + elsewhere.length).toBe(reportedCases.length);
  });

  corpusTest('7fe251f: seventeen tasks without a status', () => {
    expect(
      checkVersion('7fe251f').findings.filter((f) => f.code === 'missing-status'),
    ).toHaveLength(17);
  });

  corpusTest('850dd7d: nine tasks without a status', () => {
    expect(
      checkVersion('850dd7d').findings.filter((f) => f.code === 'missing-status'),
    ).toHaveLength(9);
  });

  corpusTest('7177889: no open task has a Model', () => {
    const { state, findings } = checkVersion('7177889');
    const open = [...state.index.tasks.values()].filter(
      (t) => t.status === 'pending' || t.status === 'in-progress',
    );
    const blamed = new Set(
      findings.filter((f) => f.code === 'missing-model').map((f) => f.message),
    );
    expect(open.length).toBeGreaterThan(0);
    expect(blamed.size).toBe(open.length);
  });
});

describe('what must stay silent', () => {
  const silent = (
    name: string,
    commit: string,
    isForbidden: (f: Finding, line: number) => boolean,
  ) =>
    corpusTest(`${commit}: ${name}`, () => {
      const { document, findings } = checkVersion(commit);
      const wrong = findings.filter((f) => isForbidden(f, lineOf(document, f.span.start)));
      expect(wrong.map((f) => describeFinding(document, f))).toEqual([]);
    });

  silent('a comment template', '4247a38', () => true);
  silent('a fenced sample', '0fa3d45', () => true);
  silent('a nested fence', '4ad4e5b', (f, line) => f.code === 'unclosed-fence' || line === 1284);
  silent(
    'a list line that looks like a fence',
    '8ebb570',
    (f, line) => f.code === 'unclosed-fence' || line === 24,
  );
  silent('"2/2 available" and none in progress', '0fcd898', (f) => f.code === 'slot-mismatch');
  silent('"2/2 available" and none in progress', '9fb17a6', (f) => f.code === 'slot-mismatch');

  const compatible: readonly (readonly [string, number])[] = [
    ['ca0f593', 905],
    ['fce6dfd', 653],
    ['4325ff2', 933],
    ['4325ff2', 976],
    ['459550f', 151],
    ['7177889', 27],
  ];
  for (const [commit, at] of compatible)
    silent(
      `the mark on ${at} goes with the status`,
      commit,
      (f, line) => f.code === 'heading-status-mismatch' && line === at,
    );

  for (const commit of ['882217f', '70fbe57', 'f3e1603', '3a11caa', '951f753'])
    silent('a clean version', commit, (f) => f.severity === 'error' || f.severity === 'warning');

  corpusTest('88af583: a heading "Post-Release …" declares no task', () => {
    const { document, findings } = checkVersion('88af583');
    expect(document.text).toMatch(/^#+ .*Post-Release/m);
    expect(document.declarations.map((d) => d.id.value.toLowerCase())).not.toContain(
      'post-release',
    );
    expect(findings.filter((f) => /post-release/i.test(f.message))).toEqual([]);
  });
});

sayWhatDidNotRun();
