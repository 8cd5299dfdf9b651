/** What an export holds: text, of a PNG its base64. */
import type { GraphExportFormat } from '../../../server/src/protocol/graphMessages';
import type { Drawing } from './drawing';

export async function exportContent(drawing: Drawing, format: GraphExportFormat): Promise<string> {
  return JSON.stringify([drawing.visible.revision, format]);
}
