/** Resolved colours for pictures that leave the editor. Text has a contrast of 4.5 to 1 on what it stands on, shapes 3 to 1. */
import type { FaceColour } from './statusFace';

export interface ExportPalette {
  readonly background: string;
  readonly band: string;
  readonly bandLine: string;
  readonly node: string;
  readonly nodeLine: string;
  readonly text: string;
  readonly muted: string;
  /** Lines of dependencies that are met, of those that are not, and of parents. */
  readonly met: string;
  readonly unmet: string;
  readonly parent: string;
  readonly cycle: string;
  readonly critical: string;
  readonly faces: Readonly<Record<FaceColour, string>>;
}

export type ExportTheme = 'light' | 'dark';

/** By theme. */
export const exportPalettes: Readonly<Record<ExportTheme, ExportPalette>> = {
  light: {
    ...{ background: '#ffffff', band: '#f5f7fa', bandLine: '#e1e6ec' },
    ...{ node: '#ffffff', nodeLine: '#c3ccd6', text: '#1c2630', muted: '#566270' },
    ...{
      met: '#b9c3ce',
      unmet: '#6d7a88',
      parent: '#94a1af',
      cycle: '#c01c28',
      critical: '#b35900',
    },
    faces: {
      ...{ pending: '#5f6b78', ready: '#0a62c4', running: '#6a3fc2', review: '#8a5a00' },
      ...{ done: '#1c7a3a', blocked: '#a8430b', failed: '#c01c28', dropped: '#6b7580' },
      unknown: '#9c2f7f',
    },
  },
  dark: {
    ...{ background: '#16191d', band: '#1d2126', bandLine: '#2c3239' },
    ...{ node: '#262b32', nodeLine: '#424a54', text: '#e8ecf1', muted: '#a3aebb' },
    ...{
      met: '#444d58',
      unmet: '#8995a3',
      parent: '#66717e',
      cycle: '#ff7b72',
      critical: '#f0a35e',
    },
    faces: {
      ...{ pending: '#a3aebb', ready: '#6cb0ff', running: '#bba0ff', review: '#e3b341' },
      ...{ done: '#5fce83', blocked: '#f29a6b', failed: '#ff7b72', dropped: '#8d98a5' },
      unknown: '#f08fd0',
    },
  },
};
