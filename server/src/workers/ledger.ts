/** The append-only record of all attempts: one line for each thing that happened, never changed afterwards. */
import { type LedgerReading, readLedger } from './foldLedger';
import { type LedgerEntry, ledgerLine } from './ledgerEntry';
import type { WorkerFiles } from './workerPorts';

export interface Ledger {
  /** Throws only when the file is there and cannot be read. */
  read(): Promise<LedgerReading>;
  /** Returns once the line is written; throws when it could not be. */
  append(entry: LedgerEntry): Promise<void>;
}

export function ledgerAt(files: WorkerFiles, path: string): Ledger {
  return {
    async read() {
      return readLedger((await files.read(path)) ?? '', path);
    },
    async append(entry) {
      const text = (await files.read(path)) ?? '';
      // A line that was cut off by a crash must not swallow the next one.
      const lead = text === '' || text.endsWith('\n') ? '' : '\n';
      await files.append(path, lead + ledgerLine(entry));
    },
  };
}
