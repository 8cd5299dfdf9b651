/** The words for the worker of one task: the template, filled from the queue. Pure: the same state gives the same words. */
import type { Task } from '../index/task';
import type { QueueDocument } from '../model/queueDocument';
import type { QueueState } from '../state';
import { statedWords } from '../model/statedField';
import type { TaskKey } from '../model/taskKey';
import { dependencyText } from './dependencyText';
import { namedFiles } from './namedFiles';
import { defaultPromptTemplate, readTemplate } from './promptTemplate';
import type { TextParameter, WordParameter } from './promptParameter';
import { queuePath } from './queuePath';
import { inlineText } from './quotedText';
import { readFirst } from './readFirst';
import type { PromptProblem } from './promptProblem';
import { renderPrompt } from './renderPrompt';
import { type TaskBrief, taskBriefOf } from './taskBrief';

export interface PromptInput {
  readonly identity: {
    readonly attemptId: string;
    readonly project: string;
    readonly taskId: string;
    /** From 1. */
    readonly number: number;
  };
  /** A person's own; absent or blank: the one of the product. */
  readonly template: string | undefined;
  /** Absolute path of the folder that the worker starts in. */
  readonly cwd: string;
  /** As the worker can open them: absolute, or relative to `cwd`. */
  readonly progressPath: string;
  readonly heartbeatPath: string;
  /** Why the attempt before failed, in whoever's words; absent for the first one. */
  readonly lastFailure: string | undefined;
  readonly model: string | undefined;
}

export interface Prompt {
  readonly prompt: string;
  /** Files below `cwd` that the task names, with `/`. */
  readonly files: readonly string[];
  /** What a person should know before it is sent; empty when all is well. */
  readonly problems: readonly PromptProblem[];
}

/** Nothing when no queue has the task. */
export function promptFor(state: QueueState, key: TaskKey, input: PromptInput): Prompt | undefined {
  const task = state.index.tasks.get(key);
  const document = task && state.documents.get(task.uri);
  if (!task || !document) return undefined;
  const { identity, cwd } = input;
  const brief = taskBriefOf(document, task);
  const files = namedFiles(brief.parts.files, brief.task, cwd);
  const words: Readonly<Record<WordParameter, string>> = {
    taskId: task.id,
    project: identity.project,
    parent: parentWords(state, document, task),
    story: short(brief.story),
    repository: cwd,
    jobsFile: queuePath(task.uri, cwd),
    progressFile: input.progressPath,
    heartbeatFile: input.heartbeatPath,
    model: short(input.model ?? ''),
    attempt: `${identity.number}`,
    attemptId: identity.attemptId,
  };
  const texts: Readonly<Record<TextParameter, string>> = {
    title: brief.title,
    goal: brief.goal,
    ...brief.parts,
    dependencies: dependencyText(state, key),
    readFirst: readFirst(state, task)
      .map((path) => `- ${inlineText(path)}`)
      .join('\n'),
    details: brief.details,
    task: brief.task,
    lastFailure: input.lastFailure ?? '',
  };
  const template = input.template?.trim() ? input.template : defaultPromptTemplate;
  const { prompt, problems } = renderPrompt(readTemplate(template), {
    words,
    texts,
    isFirst: identity.number <= 1,
  });
  return { prompt, files, problems: [...thinness(brief, task), ...problems] };
}

/** The tasks above this one; where no queue declares them, as the task itself names them. */
function parentWords(state: QueueState, document: QueueDocument, task: Task): string {
  const parents = task.parents.flatMap((parent) => state.index.tasks.get(parent)?.id ?? []);
  if (parents.length > 0) return parents.join(', ');
  const written = task.declarations.flatMap((at) => {
    const declaration = document.declarations[at];
    return (declaration && statedWords(declaration, 'parent')) ?? [];
  });
  return short(written[0] ?? '');
}

/** A problem where the queue has no words from which anybody could work; none where it has some. */
function thinness(brief: TaskBrief, { id }: Task): readonly PromptProblem[] {
  const said = [brief.goal, brief.details, ...Object.values(brief.parts)];
  if (said.some((text) => text !== '')) return [];
  return [
    {
      kind: 'nothing-to-go-by',
      text: `The queue says nothing about ${inlineText(id)} but its id. Give it at least a title or a description.`,
    },
  ];
}

/** Names stand in the frame itself; what is longer than a name stands in the quoted text only. */
function short(text: string): string {
  return text === '' || /^[\p{L}\p{N} _.,:;#/()@+'-]{1,60}$/u.test(text)
    ? text
    : 'as the task says below';
}
