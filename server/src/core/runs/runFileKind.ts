/** What a file is, by its place below `scheduler/`, or in the file queue wherever that stands (workflow 1). */

export const runFileKinds = [
  'progress',
  'heartbeat',
  'note',
  'portfolio',
  'message',
  'spawn-request',
  'spawn-response',
  'verdict',
] as const;

export type RunFileKind = (typeof runFileKinds)[number];

const places: readonly (readonly [RunFileKind, RegExp])[] = [
  ['progress', /(?:^|\/)scheduler\/progress\/.+\.md$/i],
  ['heartbeat', /(?:^|\/)scheduler\/heartbeats\/[^/]+\.json$/i],
  [
    'note',
    /(?:^|\/)scheduler\/(?:coordinator|person-manager|task-managers?)(?:\/[^/]+)*\/notes\/.+\.md$/i,
  ],
  ['portfolio', /(?:^|\/)scheduler\/coordinator\/JOBS\.md$/i],
  ['message', /(?:^|\/)scheduler\/inboxes\/.+\.json$/i],
  ['verdict', /(?:^|\/)scheduler\/(?:validator\/notes\/validations|validation\/reports)\/.+\.md$/i],
];

/** Where the file queue stands below a workspace folder, or below a project in it, unless a setting has moved it. */
export const usualSpawnQueue = 'scheduler/spawn-queue';

/**
 * Nothing for a place that means nothing to us. `path` is relative to the workspace folder, with forward slashes;
 * `spawnQueue` is the folder of the file queue, without one at its end.
 */
export function runFileKindOf(
  path: string,
  spawnQueue: string = usualSpawnQueue,
): RunFileKind | undefined {
  return places.find(([, pattern]) => pattern.test(path))?.[0] ?? queueKindOf(path, spawnQueue);
}

function queueKindOf(path: string, spawnQueue: string): RunFileKind | undefined {
  const [, folder = '', place] =
    /^(.+)\/(requests|processing|responses)\/[^/.][^/]*$/i.exec(path) ?? [];
  if (place === undefined) return undefined;
  if (!`/${folder}`.toLowerCase().endsWith(`/${spawnQueue}`.toLowerCase())) return undefined;
  return place.toLowerCase() === 'responses' ? 'spawn-response' : 'spawn-request';
}
