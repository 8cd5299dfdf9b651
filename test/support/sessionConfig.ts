/** What a session is told of its folders, with the settings as they come. */
import { defaultSettings } from '../../server/src/protocol/settings';
import type { SessionConfig } from '../../server/src/session/sessionConfig';
import { toCoreOptions, toScopeConfig } from '../../server/src/session/toConfig';

/** A folder for each URI, named by its last part; the clock stands at 0. */
export function sessionConfig(...uris: readonly string[]): SessionConfig {
  const scope = toScopeConfig(defaultSettings);
  return {
    core: toCoreOptions(defaultSettings, 0),
    zone: defaultSettings.time.zone,
    projects: {},
    loose: scope,
    folders: uris.map((uri) => ({ uri, name: uri.split('/').pop() ?? '', ...scope })),
  };
}
