/** Quick fixes at findings, all of a kind in one file, and on saving those that leave nothing to decide. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver/node';
import { type EditContext, editContextOf } from '../core/edits/editContext';
import { codesForAll, fixAll, fixesFor, mechanicalCodes } from '../core/fixes/fixesFor';
import type { QueueDocument } from '../core/model/queueDocument';
import type { Finding } from '../core/rules/finding';
import { type RuleCode, ruleCodes } from '../core/rules/ruleCode';
import type { QueueState } from '../core/state';
import { offsetAt } from '../core/text/lineTable';
import type { Picture } from '../session/picture';
import { normalUri } from '../workspace/uris';
import type { Feature } from './feature';
import { guard } from './guard';
import { toDiagnostics } from './toDiagnostics';
import { toWorkspaceEdit } from './toWorkspaceEdit';

const fixAllKind = `${CodeActionKind.SourceFixAll}.proactive-jobs`;

/** What an action that is worked out later carries: names only, everything else is looked up again. */
interface LaterFix {
  readonly uri: string;
  readonly codes: readonly string[];
}

export const codeActionFeature: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
      resolveProvider: true,
    },
  },
  register(connection, { session, logger }) {
    // What an edit has parsed to check itself is kept as long as the state lives.
    const contexts = new WeakMap<QueueState, EditContext>();
    const contextOf = (state: QueueState): EditContext => {
      const context = contexts.get(state) ?? editContextOf(state);
      contexts.set(state, context);
      return context;
    };
    connection.onCodeAction(
      guard('codeAction', logger, async ({ textDocument, range, context }, token) => {
        const picture = await session.current(() => token.isCancellationRequested);
        const uri = normalUri(textDocument.uri);
        const document = picture?.state.documents.get(uri);
        if (picture === undefined || document === undefined) return null;
        return [
          ...(isWanted(CodeActionKind.QuickFix, context)
            ? quickFixes(picture, contextOf(picture.state), document, range, context.diagnostics)
            : []),
          ...(isWanted(fixAllKind, context) ? fixAllActions(picture, uri) : []),
        ];
      }),
    );
    connection.onCodeActionResolve(
      guardResolve(async (action) => {
        const later = readLater(action.data);
        const picture = later && (await session.current());
        if (later === undefined || picture === undefined) return action;
        const edits = fixAll(contextOf(picture.state), later.uri, later.codes);
        const edit = edits.length === 0 ? undefined : toWorkspaceEdit(picture, edits);
        return edit === undefined ? action : { ...action, edit };
      }),
    );

    /** A broken resolve answers the action as it came: the protocol knows no empty answer here. */
    function guardResolve(answer: (action: CodeAction) => Promise<CodeAction>) {
      return async (action: CodeAction): Promise<CodeAction> => {
        try {
          return await answer(action);
        } catch (error) {
          logger.error('request.crashed', { name: 'codeActionResolve', error });
          return action;
        }
      };
    }
  },
};

/** The client asks for kinds by their beginnings; without asking it gets those that belong to a place. */
function isWanted(kind: string, { only }: CodeActionContext): boolean {
  if (only === undefined) return kind === CodeActionKind.QuickFix;
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(
  picture: Picture,
  context: EditContext,
  document: QueueDocument,
  range: Range,
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  const { uri, lines } = document;
  const start = offsetAt(lines, range.start);
  const end = offsetAt(lines, range.end);
  const all = picture.findings.get(uri) ?? [];
  const here = all.filter(({ span }) => span.start <= end && start <= span.end);
  const fixes = here.flatMap((finding) => {
    const diagnostics = [diagnosticOf(picture.state, uri, finding, shown)];
    return fixesFor(context, uri, finding).flatMap((fix): CodeAction[] => {
      const edit = toWorkspaceEdit(picture, fix.edits);
      if (edit === undefined) return [];
      const { title, isPreferred } = fix;
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit }];
    });
  });
  return [...fixes, ...allOfKind(picture.state, uri, all, here, shown)];
}

/** "Fix all 4 …" for each kind at this place that occurs more than once and has a fix that is nearly always right. */
function allOfKind(
  state: QueueState,
  uri: string,
  all: readonly Finding[],
  here: readonly Finding[],
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  return codesForAll().flatMap((code): CodeAction[] => {
    const own = all.filter((finding) => finding.code === code);
    const first = here.find((finding) => finding.code === code);
    if (first === undefined || own.length < 2) return [];
    const data: LaterFix = { uri, codes: [code] };
    return [
      {
        title: `Fix all ${own.length} ${code} in this file`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(state, uri, first, shown)],
        data,
      },
    ];
  });
}

function fixAllActions({ findings }: Picture, uri: string): readonly CodeAction[] {
  const found = new Set((findings.get(uri) ?? []).map(({ code }) => code));
  const codes = mechanicalCodes().filter((code) => found.has(code));
  if (codes.length === 0) return [];
  const data: LaterFix = { uri, codes };
  return [{ title: 'Fix all that leaves nothing to decide', kind: fixAllKind, data }];
}

/** The diagnostic as the client has it, so that it is recognised; else as we would send it. */
function diagnosticOf(
  state: QueueState,
  uri: string,
  finding: Finding,
  shown: readonly Diagnostic[],
): Diagnostic {
  const [own] = toDiagnostics(state, uri, [finding]) as [Diagnostic];
  return shown.find((d) => d.code === own.code && sameRange(d.range, own.range)) ?? own;
}

function sameRange(a: Range, b: Range): boolean {
  const flat = ({ start, end }: Range): string =>
    [start.line, start.character, end.line, end.character].join();
  return flat(a) === flat(b);
}

/** What comes back from the client is checked like any other input. */
function readLater(data: unknown): { uri: string; codes: readonly RuleCode[] } | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('codes' in data))
    return undefined;
  const { uri, codes } = data;
  if (typeof uri !== 'string' || !Array.isArray(codes)) return undefined;
  return { uri: normalUri(uri), codes: ruleCodes.filter((code) => codes.includes(code)) };
}
