/** All that was read of one queue file, as JSON. Lines and columns count from 1. */
import { idOf } from '../core/index/idOf';
import type { Declaration } from '../core/model/declaration';
import type { Group, QueueDocument } from '../core/model/queueDocument';
import type { Span } from '../core/model/span';
import { statedWords } from '../core/model/statedField';
import type { Status } from '../core/model/status';
import { taskKeyOf, type TaskKey } from '../core/model/taskKey';
import type { QueueState } from '../core/state';
import { lineAt } from '../core/text/lineTable';
import type { Picture } from '../session/picture';
import { parentViews } from './parentViews';
import { findingView, reportedFindings } from './reportedFinding';
import { howOf, targetsOf } from './resolutionView';
import { workspaceReport } from './workspaceReport';

/** The JSON of `inspect`; nothing when the picture holds no such document. */
export function inspectReport(
  picture: Picture,
  uri: string,
  toolVersion: string,
): string | undefined {
  const { state } = picture;
  const document = state.documents.get(uri);
  const schedule = state.schedule.byQueue.get(uri);
  if (document === undefined || schedule === undefined) return undefined;
  const lineOf = (span: Span): number => lineAt(document.lines, span.start) + 1;
  const ids = (keys: readonly TaskKey[]): readonly string[] =>
    keys.map((key) => idOf(state.index, key));
  const { slots } = document;
  const report = {
    version: 1,
    tool: { name: 'proactive-jobs', version: toolVersion },
    file: picture.files.get(uri)?.name,
    at: new Date(state.now).toISOString(),
    coverage: document.coverage,
    tasks: document.declarations.map((declaration, index) =>
      taskView(state, document, declaration, index),
    ),
    slots:
      slots === undefined
        ? null
        : {
            max: slots.max,
            occupied: slots.occupied ?? null,
            source: slots.source,
            line: lineOf(slots.line),
            claims: slots.claims.map(({ id }) => id.value),
          },
    inProgress: ids(schedule.inProgress),
    managersInProgress: ids(schedule.managersInProgress),
    ready: ids(schedule.ready),
    groups: shownGroups(document).map((group) => ({
      title: group.title.value,
      level: group.level,
      line: lineOf(group.line),
      phase: group.phases[0] ?? null,
      id: group.id?.value ?? null,
    })),
    mirrors: document.mirrors.map((mirror) => ({
      id: mirror.id.value,
      of: mirror.of,
      line: lineOf(mirror.line),
      form: mirror.form,
      status: statusOrNull(mirror.status.value),
    })),
    cycles: state.graph.cycles.map(({ ring }) => ids(ring)),
    workspace: workspaceReport(state, uri),
    diagnostics: reportedFindings(picture, uri).map(findingView),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Headings inside a task, such as its criteria, are groups only where they hold tasks. */
function shownGroups({ groups, declarations }: QueueDocument): readonly Group[] {
  const holding = new Set<number>();
  for (const { group } of declarations)
    for (let at = group; at >= 0 && !holding.has(at); at = groups[at]?.parent ?? -1)
      holding.add(at);
  return groups.filter(({ index, isInsideTask }) => !isInsideTask || holding.has(index));
}

function taskView(
  state: QueueState,
  document: QueueDocument,
  declaration: Declaration,
  index: number,
): object {
  const key = taskKeyOf(document.uri, declaration.id.value);
  const task = state.index.tasks.get(key);
  const dependencies = (state.graph.byTask.get(key) ?? [])
    .filter((dependency) => dependency.declaration === index)
    .map(({ reference, resolution, fulfilment }) => {
      const text = declaration.references[reference]?.text.value ?? '';
      return { text, how: howOf(resolution), to: targetsOf(state, resolution), fulfilment };
    });
  const field = (name: 'model' | 'priority' | 'worker' | 'parent'): string | null =>
    statedWords(declaration, name) ?? null;
  const outline = state.index.outlines.find(({ uri }) => uri === document.uri);
  return {
    id: declaration.id.value,
    line: lineAt(document.lines, declaration.line.start) + 1,
    form: declaration.form,
    kind: declaration.kind,
    title: declaration.title?.value ?? null,
    status: statusOrNull(declaration.status.value),
    statusSource: declaration.status.source,
    statusText: declaration.status.text?.value ?? null,
    effectiveStatus: statusOrNull(task?.status ?? 'unknown'),
    isManager: task?.isManager ?? false,
    phase: declaration.phases[0] ?? null,
    group: document.groups[declaration.group]?.title.value ?? null,
    model: field('model'),
    priority: field('priority'),
    worker: field('worker'),
    parent: field('parent'),
    parents: task ? parentViews(state, task, outline?.declarations[index]) : [],
    // Phases are left to `dependencies`: `deps` names the tasks that the text itself names.
    deps: [...new Set(dependencies.filter(({ how }) => isNamed(how)).flatMap(({ to }) => to))],
    dependencies,
  };
}

function isNamed(how: string): boolean {
  return how !== 'ambiguous' && how !== 'phase' && how !== 'group';
}

function statusOrNull(status: Status): Status | null {
  return status === 'unknown' ? null : status;
}
