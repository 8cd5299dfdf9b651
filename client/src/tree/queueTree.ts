/** The tree view: nodes as VS Code wants them, and the way from a place in a file to its node. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { SnapshotStore } from '../snapshotStore';
import type { WorkerStore } from '../workers/workerStore';
import type { QueueFilter } from '../query/queueFilter';
import { countTasks, filterNodes } from './filterNodes';
import { findNode } from './findNode';
import type { QueueNode } from './queueNode';
import { queueNodes } from './queueNodes';
import { inform } from '../notices';
import { focusQueueView, queueView } from './queueView';

export class QueueTree implements vscode.TreeDataProvider<QueueNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<QueueNode>;
  readonly #disposables: vscode.Disposable[];
  readonly #filter: QueueFilter;
  readonly #parents = new Map<QueueNode, QueueNode>();
  #nodes: readonly QueueNode[] = [];
  #all: readonly QueueNode[] = [];
  /** The nodes as text, so that equal pictures do not redraw the tree. */
  #shown = '[]';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: SnapshotStore, workers: WorkerStore, filter: QueueFilter) {
    this.#filter = filter;
    this.#view = vscode.window.createTreeView(queueView, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const show = (): void => {
      const { snapshot, isStale } = store.state;
      this.#all = queueNodes(snapshot, { workers: workers.workers, now: Date.now() });
      const found = filter.state;
      const shown = found === undefined ? this.#all : filterNodes(this.#all, found.matches);
      this.#mark(isStale, snapshot.queues.length > 0, hiddenWords(this.#all, shown, found?.text));
      this.#show(shown);
    };
    this.#disposables = [
      new vscode.Disposable(store.onChange(show)),
      new vscode.Disposable(workers.onChange(show)),
      new vscode.Disposable(filter.onChange(show)),
      vscode.workspace.onDidGrantWorkspaceTrust(show),
    ];
  }

  /** What the tree shows. */
  get nodes(): readonly QueueNode[] {
    return this.#nodes;
  }

  /** What it would show without a filter. */
  get allNodes(): readonly QueueNode[] {
    return this.#all;
  }

  /** The line above the tree. */
  get message(): string | undefined {
    return this.#view.message;
  }

  get selection(): readonly QueueNode[] {
    return this.#view.selection;
  }

  /** Selects the task that stands at a line, or last above it; false when there is none. A filter that hides it is taken back. */
  async reveal(uri: string, line: number): Promise<boolean> {
    const wanted = findNode(this.#all, uri, line);
    if (wanted !== undefined && wanted.id !== findNode(this.#nodes, uri, line)?.id) {
      const filteredBy = this.#filter.state?.text ?? '';
      const why = await this.#filter.clearFor(wanted.id);
      void this.#offerFilter(filteredBy, why);
    }
    await vscode.commands.executeCommand(focusQueueView);
    let trouble: unknown = new Error('The tree did not come into view.');
    for (const pause of [100, 200, 400, 800]) {
      const node = findNode(this.#nodes, uri, line);
      if (node === undefined) return false;
      try {
        await this.#view.reveal(node, { select: true, focus: true, expand: true });
      } catch (error) {
        trouble = error;
      }
      await sleep(pause);
      if (this.#view.selection.some(({ id }) => id === node.id)) return true;
      // A view that has just been opened may hold other copies of the nodes than VS Code looks for: draw it again.
      this.#changed.fire(undefined);
      await sleep(pause);
    }
    throw trouble;
  }

  /** Says that the filter is gone, and takes it back if it is wanted. */
  async #offerFilter(text: string, why: string | undefined): Promise<void> {
    const again = 'Filter Again';
    const reason = why === undefined ? '' : ` With the filter "${text}", ${why}`;
    const words = `The tree shows all tasks again.${reason}`;
    if ((await inform(words, again)) === again) await this.#filter.set(text);
  }

  getChildren(node?: QueueNode): QueueNode[] {
    return [...(node?.children ?? this.#nodes)];
  }

  getParent(node: QueueNode): QueueNode | undefined {
    return this.#parents.get(node);
  }

  getTreeItem(node: QueueNode): vscode.TreeItem {
    const { icon } = node;
    const item = new vscode.TreeItem(node.label, collapsibleStates[node.collapse]);
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.contextValue = node.contextValue;
    item.accessibilityInformation = { label: node.accessibilityLabel, role: 'treeitem' };
    item.iconPath = new vscode.ThemeIcon(
      icon.id,
      icon.color === undefined ? undefined : new vscode.ThemeColor(icon.color),
    );
    const command = commandOf(node);
    if (command !== undefined) item.command = command;
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #show(nodes: readonly QueueNode[]): void {
    const text = JSON.stringify(nodes);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#nodes = nodes;
    this.#parents.clear();
    for (const node of nodes) this.#remember(node);
    this.#changed.fire(undefined);
  }

  #remember(node: QueueNode): void {
    for (const child of node.children) {
      this.#parents.set(child, node);
      this.#remember(child);
    }
  }

  #mark(isStale: boolean, hasQueue: boolean, hidden: string | undefined): void {
    const state = isStale
      ? 'Out of date: the language server does not answer.'
      : hasQueue && !vscode.workspace.isTrusted
        ? 'Restricted Mode: no worker is started, watched or stopped until you trust this workspace.'
        : undefined;
    this.#view.message = [state, hidden].filter((words) => words !== undefined).join(' ');
    this.#view.description = isStale ? 'out of date' : '';
  }
}

/** "12 of 40 tasks are hidden by the filter status:ready."; nothing without a filter. */
function hiddenWords(
  all: readonly QueueNode[],
  shown: readonly QueueNode[],
  text: string | undefined,
): string | undefined {
  if (text === undefined) return undefined;
  const total = countTasks(all);
  const hidden = total - countTasks(shown);
  return `${hidden} of ${total} tasks ${hidden === 1 ? 'is' : 'are'} hidden by the filter: ${text}`;
}

/** What a click does; nothing for a heading that leads nowhere. */
function commandOf(node: QueueNode): vscode.Command | undefined {
  switch (node.kind) {
    case 'workers':
      return undefined;
    case 'worker':
      return { command: commandIds.watchWorker, title: 'Watch Worker', arguments: [node] };
    case 'queue':
    case 'group':
    case 'task':
      return { command: commandIds.openTask, title: 'Go to Task', arguments: [node] };
  }
}

const collapsibleStates: Readonly<Record<QueueNode['collapse'], vscode.TreeItemCollapsibleState>> =
  {
    none: vscode.TreeItemCollapsibleState.None,
    collapsed: vscode.TreeItemCollapsibleState.Collapsed,
    expanded: vscode.TreeItemCollapsibleState.Expanded,
  };

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
