/** From columns, channels and slots to pixels. */
import type { Band } from './layoutBands';
import type { Cells } from './layoutCells';
import type { Tracks } from './layoutTracks';
import { nodeSizes } from './nodeText';

const margin = 20;
const titleHeight = 34;
const betweenBands = 14;
/** Nodes of a column are made equally wide up to here: a single long id does not stretch all others. */
const commonWidth = 300;
const channel = { least: 30, pad: 14, step: 6, most: 110 } as const;
const gap = { least: 16, pad: 9, step: 5, most: 64 } as const;
/** At least so much is free between the top of a band with a title and its first node. */
export const titleRoom = titleHeight + gap.least;

export interface Sizes {
  readonly width: number;
  readonly height: number;
  readonly bandX: number;
  /** Left edge of each column. */
  readonly columnX: readonly number[];
  /** Top of each band, and below the last one. */
  readonly bandY: readonly number[];
  readonly bandHeight: readonly number[];
  /** Middle of each title and row by slot; gaps have tracks. */
  readonly middle: readonly number[];
  readonly trackX: (channel: number, net: number) => number;
  readonly trackY: (slot: number, net: number) => number;
  readonly widthOf: (node: number) => number;
}

/** Sizes of everything; `own` is the width that each node needs. */
export function layoutSizes(
  bands: readonly Band[],
  cells: Cells,
  own: readonly number[],
  channels: Tracks,
  gaps: Tracks,
): Sizes {
  const columns = channels.length - 2;
  const widths: number[] = Array.from({ length: columns }, () => 0);
  for (const [node, width] of own.entries()) {
    const column = cells.column[node] ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, width);
  }
  const starts: number[] = [];
  const columnX: number[] = [];
  const gutter = (channels[0]?.size ?? 0) > 0 ? roomOf(channels[0], channel) : 0;
  let x = margin + gutter;
  for (let at = 1; at < channels.length; at++) {
    starts[at] = x;
    x += roomOf(channels[at], channel);
    if (at <= columns) {
      columnX.push(x);
      x += widths[at - 1] ?? 0;
    }
  }
  starts[0] = margin;
  const { middle, top, bandY, bandHeight, height } = heights(bands, cells, gaps);
  return {
    width: x + margin,
    height,
    bandX: margin + gutter,
    columnX,
    bandY,
    bandHeight,
    middle,
    trackX: (at, net) => (starts[at] ?? 0) + offset(channels[at], channel, net),
    trackY: (slot, net) => (top[slot] ?? 0) + offset(gaps[slot], gap, net),
    widthOf: (node) => {
      const column = widths[cells.column[node] ?? 0] ?? 0;
      return Math.max(own[node] ?? 0, Math.min(column, commonWidth));
    },
  };
}

function heights(bands: readonly Band[], cells: Cells, gaps: Tracks) {
  const middle: number[] = [];
  const top: number[] = [];
  const bandY: number[] = [];
  const bandHeight: number[] = [];
  let y = margin;
  let slot = 0;
  const next = (height: number): void => {
    top[slot] = y;
    middle[slot++] = y + height / 2;
    y += height;
  };
  for (const [at, { title }] of bands.entries()) {
    bandY.push(y);
    next(title === undefined ? 0 : titleHeight);
    for (let row = 0; row < (cells.rows[at] ?? 0); row++) {
      next(roomOf(gaps[slot], gap));
      next(nodeSizes.height);
    }
    next(roomOf(gaps[slot], gap));
    bandHeight.push(y - (bandY[at] ?? 0));
    y += betweenBands;
  }
  return { middle, top, bandY, bandHeight, height: Math.max(y - betweenBands, margin) + margin };
}

interface Room {
  readonly least: number;
  readonly pad: number;
  readonly step: number;
  readonly most: number;
}

function tracksOf(nets: ReadonlyMap<number, number> | undefined): number {
  let most = 0;
  for (const track of nets?.values() ?? []) most = Math.max(most, track + 1);
  return most;
}

function roomOf(nets: ReadonlyMap<number, number> | undefined, { least, pad, step, most }: Room) {
  return Math.min(most, Math.max(least, 2 * pad + (tracksOf(nets) - 1) * step));
}

/** Where a track runs in its room; tracks move together where there are too many of them. */
function offset(nets: ReadonlyMap<number, number> | undefined, room: Room, net: number): number {
  const count = tracksOf(nets);
  const total = roomOf(nets, room);
  const step = count > 1 ? Math.min(room.step, (total - 2 * room.pad) / (count - 1)) : 0;
  return total / 2 + ((nets?.get(net) ?? 0) - (count - 1) / 2) * step;
}
