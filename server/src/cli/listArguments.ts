/** The arguments of `list`. */
import { oneOf } from './wrongUsage';

export interface ListArguments {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** Only what it finds; everything without one. */
  readonly query: string | undefined;
}

/** What `list` is asked; throws a `WrongUsage`. */
export function listArguments(
  { format, query }: { readonly format?: string | undefined; readonly query?: string | undefined },
  paths: readonly string[],
): ListArguments {
  return {
    paths: paths.length > 0 ? paths : ['.'],
    format: oneOf('--format', format ?? 'text', ['text', 'json'] as const),
    query,
  };
}
