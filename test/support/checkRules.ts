/** Runs the rules over marked queues and compares what they find with the marks. */
import { expect } from 'vitest';

import type { Verification, VerifiedFile } from '../../server/src/core/claims/claim';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import type { Finding } from '../../server/src/core/rules/finding';
import { rules } from '../../server/src/core/rules/registry';
import type { RuleCode } from '../../server/src/core/rules/ruleCode';
import { runFileRules, runRules } from '../../server/src/core/rules/runRules';
import { readRunFile, type RunFile } from '../../server/src/core/runs/runFile';
import { deriveState, type QueueState } from '../../server/src/core/state';
import { alarmsOfMarked, presentFiles } from './lastGood';
import { type Mark, type Marked, type MarkedFile, readMarked, showMarked } from './marker';

/** The state of all files of a marked text. */
export function stateOfMarked(marked: Marked): QueueState {
  const { now, options } = marked;
  const files = presentFiles(marked);
  const queues = files.filter((file) => file.kind === undefined);
  const runFiles = files.flatMap(({ uri, name, text, modifiedAt }) => {
    const source = { uri, folder: 'file:///queues', path: name, text };
    const changed = { modifiedAt: modifiedAt ?? now };
    return readRunFile({ ...source, ...changed }, options.localOffsetMinutes) ?? [];
  });
  return deriveState({
    documents: queues.map((file) => readQueue(file.uri, file.text, options)),
    runFiles,
    verifications: verificationsOf(runFiles, marked.missing),
    queueTimes: new Map(
      queues.flatMap((file) =>
        file.modifiedAt === undefined ? [] : [[file.uri, file.modifiedAt]],
      ),
    ),
    alarms: alarmsOfMarked(marked),
    now,
    options,
  });
}

/** As if somebody had looked for every claim and found all but the missing ones. */
function verificationsOf(
  files: readonly RunFile[],
  missing: readonly string[] | undefined,
): ReadonlyMap<string, VerifiedFile> {
  if (missing === undefined) return new Map();
  return new Map(
    files.flatMap(({ uri, text, content }): (readonly [string, VerifiedFile])[] => {
      if (content.kind !== 'progress') return [];
      const verifications = content.progress.evidence.claims.map((claim): Verification => {
        const isMissing = missing.includes(claim.value);
        return { claim, verdict: isMissing ? 'missing' : 'verified', reason: 'it is not there' };
      });
      return [[uri, { text, verifications }]];
    }),
  );
}

/** Everything that is found in each file. `on`: a code that is to run although it is off by default. */
export function findingsOf(
  marked: Marked,
  on?: RuleCode,
): readonly { readonly file: MarkedFile; readonly findings: readonly Finding[] }[] {
  const state = stateOfMarked(marked);
  const isOff = (code: RuleCode) => rules.find((rule) => rule.code === code)?.severity === 'off';
  const severityOf = (code: RuleCode) => (code === on && isOff(code) ? 'information' : undefined);
  const broke = (code: RuleCode, error: unknown): never => {
    throw new Error(`The rule ${code} broke.`, { cause: error });
  };
  return presentFiles(marked).map((file) => {
    const document = state.documents.get(file.uri);
    if (document) return { file, findings: runRules(state, document, severityOf, broke) };
    const beside = state.runs.files.get(file.uri);
    if (!beside) throw new Error(`${file.name} was not read.`);
    return { file, findings: runFileRules(state, beside, severityOf, broke) };
  });
}

/** Exactly the marked findings of these codes exist, in every file; other codes may find what they like. */
export function checkRules(source: string, ...codes: readonly RuleCode[]): void {
  for (const { file, findings } of findingsOf(readMarked(source), codes[0])) {
    const found = findings
      .filter((f) => codes.includes(f.code))
      .map((f) => asMarked(f, file.marks));
    const wanted = file.marks.filter((mark) => (codes as readonly string[]).includes(mark.code));
    expect(showMarked(file.text, found), file.name).toBe(showMarked(file.text, wanted));
  }
}

/** The finding with as much detail as the mark at its place gives, so that only real differences show. */
function asMarked({ span, code, severity, message }: Finding, marks: readonly Mark[]): Mark {
  const twin = marks.find(
    (m) => m.code === code && m.span.start === span.start && m.span.end === span.end,
  );
  const part = twin?.message;
  return {
    span,
    code,
    severity: twin?.severity === undefined ? undefined : severity,
    message: part === undefined || message.includes(part) ? part : message,
  };
}
