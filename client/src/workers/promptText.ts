/** The preview of a worker as a document: what would happen above a line, the words for the worker below it. Pure. */
import type { SpawnPlanView } from '../../../server/src/protocol/workerMessages';

/** Everything below the first line that says this goes to the worker. */
export const promptLine = '---------- the prompt begins here; edit it as you like ----------';

/** The whole document. `prompt` stands in place of the plan's where somebody has edited it. */
export function previewText(plan: SpawnPlanView, prompt = plan.prompt): string {
  const { taskId, attemptId, backend, backendReasons, model, cwd, files, obstacles, held } = plan;
  const { promptNotes } = plan;
  const list = (items: readonly string[]): readonly string[] => items.map((item) => `- ${item}`);
  return [
    `# Worker for ${taskId}`,
    '',
    `- Attempt: ${attemptId}`,
    `- Back end: ${backend ?? 'none'}`,
    ...backendReasons.map((reason) => `  - ${reason}`),
    `- Model: ${model ?? 'the default of the back end'}`,
    `- Works in: ${cwd}`,
    `- Files that the task names: ${files.length === 0 ? 'none' : files.join(', ')}`,
    '',
    ...(held === undefined
      ? []
      : [`An attempt is under way (${held.state}): another start would open that one.`, '']),
    ...(obstacles.length === 0
      ? ['Nothing stands in the way of a start.']
      : [
          'What stands in the way of a start:',
          '',
          ...list(obstacles.map(({ why, remedy }) => `${why} ${remedy}`)),
        ]),
    '',
    ...(promptNotes.length === 0 ? [] : ['About the prompt:', '', ...list(promptNotes), '']),
    promptLine,
    prompt,
  ].join('\n');
}

/** The words for the worker; nothing when the line that they begin after is gone. */
export function promptIn(document: string): string | undefined {
  const lines = document.split(/\r?\n/);
  const at = lines.indexOf(promptLine);
  return at < 0 ? undefined : lines.slice(at + 1).join('\n');
}
