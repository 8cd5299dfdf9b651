/** How a command that works with a picture begins: settle the options, read what was named, say what is wrong with it. */
import { analyse, type Analysis } from './analyse';
import { complain } from './complain';
import type { CliEnvironment } from './environment';
import type { GivenOptions } from './givenOptions';
import { settleOptions } from './settleOptions';

/**
 * The picture of the named files and folders, nothing where the options cannot be used. Each trouble has been told when
 * this comes back; whether a command goes on with what could be read is its own affair.
 */
export async function openPicture(
  paths: readonly string[],
  given: GivenOptions,
  environment: CliEnvironment,
): Promise<Analysis | undefined> {
  const options = await settleOptions(given, environment);
  if (typeof options === 'string') {
    complain(options, environment);
    return undefined;
  }
  const analysis = await analyse(paths, options, environment);
  for (const trouble of analysis.troubles) complain(trouble, environment);
  return analysis;
}
