/** The queues of a picture with the text that counts for each. */
import type { CurrentText, DocumentStore } from '../workspace/documentStore';
import type { QueuePlace } from './sessionConfig';

/** A queue file as the world shows it. */
export interface QueueSource {
  readonly uri: string;
  readonly place: QueuePlace;
  readonly text: CurrentText | undefined;
  readonly trouble: string | undefined;
  /** Open in the editor, and no longer on the disk. */
  readonly isGone: boolean;
}

/** All files, open or on disk, that `placeOf` calls queues, in the order of their addresses. */
export function queueSources(
  store: DocumentStore,
  placeOf: (uri: string) => QueuePlace | undefined,
): readonly QueueSource[] {
  const uris = new Set([...store.openUris(), ...store.diskUris()]);
  return [...uris].sort().flatMap((uri) => {
    const place = placeOf(uri);
    if (place === undefined) return [];
    const [text, trouble, isGone] = [store.current(uri), store.trouble(uri), store.isGone(uri)];
    return [{ uri, place, text, trouble, isGone }];
  });
}
