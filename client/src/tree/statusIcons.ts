/** A shape and a colour for each status; the shape alone tells them apart. */
import type { StatusView } from '../../../server/src/protocol/snapshot';

export interface NodeIcon {
  /** Name of a codicon. */
  readonly id: string;
  /** Id of a theme colour. */
  readonly color?: string;
}

export const statusIcons: Readonly<Record<StatusView, NodeIcon>> = {
  pending: { id: 'circle-outline' },
  'in-progress': { id: 'sync', color: 'charts.blue' },
  'needs-validation': { id: 'eye', color: 'charts.yellow' },
  'self-validated': { id: 'pass', color: 'charts.yellow' },
  validated: { id: 'verified-filled', color: 'charts.green' },
  complete: { id: 'pass-filled', color: 'charts.green' },
  blocked: { id: 'stop-circle', color: 'editorWarning.foreground' },
  failed: { id: 'error', color: 'charts.red' },
  cancelled: { id: 'circle-slash', color: 'disabledForeground' },
  unknown: { id: 'question', color: 'charts.yellow' },
};

export const managerIcon: NodeIcon = { id: 'organization', color: 'charts.blue' };
export const queueIcon: NodeIcon = { id: 'checklist' };
/** For a queue whose tasks cannot be shown. */
export const unreadIcon: NodeIcon = { id: 'warning', color: 'editorWarning.foreground' };
export const groupIcon: NodeIcon = { id: 'layers' };
/** For a group that is finished. */
export const doneIcon: NodeIcon = { id: 'pass-filled', color: 'charts.green' };
