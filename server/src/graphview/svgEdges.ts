/** The lines of an SVG: quiet ones first, so that what matters lies on top. */
import type { ExportPalette } from './exportPalette';
import type { GraphLayout } from './graphLayout';
import type { VisibleEdge } from './visible';

interface Pen {
  readonly colour: string;
  readonly width: number;
  readonly dashes: string;
  /** Higher ones are drawn later. */
  readonly rank: number;
}

/** A group of paths with arrow heads at those who wait. */
export function svgEdges(
  edges: readonly VisibleEdge[],
  layout: GraphLayout,
  palette: ExportPalette,
): string {
  const drawn = edges.flatMap((edge, at) => {
    const path = layout.edges[at];
    if (path === undefined || path.d === '') return [];
    return [{ edge, path, pen: penOf(edge, palette) }];
  });
  drawn.sort((a, b) => a.pen.rank - b.pen.rank);
  return [
    '<g fill="none" stroke-linejoin="round">',
    ...drawn.map(({ edge, path, pen: { colour, width, dashes } }) => {
      const dash = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
      const faint = edge.isDimmed ? ' opacity="0.35"' : '';
      const [x = 0, y = 0] = path.points.slice(-2);
      const head = edge.kind === 'parent' ? '' : arrowHead(x, y, colour);
      return `<g${faint}><path d="${path.d}" stroke="${colour}" stroke-width="${width}"${dash}/>${head}</g>`;
    }),
    '</g>',
  ].join('\n');
}

function penOf(edge: VisibleEdge, palette: ExportPalette): Pen {
  if (edge.isInCycle) return { colour: palette.cycle, width: 2.2, dashes: '', rank: 5 };
  if (edge.isCritical) return { colour: palette.critical, width: 2.2, dashes: '', rank: 4 };
  if (edge.kind === 'parent') return { colour: palette.parent, width: 1.1, dashes: '4 4', rank: 0 };
  const width = edge.kind === 'phase' ? 2 : 1.4;
  if (edge.fulfilment === 'met') return { colour: palette.met, width, dashes: '', rank: 1 };
  const dashes = edge.fulfilment === 'soft' ? '1.5 4' : '';
  return { colour: palette.unmet, width, dashes, rank: edge.fulfilment === 'soft' ? 2 : 3 };
}

function arrowHead(x: number, y: number, colour: string): string {
  return `<path d="M${x} ${y}l-7 -3.6v7.2z" fill="${colour}"/>`;
}
