/** Why a file cannot be read, as a person would say it. */

/** Without the code, the call and the path of the system's own words; words of ours stay as they are. */
export function troubleWords(reason: string): string {
  const [, code, words] = /^(E[A-Z0-9]+): (.+?)(?:, [a-z]+(?: '.*)?)?$/s.exec(reason) ?? [];
  if (code === 'EACCES' || code === 'EPERM') return 'there is no permission to open it';
  return words ?? reason;
}
