/** Which tasks would be started next, over all folders: a dry run. */
import { URI } from 'vscode-uri';
import { decidingDeclaration } from '../core/index/decidingDeclaration';
import { statedWords } from '../core/model/statedField';
import type { TaskKey } from '../core/model/taskKey';
import { plainText } from '../core/parse/plainText';
import { nextBatch, type Batch } from '../core/spawn/nextBatch';
import type { BatchItemView, BatchParams, BatchView } from '../protocol/workerMessages';
import type { Picture } from '../session/picture';
import type { FolderOfWorkers } from './workerEngines';

/** `held` are the tasks of all attempts that may be alive. Queues outside of every folder are left out. */
export function batchView(
  picture: Picture,
  { how, uri, keys }: BatchParams,
  folders: readonly FolderOfWorkers[],
  held: readonly TaskKey[],
): BatchView {
  const chosen: TaskKey[] = [];
  const skipped: Batch['skipped'][number][] = [];
  for (const folder of folders) {
    const all = [...picture.files.values()].filter(({ folderUri }) => folderUri === folder.uri);
    const own = all.filter((file) => uri === undefined || file.uri === uri);
    // Together where that is the same question: the most urgent task of all queues goes first.
    const isWhole = own.length === picture.files.size;
    for (const only of isWhole ? [undefined] : own.map((file) => file.uri)) {
      const batch = nextBatch(picture.state, {
        how,
        ...(only === undefined ? {} : { uri: only }),
        ...(keys === undefined ? {} : { keys: keys as readonly TaskKey[] }),
        held: [...held, ...chosen],
        maxWorkers: folder.config.maxConcurrent,
        cwd: URI.parse(folder.uri).fsPath,
      });
      const isEnough = how === 'next' && chosen.length > 0;
      if (!isEnough) chosen.push(...batch.chosen);
      skipped.push(...batch.skipped);
    }
  }
  return {
    chosen: chosen.map((key) => itemOf(picture, key)),
    skipped: skipped.map(({ key, why }) => ({ ...itemOf(picture, key), why })),
  };
}

function itemOf({ state, files }: Picture, key: TaskKey): BatchItemView {
  const task = state.index.tasks.get(key);
  const declaration = task && decidingDeclaration(state.documents, task);
  const model = declaration && statedWords(declaration, 'model');
  return {
    key,
    id: task?.id ?? '',
    title: plainText(declaration?.title?.value ?? ''),
    ...(model === undefined ? {} : { model }),
    queue: (task && files.get(task.uri)?.name) ?? '',
  };
}
