/** Our own messages between client and server, besides the language server protocol. */
import type { QueueSnapshot } from './snapshot';

/** Server → client, after every rebuild. */
export const snapshotNotification = 'proactiveJobs/snapshot';
export type SnapshotParams = QueueSnapshot;

/** Client → server, no parameters: search the workspace again. */
export const rescanNotification = 'proactiveJobs/rescan';

/** Client → server, no parameters: the window has the focus again, changes to known files may have been missed. */
export const recheckNotification = 'proactiveJobs/recheck';
