/** Editors keep a byte order mark to themselves, and show a file with one kind of line break. */

/** Whether an editor that has read `file` and changed nothing shows `shown`. */
export function showsFile(shown: string, file: string): boolean {
  return shown === file || plain(shown) === plain(file);
}

function plain(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
