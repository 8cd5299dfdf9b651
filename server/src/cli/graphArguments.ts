/** The arguments of `graph`. */
import type { ExportTheme } from '../graphview/exportPalette';
import { oneOf, WrongUsage } from './wrongUsage';

export const graphFormats = ['svg', 'mermaid', 'dot', 'json', 'html'] as const;
export type GraphFormat = (typeof graphFormats)[number];

const themes: readonly ExportTheme[] = ['light', 'dark'];

export interface GraphArguments {
  readonly path: string;
  readonly format: GraphFormat;
  /** Only what it finds is drawn; everything without one. */
  readonly query: string | undefined;
  readonly theme: ExportTheme;
  /** Where the export goes; undefined for the output. */
  readonly output: string | undefined;
}

/** What was given on the command line, as far as `graph` may care. */
interface GivenGraphValues {
  readonly format?: string | undefined;
  readonly query?: string | undefined;
  readonly theme?: string | undefined;
  readonly output?: string | undefined;
}

/** What `graph` is asked; throws a `WrongUsage`. */
export function graphArguments(values: GivenGraphValues, paths: readonly string[]): GraphArguments {
  const [path = '.', second] = paths;
  if (second !== undefined) throw new WrongUsage(`graph draws one queue, not ${paths.length}.`);
  if (values.format === undefined) {
    throw new WrongUsage(`graph needs --format. Use one of: ${graphFormats.join(', ')}.`);
  }
  const format = oneOf('--format', values.format, graphFormats);
  if (values.theme !== undefined && format !== 'svg' && format !== 'html') {
    throw new WrongUsage(`--theme belongs to svg and html: leave it out for ${format}.`);
  }
  if (values.output === '') throw new WrongUsage('-o needs the name of a file.');
  const theme = oneOf('--theme', values.theme ?? 'light', themes);
  return { path, format, query: values.query, theme, output: values.output };
}
