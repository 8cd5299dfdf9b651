/**
 * Last good contents in marked texts: `=== last-good/PROACTIVE-JOBS.md` is what the queue of that name said before
 * something outside of the editor changed it. It is no file of its own.
 */
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { type GuardAlarm, guardVerdict } from '../../server/src/core/guard/guardVerdict';
import type { Marked, MarkedFile } from './marker';

const folder = 'last-good/';

/** The files that exist. */
export function presentFiles({ files }: Marked): readonly MarkedFile[] {
  return files.filter(({ name }) => !name.startsWith(folder));
}

/** The alarms that the queue guard would have open, by uri. */
export function alarmsOfMarked({ files, options }: Marked): ReadonlyMap<string, GuardAlarm> {
  const read = ({ uri, text }: MarkedFile) => readQueue(uri, text, options);
  const alarms = new Map<string, GuardAlarm>();
  for (const old of files.filter(({ name }) => name.startsWith(folder))) {
    const now = files.find(({ name }) => name === old.name.slice(folder.length));
    if (now === undefined) throw new Error(`There is no ${old.name.slice(folder.length)}.`);
    const verdict = guardVerdict(read(old), read(now));
    if (verdict.kind === 'alarm') alarms.set(now.uri, verdict.alarm);
  }
  return alarms;
}
