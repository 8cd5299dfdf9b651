/** To *Tidy* and back: what ELK's `layered` algorithm is asked (its JSON format), and its answer as a layout like any other. */
import type { EdgePath, GraphLayout, LaneBand, NodeBox } from './graphLayout';
import { layoutBands } from './layoutBands';
import { nodeSizes, nodeText } from './nodeText';
import { roundedPath } from './roundedPath';
import type { VisibleGraph } from './visible';

interface ElkPoint {
  readonly x: number;
  readonly y: number;
}

/** The part of ELK's JSON graph that is used here, before and after. */
export interface ElkGraph {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly layoutOptions?: Readonly<Record<string, string>>;
  readonly children?: readonly ElkGraph[];
  readonly edges?: readonly {
    readonly id: string;
    readonly sources: readonly string[];
    readonly targets: readonly string[];
    readonly sections?: readonly {
      readonly startPoint: ElkPoint;
      readonly bendPoints?: readonly ElkPoint[];
      readonly endPoint: ElkPoint;
    }[];
  }[];
}

/** From here on half the beauty takes a tenth of the time. */
const coarseFrom = 150;

const careful = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '20',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '7',
  'elk.randomSeed': '1',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
} as const;

const coarse = {
  ...careful,
  'elk.layered.thoroughness': '2',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
} as const;

/** What ELK is asked for a visible graph. Ids are places, so that no key means anything to it. */
export function toElkGraph(visible: VisibleGraph): ElkGraph {
  const { nodes } = visible;
  const ends = endsOf(visible);
  return {
    id: 'root',
    layoutOptions: nodes.length > coarseFrom ? coarse : careful,
    children: layoutBands(visible).map((band, at) => ({
      id: `b${at}`,
      layoutOptions: { 'elk.padding': '[top=44,left=20,bottom=18,right=20]' },
      children: band.nodes.flatMap((place) => {
        const node = nodes[place];
        if (node === undefined) return [];
        return [{ id: `n${place}`, width: nodeText(node).width, height: nodeSizes.height }];
      }),
    })),
    edges: ends.flatMap(({ source, target, isInside }, at) => {
      if (source === undefined || target === undefined || isInside) return [];
      return [{ id: `e${at}`, sources: [source], targets: [target] }];
    }),
  };
}

/** Ids of both ends of each edge; `isInside` when one of them is the band that the other stands in. */
function endsOf(visible: VisibleGraph) {
  const ids = new Map<string, string>();
  const bandOf = new Map<string, string>();
  for (const [at, { key, nodes }] of layoutBands(visible).entries()) {
    ids.set(key, `b${at}`);
    for (const place of nodes) bandOf.set(`n${place}`, `b${at}`);
  }
  for (const [place, { key }] of visible.nodes.entries()) ids.set(key, `n${place}`);
  return visible.edges.map(({ from, to }) => {
    const [source, target] = [ids.get(to), ids.get(from)];
    const isInside = bandOf.get(source ?? '') === target || bandOf.get(target ?? '') === source;
    return { source, target, isInside };
  });
}

/**
 * ELK's answer for the same visible graph as a layout; undefined when it is not one, such as with a node missing. A lane layout
 * that follows it starts anew.
 */
export function fromElkGraph(visible: VisibleGraph, answer: ElkGraph): GraphLayout | undefined {
  const shapes = new Map<string, ElkGraph>();
  for (const band of answer.children ?? []) {
    shapes.set(band.id, band);
    for (const node of band.children ?? []) shapes.set(node.id, node);
  }
  const bands: LaneBand[] = [];
  const bandOf = new Map<number, string>();
  for (const [at, { key, title, nodes }] of layoutBands(visible).entries()) {
    const shape = shapes.get(`b${at}`);
    if (shape === undefined) return undefined;
    bands.push({ key, title, ...boxOf(shape) });
    for (const place of nodes) bandOf.set(place, key);
  }
  const nodes: NodeBox[] = [];
  for (const [place, { key }] of visible.nodes.entries()) {
    const shape = shapes.get(`n${place}`);
    if (shape === undefined) return undefined;
    const cell = { column: 0, row: 0, level: 0 };
    nodes.push({ key, ...boxOf(shape), band: bandOf.get(place) ?? '', ...cell });
  }
  const sections = new Map((answer.edges ?? []).map(({ id, sections }) => [id, sections?.[0]]));
  const edges = visible.edges.map(({ key }, at): EdgePath => {
    const section = sections.get(`e${at}`);
    if (section === undefined) return { key, d: '', points: [] };
    const corners = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    const points = corners.flatMap(({ x, y }) => [x, y]);
    return { key, d: roundedPath(points), points };
  });
  const { width, height } = boxOf(answer);
  return { width, height, bands, nodes, edges, rowLimit: 0 };
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: ElkGraph) {
  return { x, y, width, height };
}
