/** URIs in one spelling, and paths relative to a folder. Inside the server a file is always its URI. */
import { URI } from 'vscode-uri';

/** The spelling we compare by: clients differ in what they escape. An unparsable URI comes back as it is. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri; // Nothing to normalise: it equals itself, which is all that is needed.
  }
}

/** Path of a file below a folder, with `/`; nothing when it does not lie there. */
export function pathBelow(folderUri: string, uri: string): string | undefined {
  const folder = URI.parse(folderUri);
  const file = URI.parse(uri);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.startsWith(base) ? file.path.slice(base.length) : undefined;
}

/** The last part of the path. */
export function fileNameOf(uri: string): string {
  return URI.parse(uri).path.split('/').pop() ?? uri;
}
