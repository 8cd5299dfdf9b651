/** The graph as a Mermaid flowchart (mermaid.js.org/syntax/flowchart.html): lanes as subgraphs, time from left to right. */
import { exportLabel, wellFormed } from './exportLabel';
import { exportPalettes } from './exportPalette';
import { nodesByLane } from './nodesByLane';
import type { StatusFace } from './statusFace';
import type { VisibleGraph } from './visible';

/** Brackets that draw the shape of a status around a quoted label. */
const brackets: Readonly<Record<StatusFace['shape'], readonly [string, string]>> = {
  circle: ['(', ')'],
  triangle: ['>', ']'],
  diamond: ['{{', '}}'],
  square: ['[', ']'],
  pentagon: ['[/', '\\]'],
  hexagon: ['[/', '/]'],
  octagon: ['[[', ']]'],
};

/** A whole flowchart. Arrows go from what is waited for to who waits; ids are places, labels tell. */
export function toMermaid(visible: VisibleGraph): string {
  const byLane = nodesByLane(visible);
  const lanes = visible.lanes.filter(({ isFolded }) => !isFolded);
  const ids = new Map(lanes.map(({ key }, at) => [key, `lane${at}`]));
  for (const [place, { key }] of visible.nodes.entries()) ids.set(key, `n${place}`);
  const nodeLine = (node: VisibleGraph['nodes'][number]): string => {
    const [open, close] = brackets[node.face.shape];
    const label = exportLabel(node).map(escaped).join('<br/>');
    return `${ids.get(node.key) ?? ''}${open}"${label}"${close}:::${node.face.colour}`;
  };
  const lines = ['flowchart LR'];
  const open = new Set(lanes.map(({ key }) => key));
  for (const { key, title } of lanes) {
    lines.push(`  subgraph ${ids.get(key) ?? ''}["${escaped(wellFormed(title)) || ' '}"]`);
    for (const node of byLane.get(key) ?? []) lines.push(`    ${nodeLine(node)}`);
    lines.push('  end');
  }
  for (const node of visible.nodes) if (!open.has(node.lane)) lines.push(`  ${nodeLine(node)}`);
  const styles: string[] = [];
  let drawn = 0;
  const { cycle, critical } = exportPalettes.light;
  for (const edge of visible.edges) {
    const [source, target] = [ids.get(edge.to), ids.get(edge.from)];
    if (source === undefined || target === undefined) continue;
    const arrow = edge.kind === 'parent' ? '-.-' : edge.fulfilment === 'met' ? '-->' : '==>';
    lines.push(`  ${source} ${arrow} ${target}`);
    const colour = edge.isInCycle ? cycle : edge.isCritical ? critical : undefined;
    if (colour !== undefined) styles.push(`  linkStyle ${drawn} stroke:${colour}`);
    drawn++;
  }
  const used = new Set(visible.nodes.map(({ face }) => face.colour));
  for (const [name, colour] of Object.entries(exportPalettes.light.faces)) {
    if ([...used].some((one) => one === name)) lines.push(`  classDef ${name} stroke:${colour}`);
  }
  return [...lines, ...styles, ''].join('\n');
}

/** Within quotes Mermaid reads entities by number, a hash before them in place of the ampersand; all that could mean anything becomes one. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,:()/_\u00a1-\uffff\u{10000}-\u{10ffff}-]/gu, (c) => {
    return `#${c.codePointAt(0) ?? 0xfffd};`;
  });
}
