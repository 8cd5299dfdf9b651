/** What nodes are called in exports that lay themselves out. */
import { oneLine } from './nodeText';
import type { VisibleNode } from './visible';

/** Lines of a label: id and status, then the title. One line each, whatever the queue says. */
export function exportLabel(node: VisibleNode): readonly string[] {
  const name = node.kind === 'lane' ? node.title || 'No phase' : node.task.id;
  const state =
    node.kind === 'task'
      ? node.face.text
      : `${node.rollUp.done}/${node.rollUp.total} done, ${node.face.text}`;
  const lines = [`${wellFormed(name)} (${state})`];
  if (node.kind !== 'lane') lines.push(wellFormed(node.task.title));
  return lines.filter((line) => line !== '');
}

/** All that a screen reader would say. */
export function exportTips(node: VisibleNode): string {
  return wellFormed(node.spoken);
}

/** On one line, halves of surrogate pairs replaced: no file could hold them. */
export function wellFormed(text: string): string {
  return oneLine(text).replace(/\p{Surrogate}/gu, '\ufffd');
}
