/** A part of a URI with its escapes read; as it stands where they are none: a file may really be called "100%.md". */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
