/** Side by side in channels and gaps: lines of different sources never lie on each other. */
import type { Route } from './routeEdges';

/** Tracks from 0 for the nets of each channel or gap, by its number. */
export type Tracks = readonly ReadonlyMap<number, number>[];

interface Stretch {
  readonly entry: number;
  min: number;
  max: number;
}

/** Tracks of the vertical pieces, by channel. */
export function channelTracks(
  routes: readonly (Route | undefined)[],
  channels: number,
  slots: number,
): Tracks {
  const stretches = Array.from({ length: channels }, () => new Map<number, Stretch>());
  for (const route of routes) {
    for (const { channel, from, to } of route?.pieces ?? []) {
      stretch(stretches[channel], route?.net ?? 0, from, to);
    }
  }
  return stretches.map((nets) => assign(nets, slots));
}

/** Tracks of the level pieces between two vertical ones, by slot. */
export function gapTracks(
  routes: readonly (Route | undefined)[],
  channels: number,
  slots: number,
): Tracks {
  const stretches = Array.from({ length: slots }, () => new Map<number, Stretch>());
  for (const route of routes) {
    const [first, second] = route?.pieces ?? [];
    if (route === undefined || first === undefined || second === undefined) continue;
    stretch(stretches[first.to], route.net, first.channel, second.channel);
  }
  return stretches.map((nets) => assign(nets, channels));
}

function stretch(
  nets: Map<number, Stretch> | undefined,
  net: number,
  from: number,
  to: number,
): void {
  const known = nets?.get(net);
  const [min, max] = [Math.min(from, to), Math.max(from, to)];
  if (known === undefined) nets?.set(net, { entry: from, min, max });
  else [known.min, known.max] = [Math.min(known.min, min), Math.max(known.max, max)];
}

/**
 * Each net gets the first track behind all that it overlaps. Those going on get theirs from the last entry backwards, those going
 * back from the first: then no line crosses another that runs the same way.
 */
function assign(nets: ReadonlyMap<number, Stretch>, length: number): ReadonlyMap<number, number> {
  const tracks = new Map<number, number>();
  if (nets.size === 0) return tracks;
  const isOn = ({ entry, min, max }: Stretch): boolean => max - entry >= entry - min;
  const sorted = [...nets].sort(([a, one], [b, other]) => {
    if (isOn(one) !== isOn(other)) return isOn(one) ? -1 : 1;
    return (isOn(one) ? other.entry - one.entry : one.entry - other.entry) || a - b;
  });
  const used = new Int32Array(length + 1);
  for (const [net, { min, max }] of sorted) {
    let track = 0;
    for (let at = min; at <= max; at++) track = Math.max(track, used[at] ?? 0);
    used.fill(track + 1, min, max + 1);
    tracks.set(net, track);
  }
  return tracks;
}
