/** The picture as an SVG file: resolved colours, no script, no style from outside, every id in full. */
import { escapeXml } from './escapeXml';
import { exportPalettes, type ExportPalette, type ExportTheme } from './exportPalette';
import type { GraphLayout, LaneBand } from './graphLayout';
import { svgEdges } from './svgEdges';
import { svgNode } from './svgNode';
import type { VisibleGraph, VisibleLane } from './visible';

export interface SvgOptions {
  /** One of ours, or colours of the caller's own. */
  readonly theme: ExportTheme | ExportPalette;
  /** Headline above the picture; the queue's name by default, nothing for the empty string. */
  readonly title?: string;
}

const headline = 46;
const font = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif`;

/** A whole SVG document for a visible graph and its layout. */
export function toSvg(visible: VisibleGraph, layout: GraphLayout, options: SvgOptions): string {
  const { theme } = options;
  const palette = typeof theme === 'string' ? exportPalettes[theme] : theme;
  const title = options.title ?? visible.queueName;
  const top = title === '' ? 0 : headline;
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height + top)];
  const lanes = new Map(visible.lanes.map((lane) => [lane.key, lane]));
  const boxes = new Map(layout.nodes.map((box) => [box.key, box]));
  const nodes = visible.nodes.flatMap((node) => {
    const box = boxes.get(node.key);
    return box === undefined ? [] : [svgNode(node, box, palette)];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(font)}" role="img" aria-label="${escapeXml(labelOf(visible))}">`,
    `<title>${escapeXml(labelOf(visible))}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.background}"/>`,
    title === '' ? '' : svgHeadline(title, visible, palette),
    `<g transform="translate(0 ${top})">`,
    ...layout.bands.map((band) => svgBand(band, palette)),
    svgEdges(visible.edges, layout, palette),
    ...layout.bands.map((band) => svgBandTitle(band, lanes.get(band.key), palette)),
    ...nodes,
    '</g>',
    '</svg>',
    '',
  ]
    .filter((line, at, all) => line !== '' || at === all.length - 1)
    .join('\n');
}

function labelOf({ queueName, counts }: VisibleGraph): string {
  return [`${queueName}: dependency graph of ${counts.tasks} tasks`, ...counts.remarks].join(', ');
}

function svgHeadline(title: string, { counts }: VisibleGraph, palette: ExportPalette): string {
  const facts = [`${counts.tasks} tasks`, ...counts.remarks].join(' · ');
  return `<text x="20" y="31" font-size="16" font-weight="600" fill="${palette.text}">${escapeXml(title)}<tspan dx="12" font-size="12" font-weight="400" fill="${palette.muted}">${escapeXml(facts)}</tspan></text>`;
}

function svgBand({ x, y, width, height }: LaneBand, { band, bandLine }: ExportPalette): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${band}" stroke="${bandLine}"/>`;
}

function svgBandTitle(
  { title, x, y }: LaneBand,
  lane: VisibleLane | undefined,
  palette: ExportPalette,
): string {
  if (title === undefined) return '';
  const done = lane === undefined ? '' : `${lane.done}/${lane.total}`;
  return `<text x="${x + 14}" y="${y + 22}" font-size="12.5" font-weight="600" fill="${palette.text}" stroke="${palette.band}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">${escapeXml(title)}<tspan dx="10" font-weight="400" fill="${palette.muted}">${done}</tspan></text>`;
}
