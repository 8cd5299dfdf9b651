/** URIs in one spelling, and paths relative to a folder. Inside the server a file is always its URI. */
import { URI, Utils } from 'vscode-uri';

/** The spelling we compare by: clients differ in what they escape. An unparsable URI comes back as it is. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri; // Nothing to normalise: it equals itself, which is all that is needed.
  }
}

/** Path of a file below a folder, with `/`; nothing when it does not lie there. Drive letters count without their case. */
export function pathBelow(folderUri: string, uri: string): string | undefined {
  const folder = URI.parse(folderUri);
  const file = URI.parse(uri);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const [base, path] = [
    withSmallDrive(folder.path).replace(/\/?$/, '/'),
    withSmallDrive(file.path),
  ];
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** The folders below `folderUri` that hold the file, the innermost first; none when it does not lie there. */
export function foldersBetween(folderUri: string, uri: string): readonly string[] {
  const steps = (pathBelow(folderUri, uri) ?? '').split('/').slice(0, -1);
  const folder = URI.parse(folderUri);
  return steps.map((_, n) =>
    Utils.joinPath(folder, ...steps.slice(0, steps.length - n)).toString(),
  );
}

function withSmallDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The last part of the path. */
export function fileNameOf(uri: string): string {
  return URI.parse(uri).path.split('/').pop() ?? uri;
}
