/** How a status looks: a shape, an icon in it, a word and the name of a colour, so that none of them has to be seen to know it. */
import type { GraphTaskView } from '../protocol/graphSnapshot';
import type { StatusView } from '../protocol/snapshot';

/** What colours mean; whoever draws has one for each, by theme. */
export type FaceColour =
  | 'pending'
  | 'ready'
  | 'running'
  | 'review'
  | 'done'
  | 'blocked'
  | 'failed'
  | 'dropped'
  | 'unknown';

export interface StatusFace {
  readonly name: StatusView | 'ready';
  /** For people: "in progress". */
  readonly text: string;
  readonly colour: FaceColour;
  readonly shape: 'circle' | 'triangle' | 'diamond' | 'square' | 'pentagon' | 'hexagon' | 'octagon';
  /** Outline of the shape: data of an SVG path in a box of 16 by 16. */
  readonly outline: string;
  /** Drawn into the shape in the background's colour when filled, in the face's colour when not; may be empty. */
  readonly icon: string;
  readonly isFilled: boolean;
}

const circle = 'M8 1.5A6.5 6.5 0 1 1 8 14.5A6.5 6.5 0 1 1 8 1.5Z';
const triangle = 'M3.5 1.8L14 8L3.5 14.2Z';
const diamond = 'M8 0.8L15.2 8L8 15.2L0.8 8Z';
const square = 'M2 2H14V14H2Z';
const pentagon = 'M8 0.9L15.3 6.2L12.5 14.8H3.5L0.7 6.2Z';
const hexagon = 'M4.4 1.8H11.6L15.2 8L11.6 14.2H4.4L0.8 8Z';
const octagon = 'M5.2 1.2H10.8L14.8 5.2V10.8L10.8 14.8H5.2L1.2 10.8V5.2Z';
const tick = 'M4.6 8.2L7 10.6L11.4 5.6';
const cross = 'M5.2 5.2L10.8 10.8M10.8 5.2L5.2 10.8';

const face = (
  name: StatusFace['name'],
  text: string,
  colour: FaceColour,
  shape: readonly [StatusFace['shape'], string],
  icon: string,
  isFilled: boolean,
): StatusFace => ({ name, text, colour, shape: shape[0], outline: shape[1], icon, isFilled });

const circleShape = ['circle', circle] as const;
const diamondShape = ['diamond', diamond] as const;

/** By name. Icons are lines of 1.6 px. */
export const statusFaces: Readonly<Record<StatusFace['name'], StatusFace>> = {
  pending: face('pending', 'pending', 'pending', circleShape, '', false),
  ready: face('ready', 'ready', 'ready', ['triangle', triangle], '', true),
  'in-progress': face('in-progress', 'in progress', 'running', circleShape, 'M8 4.4V8H11', true),
  'needs-validation': face(
    'needs-validation',
    'needs validation',
    'review',
    diamondShape,
    'M8 4.6V8.6M8 10.6V11.6',
    false,
  ),
  'self-validated': face('self-validated', 'self-validated', 'review', diamondShape, tick, false),
  validated: face('validated', 'validated', 'done', diamondShape, tick, true),
  complete: face('complete', 'complete', 'done', circleShape, tick, true),
  blocked: face('blocked', 'blocked', 'blocked', ['hexagon', hexagon], 'M4.6 8H11.4', true),
  failed: face('failed', 'failed', 'failed', ['octagon', octagon], cross, true),
  cancelled: face('cancelled', 'cancelled', 'dropped', ['square', square], cross, false),
  unknown: face(
    'unknown',
    'unknown status',
    'unknown',
    ['pentagon', pentagon],
    'M6 6.6A2 2 0 1 1 8 8.6V9.6M8 11.2V12.2',
    false,
  ),
};

/** The face of a task: its status, or "ready" for a pending one that can start. */
export function faceOf(task: Pick<GraphTaskView, 'status' | 'ready'>): StatusFace {
  return task.ready && task.status === 'pending' ? statusFaces.ready : statusFaces[task.status];
}
