import { decodedUri } from './decodedUri';

/** The file name of a queue, for messages about it. */
export function fileNameOf(uri: string): string {
  return decodedUri(uri.slice(uri.lastIndexOf('/') + 1));
}
