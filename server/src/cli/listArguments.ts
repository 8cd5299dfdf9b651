/** The arguments of `list`. */
import { oneOf, WrongUsage } from './wrongUsage';

export interface ListArguments {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** Only what it finds; everything without one. */
  readonly query: string | undefined;
  /** Id of a task of which it is told why the query does not find it; nothing is listed then. */
  readonly why: string | undefined;
}

interface ListValues {
  readonly format?: string | undefined;
  readonly query?: string | undefined;
  readonly why?: string | undefined;
}

/** What `list` is asked; throws a `WrongUsage`. */
export function listArguments(
  { format, query, why }: ListValues,
  paths: readonly string[],
): ListArguments {
  if (why !== undefined && query === undefined)
    throw new WrongUsage('--why tells why a QUERY does not find a task: say which with --query.');
  if (why !== undefined && format !== undefined)
    throw new WrongUsage('--why answers with a sentence: leave out --format.');
  return {
    paths: paths.length > 0 ? paths : ['.'],
    format: oneOf('--format', format ?? 'text', ['text', 'json'] as const),
    query,
    why,
  };
}
