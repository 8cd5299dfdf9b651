/** Edits by commands leave files as they found them: saved ones saved, others with their unsaved changes. */
import { openAsOnDisk } from './openAsOnDisk';

/**
 * Opens the files, so that edits are bound to what was read, has `work` edit them, and saves those that had no unsaved
 * changes, also when `work` fails. Rejects before anything is done when a file is not what the editor shows.
 */
export async function savingWhatWasClean<Result>(
  uris: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const documents = await Promise.all([...new Set(uris)].map((uri) => openAsOnDisk(uri)));
  const clean = documents.filter((document) => !document.isDirty);
  try {
    return await work();
  } finally {
    for (const document of clean) if (document.isDirty) await document.save();
  }
}
