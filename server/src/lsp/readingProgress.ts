/** Shows in the editor how far the reading of the files beside the queues has come, where there are many. */
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver/node';
import type { QueueSession } from '../session/queueSession';
import type { ReadingProgress } from '../session/runFileShelf';
import type { Logger } from '../workspace/ports';
import { guardTask } from './guard';

/** Fewer files are read before anybody could read the words. */
const notable = 300;
const title = 'Reading the files beside the queues';

/** Listens to the session until it ends. To be called once the client is known to show progress. */
export function showReading(
  connection: { readonly window: Pick<Connection['window'], 'createWorkDoneProgress'> },
  session: Pick<QueueSession, 'onReading'>,
  logger: Logger,
): void {
  let reporter: WorkDoneProgressReporter | undefined;
  /** Which reading is under way; nothing between two of them. */
  let running: symbol | undefined;
  let shown = -1;
  const begin = async (reading: symbol): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    created.begin(title, 0, undefined, false);
    if (running === reading) reporter = created;
    else created.done(); // It was faster than the editor.
  };
  session.onReading((progress: ReadingProgress | undefined) => {
    if (progress === undefined) {
      running = undefined;
      reporter?.done();
      reporter = undefined;
      return;
    }
    const { done, total } = progress;
    if (total < notable) return;
    if (running === undefined) {
      const reading = (running = Symbol('reading'));
      shown = -1;
      guardTask('readingProgress', logger, () => begin(reading));
    }
    const percent = Math.floor((100 * done) / total);
    if (reporter === undefined || percent === shown) return;
    shown = percent;
    reporter.report(percent, `${done} of ${total}`);
  });
}
