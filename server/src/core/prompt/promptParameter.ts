/** What a template can ask for. */

/** One line each, safe between backticks. */
const wordParameters = [
  'taskId',
  'project',
  'parent',
  'story',
  'repository',
  'jobsFile',
  'progressFile',
  'heartbeatFile',
  'model',
  'attempt',
  'attemptId',
] as const;

/** Texts from the queue, from files beside it or from a worker before: always quoted as data. */
const textParameters = [
  'title',
  'goal',
  'instructions',
  'files',
  'tests',
  'criteria',
  'dependencies',
  'readFirst',
  'details',
  'task',
  'lastFailure',
] as const;

export type WordParameter = (typeof wordParameters)[number];
export type TextParameter = (typeof textParameters)[number];
/** `dataNote` says how quoted data can be told; a template without it gets it on top. */
export type PromptParameter = WordParameter | TextParameter | 'dataNote';

/** Every name: the documentation has a row for each, and who asks for another one is told them. */
export const promptParameters: readonly PromptParameter[] = [
  ...wordParameters,
  ...textParameters,
  'dataNote',
];

/** True for a name that a template may ask for, in exactly these letters. */
export function isPromptParameter(name: string): name is PromptParameter {
  return promptParameters.some((known) => known === name);
}

/** True for those that are quoted as data; the others stand in a line. */
export function isTextParameter(name: PromptParameter): name is TextParameter {
  return textParameters.some((known) => known === name);
}
