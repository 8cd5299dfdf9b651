// Moves the times in the sample texts, all by the same amount, so that the moment they were written for becomes now.

/** The clock of the samples (samples/README.md). */
const writtenFor = Date.parse('2026-11-20T18:00:00-05:00');

/** EST, the only zone that the samples write out, has no summer time. */
const estOffsetMs = -5 * 60 * 60_000;

/** `2026-11-20 17:40 EST`, or `2026-11-20T17:40:00-05:00` with an optional fraction. */
const times =
  /(\d{4}-\d\d-\d\d \d\d:\d\d) EST|(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)/g;

/** The text with its times moved; everything else, the way a time is written included, stays. */
export function shiftTimes(text, now) {
  const shift = Math.floor((now.getTime() - writtenFor) / 60_000) * 60_000;
  return text.replace(times, (_all, est, iso, zone) => {
    if (est)
      return `${inZone(parseEst(est) + shift, estOffsetMs)
        .slice(0, 16)
        .replace('T', ' ')} EST`;
    const moved = inZone(Date.parse(iso + zone) + shift, offsetOf(zone));
    return moved.slice(0, iso.length) + zone;
  });
}

/** The latest time in the text that is not after `now`; undefined when there is none. */
export function latestTime(text, now) {
  const found = [...text.matchAll(times)]
    .map(([, est, iso, zone]) => (est ? parseEst(est) : Date.parse(iso + zone)))
    .filter((time) => time <= now.getTime());
  return found.length > 0 ? new Date(Math.max(...found)) : undefined;
}

function parseEst(text) {
  return Date.parse(`${text.replace(' ', 'T')}:00-05:00`);
}

/** ISO time without a zone, as a clock at that offset shows it. */
function inZone(time, offsetMs) {
  return new Date(time + offsetMs).toISOString().slice(0, -1);
}

function offsetOf(zone) {
  if (zone === 'Z') return 0;
  const [hours, minutes] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
