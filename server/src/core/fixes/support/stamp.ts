/** The present as the file writes times: `2026-03-01 12:00 EST`, in the zone it uses. The clock is the state's. */
import { mostFrequent } from '../../edits/fileStyle';
import type { QueueDocument } from '../../model/queueDocument';
import type { QueueState } from '../../state';
import { readTime } from '../../time/readTime';

const minute = 60_000;

/** Date, time and zone: the zone of `like`, else the one the file uses most, else the user's own, else UTC. */
export function stampOf(state: QueueState, document: QueueDocument, like?: string): string {
  const zone = zoneIn(like ?? '') ?? mostFrequent(zonesOf(document));
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (zone !== undefined && offset !== undefined) return `${written(state.now, offset)} ${zone}`;
  const local = state.options.localOffsetMinutes;
  return local === undefined ? `${written(state.now, 0)} UTC` : written(state.now, local);
}

/** The date alone, in the same zone. */
export function dateOf(state: QueueState, document: QueueDocument): string {
  return stampOf(state, document).slice(0, 10);
}

const zoned = /\b\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]*[AP]M)?[ \t]+([A-Z]{3,4})\b/;

function zoneIn(text: string): string | undefined {
  return zoned.exec(text)?.[1];
}

function zonesOf({ declarations }: QueueDocument): readonly string[] {
  return declarations.flatMap((d) => d.fields.flatMap((f) => zoneIn(f.value.value) ?? []));
}

/** Minutes east of UTC; nothing for letters that name no zone we know. */
function offsetOf(zone: string): number | undefined {
  const value = `2026-01-01 00:00 ${zone}`;
  const read = readTime({ value, span: { start: 0, end: value.length } }, undefined);
  if (!read || read.earliest !== read.latest) return undefined;
  return (Date.UTC(2026, 0, 1) - read.earliest) / minute;
}

function written(now: number, offset: number): string {
  return new Date(now + offset * minute).toISOString().slice(0, 16).replace('T', ' ');
}
