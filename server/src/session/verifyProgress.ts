/** Verifies what the progress files of a task claim; editor and command line both come through here. */
import type { Verification } from '../core/claims/claim';
import { namedRepositories } from '../core/claims/repositoryName';
import type { Task } from '../core/index/task';
import type { ProgressFile } from '../core/runs/runState';
import type { QueueState } from '../core/state';
import type { Repositories } from '../workspace/repositories';
import { verifyClaims } from '../workspace/verifyClaims';

/** The files that are surely the task's, and not archived. */
export function verifiableFiles(state: QueueState, task: Task): readonly ProgressFile[] {
  return (state.runs.progressOf.get(task.key) ?? []).filter(
    ({ match, isArchived }) => match.kind === 'task' && match.trusted && !isArchived,
  );
}

export interface ProgressToVerify {
  readonly state: QueueState;
  readonly task: Task;
  readonly text: ProgressFile;
  /** The setting `proactiveJobs.projects`: a folder for each name. */
  readonly projects: Readonly<Record<string, string>>;
}

/** One answer for each claim, looked for in the task's own repository only. */
export async function verifyProgress(
  { state, task, text, projects }: ProgressToVerify,
  disk: Repositories,
): Promise<readonly Verification[]> {
  const repositories = namedRepositories(text.file.text, fieldsOf(state, task));
  return verifyClaims({ claims: text.progress.evidence.claims, repositories, projects }, disk);
}

function fieldsOf(state: QueueState, task: Task): { name: string; value: string }[] {
  const document = state.documents.get(task.uri);
  return task.declarations.flatMap((at) =>
    (document?.declarations[at]?.fields ?? []).map(({ name, value }) => ({
      name: name.value,
      value: value.value,
    })),
  );
}
