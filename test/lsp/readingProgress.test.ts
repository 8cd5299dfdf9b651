// The sign that files beside the queues are being read: it comes where there are many, and always goes again.
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { showReading } from '../../server/src/lsp/readingProgress';
import type { ReadingProgress } from '../../server/src/session/runFileShelf';
import { RecordingLogger } from '../support/recordingLogger';

/** An editor that gives out signs when the test says so, and a session that tells what the test says. */
function shownReading() {
  const signs: string[][] = [];
  const asked: (() => void)[] = [];
  let tell = (_: ReadingProgress | undefined): void => undefined;
  const createWorkDoneProgress = (): Promise<WorkDoneProgressServerReporter> =>
    new Promise((resolve) => {
      asked.push(() => {
        const said: string[] = [];
        signs.push(said);
        resolve({
          begin: () => said.push('begin'),
          report: (percent: number | string) => said.push(`${percent}`),
          done: () => said.push('done'),
        } as unknown as WorkDoneProgressServerReporter);
      });
    });
  showReading(
    { window: { createWorkDoneProgress } },
    { onReading: (listener) => (tell = listener) },
    new RecordingLogger(),
  );
  const answer = async (): Promise<void> => {
    asked.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { signs, tell: (progress?: ReadingProgress) => tell(progress), answer };
}

test('it follows the reading of many files to its end', async () => {
  const { signs, tell, answer } = shownReading();
  tell({ done: 1, total: 1_000 });
  await answer();
  tell({ done: 500, total: 1_000 });
  tell(undefined);
  expect(signs).toEqual([['begin', '50', 'done']]);
});

test('one reading that begins while the editor still makes the sign of the last leaves none behind', async () => {
  const { signs, tell, answer } = shownReading();
  tell({ done: 1, total: 1_000 });
  tell(undefined);
  tell({ done: 1, total: 1_000 });
  await answer();
  await answer();
  tell({ done: 500, total: 1_000 });
  tell(undefined);
  expect(signs.map((said) => said.at(-1))).toEqual(['done', 'done']);
});
