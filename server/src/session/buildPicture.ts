/** From texts to a picture: read, derive, check. The editor and the command line both come through here. */
import type { Finding } from '../core/rules/finding';
import type { SeverityOf } from '../core/rules/runRules';
import type { QueueDocument } from '../core/model/queueDocument';
import type { CoreOptions } from '../core/options';
import type { QueueState, StateInput } from '../core/state';
import type { Logger } from '../workspace/ports';
import type { DocumentMemo } from './documentMemo';
import type { Engine } from './engine';
import type { BesideFile, Picture, QueueFile } from './picture';
import type { RunFileMemo } from './runFileMemo';
import type { RunInput } from './runPlaces';
import type { QueueSource } from './queueSources';

export interface PictureInput {
  readonly revision: number;
  /** In the order of their URIs. */
  readonly sources: readonly QueueSource[];
  /** The files beside the queues, in the order of their URIs. */
  readonly runInputs: readonly RunInput[];
  readonly options: CoreOptions;
  /** In ms since the epoch. */
  readonly now: number;
  readonly scanning: boolean;
  readonly reading: boolean;
  /** The state before this one; what has not changed is taken from it. */
  readonly previous: QueueState | undefined;
}

export interface PictureTools {
  readonly engine: Engine;
  readonly memo: DocumentMemo;
  readonly runMemo: RunFileMemo;
  readonly logger: Logger;
  /** Called between documents; false stops the work, because its result is no longer wanted. */
  goOn(): Promise<boolean>;
}

/** The picture; nothing when it was stopped. A document or rule that breaks us is logged and left out. */
export async function buildPicture(
  input: PictureInput,
  tools: PictureTools,
): Promise<Picture | undefined> {
  const { engine } = tools;
  const { options, sources, runInputs } = input;
  const documents: QueueDocument[] = [];
  const files = new Map<string, QueueFile>();
  for (const source of sources) {
    if (!(await tools.goOn())) return undefined;
    const document = readSource(source, options, tools);
    if (document !== undefined) documents.push(document);
    files.set(source.uri, toQueueFile(source, document !== undefined));
  }
  const runSources = runInputs.map(({ source }) => source);
  const runFiles = await tools.runMemo.readAll(runSources, options.localOffsetMinutes, () =>
    tools.goOn(),
  );
  if (runFiles === undefined) return undefined;
  const queueTimes = new Map(
    sources.flatMap(({ uri, text }) => (text === undefined ? [] : [[uri, text.modifiedAt]])),
  );
  const goneFiles = new Set(sources.flatMap(({ uri, isGone }) => (isGone ? [uri] : [])));
  const state = engine.deriveState(
    { documents, runFiles, queueTimes, goneFiles, now: input.now, options },
    input.previous,
  );
  const findings = await check(state, { documents, runFiles }, input, tools);
  if (findings === undefined) return undefined;
  const beside = new Map<string, BesideFile>();
  for (const { source, place, version } of runInputs) {
    const { uri } = source;
    if (findings.has(uri)) beside.set(uri, { uri, name: place.name, version });
  }
  const { revision, scanning, reading } = input;
  return { revision, state, files, beside, findings, scanning, reading };
}

/** What the rules find in each file, by uri, an empty list included; nothing when it was stopped. */
async function check(
  state: QueueState,
  { documents, runFiles }: Required<Pick<StateInput, 'documents' | 'runFiles'>>,
  { sources, runInputs }: PictureInput,
  tools: PictureTools,
): Promise<ReadonlyMap<string, readonly Finding[]> | undefined> {
  const onError =
    (uri: string) =>
    (code: string, error: unknown): void => {
      tools.logger.error('rule.crashed', { code, uri, error });
    };
  const severities = new Map<string, SeverityOf>([
    ...sources.map(({ uri, place }) => [uri, place.severityOf] as const),
    ...runInputs.map(({ source, place }) => [source.uri, place.severityOf] as const),
  ]);
  const severityOf = (uri: string): SeverityOf => severities.get(uri) ?? (() => undefined);
  const findings = new Map<string, readonly Finding[]>();
  for (const document of documents) {
    if (!(await tools.goOn())) return undefined;
    const { uri } = document;
    findings.set(uri, tools.engine.runRules(state, document, severityOf(uri), onError(uri)));
  }
  for (const file of runFiles) {
    if (!(await tools.goOn())) return undefined;
    const { uri } = file;
    findings.set(uri, tools.engine.runFileRules(state, file, severityOf(uri), onError(uri)));
  }
  return findings;
}

function toQueueFile({ uri, place, text, trouble }: QueueSource, isRead: boolean): QueueFile {
  return {
    uri,
    name: place.name,
    folderUri: place.folderUri,
    version: text?.version,
    trouble: isRead ? undefined : (trouble ?? ownFault),
  };
}

const ownFault = 'Proactive Jobs failed at it, and its log says how';

function readSource(
  source: QueueSource,
  options: CoreOptions,
  { memo, logger }: PictureTools,
): QueueDocument | undefined {
  if (source.text === undefined) return undefined;
  try {
    return memo.read(source.uri, source.text.text, options);
  } catch (error) {
    logger.error('reader.crashed', { uri: source.uri, error });
    return undefined;
  }
}
