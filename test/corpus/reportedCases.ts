/**
 * What dialect.md, section 4, wants to be reported of the queue file alone: code, commit and line as named there.
 *
 * Left to the issues that read heartbeats and progress files: progress-drift (a4e53e7 32, 17a77ea 33, a8ed538 84 and
 * 100, 8e23f3b 117, 9c9c3ab 172, 6221a0f 198; silent: 3359474 4 and 9, 76ef413 601), no-heartbeat (aa87057 8, 0738f2f 29,
 * 17a77ea 26, ed63d86 44), orphan heartbeats (4dd571c, a4e53e7, 9c5eab6), stale ones (a436d60 109, 8055060 428) and those
 * without a usable time (391206a, 771fbf8, 6763615).
 */
import type { Finding } from '../../server/src/core/rules/finding';
import type { RuleCode } from '../../server/src/core/rules/ruleCode';

interface Case {
  readonly commit: string;
  readonly code: RuleCode;
  /** The line that section 4 names; nothing where it names none. */
  readonly line?: number;
  /** What the message must say, where the case gives figures. */
  readonly says?: RegExp;
  /** Line of the related place, where the case says "271 vs 24". */
  readonly versus?: number;
  readonly severity?: Finding['severity'];
  readonly staleInProgressHours?: number;
}

/** Shorthand for several lines of one version with the same code. */
function on(code: RuleCode, commit: string, ...lines: readonly number[]): readonly Case[] {
  return lines.map((line) => ({ commit, code, line }));
}

function duplicate(
  commit: string,
  line: number,
  versus: number,
  severity: 'error' | 'warning',
): Case {
  return { commit, code: 'duplicate-id', line, versus, severity };
}

function exceeded(commit: string, running: number, max: number, line?: number): Case {
  const says = new RegExp(`^${running} tasks are in progress, ${max} slots? (is|are) allowed`);
  return { commit, code: 'slots-exceeded', says, ...(line === undefined ? {} : { line }) };
}

function mismatch(commit: string, line: number, says: string, running: number): Case {
  const [n, max] = says.split('/');
  const words = new RegExp(
    `says ${n} of ${max} slots are taken, but ${running} tasks? (is|are) in`,
  );
  return { commit, code: 'slot-mismatch', line, says: words };
}

function stale(commit: string, line: number, hours: number): Case {
  // Below six hours the setting is lowered to just under the age that the case states.
  const staleInProgressHours = hours > 6 ? 6 : hours - 0.1;
  // The case rounds to a tenth of an hour, the message counts full hours.
  const full = [Math.floor(hours - 0.05), Math.floor(hours + 0.05)];
  const says = new RegExp(`for (${full.join('|')}) hours`);
  return { commit, code: 'stale-in-progress', line, says, staleInProgressHours };
}

/** In no order that matters. */
export const reportedCases: readonly Case[] = [
  duplicate('babd23d', 271, 24, 'error'),
  duplicate('61ca197', 231, 208, 'error'),
  duplicate('61ca197', 268, 216, 'warning'),
  duplicate('42b9bf9', 882, 859, 'warning'),
  duplicate('cabfef9', 249, 63, 'error'),
  duplicate('cabfef9', 270, 1, 'error'),
  duplicate('7177889', 41, 27, 'warning'),
  duplicate('7177889', 222, 158, 'warning'),
  ...[158, 178, 197, 216, 235, 254, 273, 292, 311].map((line) =>
    duplicate('scheduler-at-head', line, 44, 'warning'),
  ),
  ...on('glued-heading', 'scheduler-at-head', 158),

  ...on('unresolved-dependency', '770aa07', 308, 325),
  ...on('unresolved-dependency', 'e0705a2', 317),
  ...on('unresolved-dependency', 'ed475c7', 334),
  ...on('unresolved-dependency', '447ab40', 154),
  ...on('unresolved-dependency', 'a09399c', 6),
  ...on('ambiguous-dependency', '770aa07', 374),

  ...on('unmet-dependency', 'e0705a2', 127),
  ...on('unmet-dependency', 'fd5b005', 398, 461, 479, 498),
  ...on('unmet-dependency', 'a835596', 507, 1023),
  ...on('unmet-dependency-soft', 'ad56b57', 292),
  ...on('unmet-dependency-soft', '76ef413', 677),
  ...on('unmet-dependency-soft', 'f14bffe', 872),
  ...on('unmet-dependency-soft', 'afa41bd', 1174),

  exceeded('8cfe7be', 2, 1, 11),
  exceeded('fd5b005', 8, 2, 14),
  exceeded('a835596', 4, 2),
  exceeded('cb2be42', 4, 2),
  exceeded('f12517c', 3, 2),
  mismatch('67b7046', 291, '2/2', 1),
  mismatch('afa41bd', 1130, '2/2', 1),
  mismatch('617644d', 1130, '2/2', 0),
  mismatch('6f706d9', 1130, '1/2', 0),
  mismatch('4927e29', 1316, '0/2', 2),
  mismatch('f022a8e', 1912, '0/2', 2),
  mismatch('0f99896', 4, '2/5', 1),
  ...on('slot-worker-drift', '1e208d0', 282),
  ...on('slot-worker-drift', '765a44e', 203, 204),
  ...on('slot-worker-drift', '617644d', 1130),
  ...on('slot-contradiction', 'f965fde', 573),
  ...on('slot-contradiction', '500040d', 589),

  ...['f022a8e', 'bee5588', 'acfa8a6'].flatMap((c) => on('heading-status-mismatch', c, 16)),

  ...on('mirror-drift', '4ad4e5b', 648),
  ...on('mirror-drift', 'abe2a4c', 62, 63, 64),
  ...on('mirror-drift', '8cfe7be', 39, 40),
  ...on('mirror-drift', '3e89e69', 53, 55),
  ...on('mirror-drift', '1e208d0', 261, 263, 264, 269, 270, 271),
  ...on('mirror-drift', '64942cc', 110),

  ...on('dep-annotation-drift', 'ffec914', 108, 130, 152, 173),
  ...on('dep-annotation-drift', '3e07feb', 54),
  ...on('dep-annotation-drift', 'ad56b57', 336, 374, 413, 452),
  ...on('dep-annotation-drift', '597cc89', 337),
  ...on('dep-annotation-drift', '5d8e30c', 274),
  ...on('dep-annotation-drift', '9edde5c', 602),

  ...on('unknown-status', '64942cc', 115),
  ...on('unknown-status', '90944db', 597),
  ...on('missing-status', '7fe251f', 89, 107, 124),
  ...on('missing-status', '850dd7d', 220, 224),
  ...on('missing-status', '459550f', 498),

  ...on('duplicate-field', '64942cc', 217),
  ...on('duplicate-field', '4927e29', 91),
  ...on('duplicate-field', '0f99896', 226),
  ...on('duplicate-field', 'e519f53', 265),

  stale('d7795c0', 2841, 38.4),
  stale('c29c8e3', 1084, 7.0),
  stale('c29c8e3', 346, 5.7),
  stale('4927e29', 1797, 4.0),
  stale('4927e29', 1804, 4.0),

  ...on('missing-started', '7177889', 27, 31),
  ...on('missing-model', '7177889', 27, 31),
  ...on('missing-started', '4f0a51f', 26, 54),
  ...on('missing-worker', '8cfe7be', 78, 94),

  ...on('ts-future', 'f727921', 791),
  ...on('ts-future', '8040880', 725),
  ...on('ts-format', 'a8dc25d', 81, 92),
  ...on('ts-order', '03e5d2e', 290),
  ...on('ts-order', '5d8e30c', 142),
  ...on('ts-order', '82aa8b9', 123),

  ...on('stale-blocked', '43ba65c', 50, 77),
  ...on('stale-blocked', '447ab40', 172, 178),
  ...on('stale-blocked', 'babd23d', 421),
  ...on('done-before-dependency', '85389a7', 26, 43),
  ...on('done-before-dependency', '6376830', 269),

  ...on('elided-content', '903e0f7', 4),
  ...on('elided-content', '82aa8b9', 143),
  ...on('elided-content', '8ebb570', 192),
  ...on('orphan-table-row', '8ebb570', 67, 69, 70, 71),
  ...on('orphan-table-row', 'e519f53', 54),
  ...on('done-unchecked-ac', 'f07cbc6', 111, 124, 136),
  ...on('done-unchecked-ac', '8a66fdd', 228, 265),
];
