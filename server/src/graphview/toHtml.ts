/** One page that holds everything: the picture and the same as a table. No script, nothing loaded from anywhere. */
import type { GraphSnapshot, GraphTaskView } from '../protocol/graphSnapshot';
import { escapeXml } from './escapeXml';
import type { ExportTheme } from './exportPalette';
import type { GraphLayout } from './graphLayout';
import { htmlStyle, htmlStyleHash } from './htmlStyle';
import { faceOf } from './statusFace';
import { toSvg } from './toSvg';
import type { VisibleGraph } from './visible';

const policy = `default-src 'none'; style-src 'sha256-${htmlStyleHash}'; base-uri 'none'; form-action 'none'`;
const columns = [
  ...['Task', 'Title', 'Status', 'Phase', 'Waits for', 'Blocks', 'Wave', 'Model', 'Worker'],
  'Notes',
] as const;

/** A whole HTML document; the table lists every task of the picture, those folded away included. */
export function toHtml(
  snapshot: GraphSnapshot,
  visible: VisibleGraph,
  layout: GraphLayout,
  theme: ExportTheme,
): string {
  const tasks = snapshot.tasks.filter(({ key }) => visible.nodeOf.has(key));
  const done = tasks.filter(({ status }) => status === 'complete' || status === 'validated').length;
  const facts = [`${tasks.length} tasks, ${done} done`, ...visible.counts.remarks];
  const rows = rowsOf(snapshot, tasks);
  return [
    '<!doctype html>',
    `<html lang="en" class="${theme}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeXml(snapshot.queueName)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    `<h1 dir="auto">${escapeXml(snapshot.queueName)}</h1>`,
    `<p>${escapeXml(facts.join(' · '))}</p>`,
    `<div class="picture" tabindex="0" role="region" aria-label="Dependency graph">`,
    toSvg(visible, layout, { theme, title: '' }).trim(),
    '</div>',
    '<h2>Tasks</h2>',
    '<table>',
    `<thead><tr>${columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function rowsOf(
  { lanes, tasks: all, edges }: GraphSnapshot,
  tasks: readonly GraphTaskView[],
): readonly string[] {
  const phases = new Map(lanes.map(({ key, title }) => [key, title]));
  const names = new Map([...phases, ...all.map(({ key, id }) => [key, id] as const)]);
  const needs = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    if (kind === 'parent') continue;
    const name = names.get(to) ?? to;
    const known = needs.get(from);
    if (known === undefined) needs.set(from, [name]);
    else known.push(name);
  }
  return tasks.map((task) => {
    const notes = [...task.notReady, task.drift, task.noLifeSign].filter(
      (note) => note !== undefined,
    );
    const cells = [
      ['id', task.id],
      ['', task.title],
      ['', faceOf(task).text],
      ['', phases.get(task.lane) ?? ''],
      ['', (needs.get(task.key) ?? []).join(', ')],
      ['number', String(task.blocks)],
      ['number', task.wave === undefined ? '' : String(task.wave)],
      ['', task.model ?? ''],
      ['', task.worker ?? ''],
      ['', notes.join(' ')],
    ] as const;
    const html = cells.map(([name, text]) => {
      const about = name === '' ? '' : ` class="${name}"`;
      return `<td${about}>${escapeXml(text)}</td>`;
    });
    return `<tr>${html.join('')}</tr>`;
  });
}
