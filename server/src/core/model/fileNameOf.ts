/** The file name of a queue, for messages about it. */
export function fileNameOf(uri: string): string {
  return decodeURIComponentSafely(uri.slice(uri.lastIndexOf('/') + 1));
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A file may really be called "100%.md"; its name is then shown as it stands.
    return text;
  }
}
