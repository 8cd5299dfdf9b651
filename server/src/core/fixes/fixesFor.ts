/** The fixes of one finding, and of all findings of a kind in one file. */
import { contextAfter, type EditContext } from '../edits/editContext';
import { composeEdits } from '../edits/composeEdits';
import type { TextEdit } from '../edits/textEdit';
import type { Finding } from '../rules/finding';
import { rules } from '../rules/registry';
import type { RuleCode } from '../rules/ruleCode';
import { runRules } from '../rules/runRules';
import type { Fix, FixProvider, Offer } from './fix';
import { fixes } from './registry';

/** Best first; empty when nothing helps, or when the finding is no longer there. */
export function fixesFor(
  context: EditContext,
  uri: string,
  finding: Finding,
  providers: readonly FixProvider[] = fixes,
): readonly Fix[] {
  const provider = providers.find((p) => p.code === finding.code);
  return offersOf(context, uri, finding, provider).flatMap((offer) => {
    const result = offer.make(context);
    if (result.kind === 'refused' || result.edits.length === 0) return [];
    const { title, isPreferred = false } = offer;
    return [{ code: finding.code, title, isPreferred, edits: result.edits }];
  });
}

/** Damage comes first: until it is repaired, nothing else can be written there. */
const damage: readonly RuleCode[] = ['literal-newlines', 'mojibake', 'glued-heading'];

/** The codes whose fixes leave nothing to decide, in the order to apply them. */
export function mechanicalCodes(providers: readonly FixProvider[] = fixes): readonly RuleCode[] {
  const codes = providers.filter((p) => p.isMechanical === true).map((p) => p.code);
  return [...damage.filter((c) => codes.includes(c)), ...codes.filter((c) => !damage.includes(c))];
}

/** The codes that may be fixed for a whole file when somebody asks for it. */
export function codesForAll(providers: readonly FixProvider[] = fixes): readonly RuleCode[] {
  return providers.filter((p) => p.isMechanical === true || p.isForAll === true).map((p) => p.code);
}

/** A file with more findings of one kind is mended in several goes. */
const most = 300;

/**
 * The preferred fix of every finding of these codes in one file, each made for what the ones before left. Nothing when
 * there is none.
 */
export function fixAll(
  context: EditContext,
  uri: string,
  codes: readonly RuleCode[],
  providers: readonly FixProvider[] = fixes,
): readonly TextEdit[] {
  const first = context.state.documents.get(uri);
  if (!first) return [];
  const rounds: (readonly TextEdit[])[] = [];
  let current = context;
  for (const code of codes) {
    const provider = providers.find((p) => p.code === code);
    let hopeless = 0;
    while (rounds.length < most) {
      const finding = findingsOf(current, uri, code)[hopeless];
      if (!finding) break;
      const edits = preferredEdits(current, uri, finding, provider);
      const next = edits.length > 0 ? contextAfter(current, uri, edits) : undefined;
      if (!next || 'kind' in next) {
        hopeless++;
        continue;
      }
      rounds.push(edits);
      current = next;
    }
  }
  return composeEdits(uri, first.text, rounds);
}

/** The edits of the preferred offer, if they stay in this file. */
function preferredEdits(
  context: EditContext,
  uri: string,
  finding: Finding,
  provider: FixProvider | undefined,
): readonly TextEdit[] {
  const offer = offersOf(context, uri, finding, provider).find((o) => o.isPreferred === true);
  const result = offer?.make(context);
  if (result?.kind !== 'edits' || result.edits.some((e) => e.uri !== uri)) return [];
  return result.edits;
}

function offersOf(
  context: EditContext,
  uri: string,
  finding: Finding,
  provider: FixProvider | undefined,
): readonly Offer[] {
  const document = context.state.documents.get(uri);
  return document && provider ? [...provider.offers({ context, document, finding })] : [];
}

function findingsOf({ state }: EditContext, uri: string, code: RuleCode): readonly Finding[] {
  const document = state.documents.get(uri);
  const own = rules.filter((rule) => rule.code === code);
  // A rule that throws here was reported when the diagnostics were made; there is nothing to fix then.
  const ignore = (): void => undefined;
  return document ? runRules(state, document, () => undefined, ignore, own) : [];
}
