/** The graph in the DOT language of Graphviz (graphviz.org/doc/info/lang.html): lanes as clusters, time from left to right. */
import { exportPalettes } from './exportPalette';
import { exportLabel, exportTips, wellFormed } from './exportLabel';
import { nodesByLane } from './nodesByLane';
import type { VisibleEdge, VisibleGraph } from './visible';

const palette = exportPalettes.light;
const shapes = {
  circle: 'box',
  triangle: 'cds',
  diamond: 'diamond',
  square: 'note',
  pentagon: 'house',
  hexagon: 'hexagon',
  octagon: 'octagon',
} as const;

/** A whole digraph. Arrows go from what is waited for to who waits; the ids of its nodes are places, their labels tell. */
export function toDot(visible: VisibleGraph): string {
  const ids = new Map(visible.nodes.map(({ key }, place) => [key, `n${place}`]));
  const byLane = nodesByLane(visible);
  const lanes = visible.lanes.filter(({ isFolded }) => !isFolded);
  const clusters = new Map(lanes.map(({ key }, at) => [key, `cluster_${at}`]));
  const firstOf = (end: string): string | undefined =>
    ids.get(end) ?? ids.get(byLane.get(end)?.[0]?.key ?? '');
  const lines = [
    `digraph ${quoted(visible.queueName)} {`,
    '  rankdir=LR; compound=true; fontname="sans-serif"; charset="utf-8";',
    '  node [shape=box, style="rounded", fontname="sans-serif", fontsize=11];',
    '  edge [fontname="sans-serif", fontsize=10];',
  ];
  const nodeLine = (node: VisibleGraph['nodes'][number]): string => {
    const label = exportLabel(node).map(escaped).join('\\n');
    const attributes = [
      `label="${label}"`,
      `tooltip="${escaped(exportTips(node))}"`,
      `shape=${shapes[node.face.shape]}`,
      `color="${palette.faces[node.face.colour]}"`,
      node.isCritical ? 'penwidth=2.5' : '',
    ];
    return `${ids.get(node.key) ?? ''} [${attributes.filter((text) => text !== '').join(', ')}];`;
  };
  for (const { key, title } of lanes) {
    lines.push(`  subgraph ${clusters.get(key) ?? ''} {`, `    label=${quoted(title)};`);
    for (const node of byLane.get(key) ?? []) lines.push(`    ${nodeLine(node)}`);
    lines.push('  }');
  }
  const open = new Set(lanes.map(({ key }) => key));
  for (const node of visible.nodes) if (!open.has(node.lane)) lines.push(`  ${nodeLine(node)}`);
  for (const edge of visible.edges) {
    const [tail, head] = [firstOf(edge.to), firstOf(edge.from)];
    if (tail === undefined || head === undefined) continue;
    const attributes = [
      ...penOf(edge),
      ids.has(edge.to) ? '' : `ltail=${clusters.get(edge.to) ?? ''}`,
      ids.has(edge.from) ? '' : `lhead=${clusters.get(edge.from) ?? ''}`,
    ].filter((text) => text !== '');
    lines.push(`  ${tail} -> ${head} [${attributes.join(', ')}];`);
  }
  return [...lines, '}', ''].join('\n');
}

function penOf({ kind, isInCycle, isCritical, fulfilment }: VisibleEdge): readonly string[] {
  if (kind === 'parent') return ['style=dashed', 'arrowhead=none', `color="${palette.parent}"`];
  if (isInCycle) return [`color="${palette.cycle}"`, 'penwidth=2'];
  if (isCritical) return [`color="${palette.critical}"`, 'penwidth=2'];
  if (fulfilment === 'met') return [`color="${palette.met}"`];
  return [`color="${palette.unmet}"`, fulfilment === 'soft' ? 'style=dotted' : ''];
}

function quoted(text: string): string {
  return `"${escaped(wellFormed(text))}"`;
}

/** In a quoted string a backslash begins an escape, and the quote ends it; entities are read, too. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}
