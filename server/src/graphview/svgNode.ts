/** One node of an SVG. */
import { escapeXml } from './escapeXml';
import type { ExportPalette } from './exportPalette';
import type { NodeBox } from './graphLayout';
import { nodeSizes, nodeText } from './nodeText';
import { isTroubled } from './rollUp';
import type { StatusFace } from './statusFace';
import type { RollUp, VisibleNode } from './visible';

/** A group with the node's shape, texts and marks; its tooltip is what a screen reader would say. */
export function svgNode(node: VisibleNode, box: NodeBox, palette: ExportPalette): string {
  const { width, height } = box;
  const { head, status, statusLine, detail } = nodeText(node);
  const colour = palette.faces[node.face.colour];
  const { textX, headY, detailY, right, headFont, detailFont } = nodeSizes;
  const isFold = node.kind !== 'task';
  const isDropped = node.face.name === 'cancelled';
  const statusText = `<text x="${width - right}" y="${statusLine === 'head' ? headY : detailY}" font-size="${detailFont}" text-anchor="end" fill="${colour}">${escapeXml(status)}</text>`;
  return [
    `<g transform="translate(${box.x} ${box.y})"${node.isDimmed ? ' opacity="0.4"' : ''}>`,
    `<title>${escapeXml(node.spoken)}</title>`,
    isFold ? stack(width, height, palette) : '',
    `<rect width="${width}" height="${height}" rx="6" fill="${palette.node}"${frame(node, palette)}/>`,
    `<rect width="4" height="${height - 12}" x="0" y="6" fill="${colour}"/>`,
    svgFace(node.face, colour, palette.node),
    `<text x="${textX}" y="${headY}" font-size="${headFont}" font-weight="600" fill="${palette.text}"${isDropped ? ' text-decoration="line-through"' : ''}>${escapeXml(head)}</text>`,
    statusText,
    `<text x="${textX}" y="${detailY}" font-size="${detailFont}" fill="${palette.muted}">${escapeXml(detail)}</text>`,
    isFold ? progress(node.rollUp, box, palette) : '',
    node.kind === 'task' && isTroubled(node.task) ? trouble(width, palette) : '',
    '</g>',
  ]
    .filter((line) => line !== '')
    .join('');
}

/** Shape and icon of a status, in a box of 16 by 16 left of the text. */
function svgFace(face: StatusFace, colour: string, background: string): string {
  const outline = `<path d="${face.outline}" fill="${face.isFilled ? colour : 'none'}" stroke="${colour}" stroke-width="1.6" stroke-linejoin="round"/>`;
  const ink = face.isFilled ? background : colour;
  const icon =
    face.icon === ''
      ? ''
      : `<path d="${face.icon}" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>`;
  return `<g transform="translate(11 7)">${outline}${icon}</g>`;
}

function frame(node: VisibleNode, palette: ExportPalette): string {
  if (node.isCritical) return ` stroke="${palette.critical}" stroke-width="1.8"`;
  const dashes = node.kind !== 'lane' && node.task.isForeign ? ' stroke-dasharray="4 3"' : '';
  const width = node.kind === 'task' && !node.task.isManager ? 1 : 1.6;
  return ` stroke="${palette.nodeLine}" stroke-width="${width}"${dashes}`;
}

/** Two more edges behind a node that stands for many. */
function stack(width: number, height: number, { node, nodeLine }: ExportPalette): string {
  return [6, 3]
    .map(
      (by) =>
        `<rect x="${by}" y="${by}" width="${width - by}" height="${height}" rx="6" fill="${node}" stroke="${nodeLine}"/>`,
    )
    .join('');
}

function progress({ done, total }: RollUp, box: NodeBox, palette: ExportPalette): string {
  const room = box.width - 16;
  const part = total === 0 ? 0 : Math.round((room * done) / total);
  const y = box.height - 5;
  return `<rect x="8" y="${y}" width="${room}" height="3" rx="1.5" fill="${palette.bandLine}"/><rect x="8" y="${y}" width="${part}" height="3" rx="1.5" fill="${palette.faces.done}"/>`;
}

function trouble(width: number, { faces, background }: ExportPalette): string {
  return `<g transform="translate(${width - 4} 2)"><path d="M0 -7L7 5H-7Z" fill="${faces.failed}" stroke="${background}" stroke-width="1.5" stroke-linejoin="round"/><path d="M0 -3V1M0 3V3.4" stroke="${background}" stroke-width="1.6" stroke-linecap="round"/></g>`;
}
