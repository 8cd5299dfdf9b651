/** A log that can be asked what was said. */
import type { LogData, Logger } from '../../server/src/workspace/ports';

export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly event: string;
  readonly data: LogData;
}

export class RecordingLogger implements Logger {
  readonly entries: LogEntry[] = [];

  debug(event: string, data: LogData = {}): void {
    this.entries.push({ level: 'debug', event, data });
  }
  info(event: string, data: LogData = {}): void {
    this.entries.push({ level: 'info', event, data });
  }
  warn(event: string, data: LogData = {}): void {
    this.entries.push({ level: 'warn', event, data });
  }
  error(event: string, data: LogData = {}): void {
    this.entries.push({ level: 'error', event, data });
  }

  /** Names of the events of a level, in order. */
  events(level: LogEntry['level']): readonly string[] {
    return this.entries.filter((entry) => entry.level === level).map(({ event }) => event);
  }
}
