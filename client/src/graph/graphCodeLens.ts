/** Above each task of a queue: the way into the graph. Places come with the snapshot, so lines do not jump while typing. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { NodeView, TaskView } from '../../../server/src/protocol/snapshot';
import { documentSelector, queueGlobs } from '../queueSelector';
import type { SnapshotStore } from '../snapshotStore';
import type { TaskName } from './chooseGraphTask';

/** Provides the lenses until the result is disposed of. */
export function provideGraphLenses(store: SnapshotStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const stop = store.onChange(() => {
    changed.fire();
  });
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: ({ uri }) => {
      const name = uri.toString();
      const queue = store.state.snapshot.queues.find(
        (each) => vscode.Uri.parse(each.uri).toString() === name,
      );
      return queue === undefined ? [] : tasksIn(queue.nodes).map((task) => lens(queue.uri, task));
    },
  };
  const selector = documentSelector(queueGlobs());
  return vscode.Disposable.from(
    changed,
    { dispose: stop },
    vscode.languages.registerCodeLensProvider(selector, provider),
  );
}

function lens(queueUri: string, { key, range, id }: TaskView): vscode.CodeLens {
  const { line } = range.start;
  const argument: TaskName = { queueUri, key };
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
    command: commandIds.showInGraph,
    title: '$(type-hierarchy) Show in graph',
    tooltip: `Show ${id} in the dependency graph`,
    arguments: [argument],
  });
}

function tasksIn(nodes: readonly NodeView[]): readonly TaskView[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'task' ? [node] : []),
    ...tasksIn(node.children),
  ]);
}
