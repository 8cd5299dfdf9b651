/** Exports as an action: makes the content with what is fetched for it, and hands it to the panel. */
import type { FromGraphPage, GraphExportFormat } from '../../../server/src/protocol/graphMessages';
import type { Drawing } from './drawing';
import type { Extras } from './loadExtras';
import type { PageState } from './pageState';

/** What it needs of the page. */
interface ExportGround {
  readonly drawing: Drawing | undefined;
  change(patch: Partial<PageState>): void;
  post(message: FromGraphPage): void;
}

/** Sends the picture as it is now; a failure becomes a notice. Never rejects. */
export async function sendExport(
  page: ExportGround,
  format: GraphExportFormat,
  extras: () => Promise<Extras>,
): Promise<void> {
  const { drawing } = page;
  if (drawing === undefined) return;
  try {
    const { exportContent } = await extras();
    page.post({ kind: 'export', format, content: await exportContent(drawing, format) });
  } catch (error) {
    page.change({ notice: `The graph could not be exported: ${String(error)}` });
  }
}
