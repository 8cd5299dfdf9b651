/** A part of an address as its file is called. One with a stray `%` stays as it is: a file may really be called "100%.md". */
export function decodedUri(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
