/** Lenses above tasks: where they stand is answered at once, what they say when they come into view. */
import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import { lensesOf, lensTitle, type LensKind } from '../core/features/codeLenses';
import type { TaskKey } from '../core/model/taskKey';
import { rangeOf } from '../core/text/lineTable';
import type { QueueSession } from '../session/queueSession';
import { normalUri } from '../workspace/uris';
import type { Feature } from './feature';
import { guard, guardTask } from './guard';
import { lensCommands, lensOptions } from './workerLenses';
import type { WorkerFace } from './workersFeature';

/** What a lens carries until it is resolved: a key and a word, looked up again then. */
interface LensData {
  readonly key: TaskKey;
  readonly kind: LensKind;
}

export const codeLensFeature: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(connection, { session, logger, workers, canRefreshLenses }) {
    /** By URI as the client writes it: what was said, without the places, since the editor moves those itself. */
    const said = new Map<string, string>();
    connection.onCodeLens(
      guard('codeLens', logger, ({ textDocument: { uri } }): CodeLens[] => {
        const lenses = answer(session, workers, normalUri(uri));
        said.set(uri, wordsOf(lenses));
        return lenses.map(({ range, data }) => ({ range, data }));
      }),
    );
    connection.onCodeLensResolve(async (lens) => {
      const answered = await guard('codeLensResolve', logger, () => {
        const data = readData(lens.data);
        const state = session.picture?.state;
        if (data === undefined || state === undefined) return null;
        const title = lensTitle(state, data, lensOptions(workers));
        if (title === undefined) return null;
        return {
          ...lens,
          command: {
            title: apart(title),
            command: lensCommands[data.kind],
            arguments: [data.key],
          },
        };
      })(lens, neverCancelled);
      return answered !== null && 'range' in answered ? answered : lens;
    });
    const check = (): void => {
      guardTask('codeLensRefresh', logger, async () => {
        for (const uri of said.keys())
          if (session.textOf(uri)?.version === undefined) said.delete(uri);
        const isOld = [...said].some(
          ([uri, words]) => wordsOf(answer(session, workers, normalUri(uri))) !== words,
        );
        if (isOld && canRefreshLenses()) await connection.sendRequest(CodeLensRefreshRequest.type);
      });
    };
    session.onPicture(check);
    workers.onChange(check);
  },
};

interface Answer {
  readonly range: CodeLens['range'];
  readonly data: LensData;
  readonly title: string;
}

/** The places are those of the text as it is now; everything else is of the newest picture, which may be behind. */
function answer(session: QueueSession, workers: WorkerFace, uri: string): readonly Answer[] {
  const state = session.picture?.state;
  const document = session.document(uri);
  if (state === undefined || document === undefined || !workers.isOffered) return [];
  const options = lensOptions(workers);
  return lensesOf(state, document, options).map(({ key, kind, line }) => ({
    range: rangeOf(document.lines, line),
    data: { key, kind },
    title: lensTitle(state, { key, kind }, options) ?? '',
  }));
}

function wordsOf(answers: readonly Answer[]): string {
  return answers.map(({ data, title }) => `${data.key}\t${data.kind}\t${title}`).join('\n');
}

function readData(data: unknown): LensData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { key, kind } = data as Readonly<Record<string, unknown>>;
  return typeof key === 'string' && typeof kind === 'string' && kind in lensCommands
    ? { key: key as TaskKey, kind: kind as LensKind }
    : undefined;
}

/** An icon and its words with a gap between them: a plain space is not drawn there. */
function apart(title: string): string {
  return title.replace(/^(\$\([\w-]+\)) /, '$1\u00a0');
}

/** The protocol knows no cancelled answer of a lens. */
const neverCancelled = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};
