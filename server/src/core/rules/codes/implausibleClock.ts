/** implausible-clock: the time in a heartbeat is far from when the file was written. Agents have no clock. */
import { defineRule } from '../rule';
import { ageInWords } from '../support/lifeSigns';

export const implausibleClock = defineRule({
  code: 'implausible-clock',
  severity: 'information',
  *checkFile(state, file) {
    if (file.content.kind !== 'heartbeat' || state.runs.sameFileTimes) return;
    const { lastBeat, lastBeatKey = '', clockPlausible } = file.content.heartbeat;
    if (lastBeat === undefined || clockPlausible) return;
    const apart = ageInWords(Math.abs(lastBeat - file.modifiedAt));
    const span = beatSpan(file.text, lastBeatKey);
    yield {
      span,
      message: `This time is ${apart} ${lastBeat > file.modifiedAt ? 'after' : 'before'} the file was written, so it is ignored and the file's own time counts. Write UTC with a Z, or the zone's offset.`,
    };
  },
});

/** The value of the key; keys hold letters and underlines only. */
function beatSpan(text: string, key: string): { start: number; end: number } {
  const match = new RegExp(`"${key}"\\s*:\\s*("[^"]*"|[\\d.]+)`).exec(text);
  if (!match) return { start: 0, end: 0 };
  const start = match.index + match[0].length - (match[1] as string).length;
  return { start, end: start + (match[1] as string).length };
}
