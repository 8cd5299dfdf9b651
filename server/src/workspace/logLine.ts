/** Log events as text. */
import type { LogData } from './ports';

/** One line; errors among the data follow with their stacks. */
export function logLine(event: string, data: LogData = {}): string {
  const plain: [string, unknown][] = [];
  const stacks: string[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (value instanceof Error) stacks.push(value.stack ?? value.message);
    else plain.push([key, value]);
  }
  const details = plain.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' ');
  return [[event, details].filter((part) => part !== '').join(' '), ...stacks].join('\n');
}
