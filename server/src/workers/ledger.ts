/** The append-only record of all attempts: one line for each thing that happened, never changed afterwards. */
import { reasonOf } from './backends/reasonOf';
import { emptyLedger, type LedgerReading, readLedger } from './foldLedger';
import { type LedgerEntry, ledgerLine } from './ledgerEntry';
import type { WorkerFiles } from './workerPorts';

export interface Ledger {
  /** Throws only when the file is there and cannot be read. */
  read(): Promise<LedgerReading>;
  /** Returns once the line is written; throws when it could not be. */
  append(entry: LedgerEntry): Promise<void>;
}

/** The ledger at `path`; several of them, also of other processes, may stand over one file. */
export function ledgerAt(files: WorkerFiles, path: string): Ledger {
  /** The whole lines that were folded last: only what was added to them since has to be read. */
  let known = { text: '', reading: emptyLedger };
  return {
    async read() {
      const text = await textAt(files, path);
      // A person may have restored or mended the file: then all of it is read anew.
      const from = text.startsWith(known.text) ? known : { text: '', reading: emptyLedger };
      const end = text.lastIndexOf('\n') + 1;
      const whole = text.slice(from.text.length, end);
      if (whole !== '' || from !== known)
        known = { text: text.slice(0, end), reading: readLedger(whole, path, from.reading) };
      // A last line without its end may be half-written still, and is folded anew when it is read again.
      return readLedger(text.slice(end), path, known.reading);
    },
    async append(entry) {
      const text = await textAt(files, path);
      // A line that was cut off by a crash must not swallow the next one.
      const lead = text === '' || text.endsWith('\n') ? '' : '\n';
      await files.append(path, lead + ledgerLine(entry));
    },
  };
}

/** The disk alone does not say which file it cannot read. */
async function textAt(files: WorkerFiles, path: string): Promise<string> {
  try {
    return (await files.read(path)) ?? '';
  } catch (error) {
    throw new Error(`${path} cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}
