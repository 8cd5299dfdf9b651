/** Text of a file must not command the terminal: control characters are shown as their codes. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
