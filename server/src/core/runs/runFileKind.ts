/** What a file is, by its place below `scheduler/` (workflow 1). */

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
  ['spawn-request', /(?:^|\/)scheduler\/spawn-queue\/(?:requests|processing)\/[^/.][^/]*$/i],
  ['spawn-response', /(?:^|\/)scheduler\/spawn-queue\/responses\/[^/.][^/]*$/i],
  ['verdict', /(?:^|\/)scheduler\/(?:validator\/notes\/validations|validation\/reports)\/.+\.md$/i],
];

/** Nothing for a place that means nothing to us. `path` is relative to the workspace folder, with forward slashes. */
export function runFileKindOf(path: string): RunFileKind | undefined {
  return places.find(([, pattern]) => pattern.test(path))?.[0];
}
