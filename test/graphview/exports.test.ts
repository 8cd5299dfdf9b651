import { DOMParser } from '@xmldom/xmldom';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { exportPalettes } from '../../server/src/graphview/exportPalette';
import { htmlStyle, htmlStyleHash } from '../../server/src/graphview/htmlStyle';
import { laneLayout } from '../../server/src/graphview/laneLayout';
import { statusFaces } from '../../server/src/graphview/statusFace';
import { toDot } from '../../server/src/graphview/toDot';
import { toHtml } from '../../server/src/graphview/toHtml';
import { toJson } from '../../server/src/graphview/toJson';
import { toMermaid } from '../../server/src/graphview/toMermaid';
import { toSvg } from '../../server/src/graphview/toSvg';
import { visibleGraph, wholeGraph } from '../../server/src/graphview/visibleGraph';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import { graphEdge, graphSnapshot, graphTask, inventedGraph } from '../support/graphSnapshots';
import { hostileGraph, hostileTitles } from '../support/hostileGraph';

const visible = (snapshot: GraphSnapshot, folded: readonly string[] = []) =>
  visibleGraph(snapshot, { ...wholeGraph, folded: new Set(folded) });
const svgOf = (snapshot: GraphSnapshot, folded: readonly string[] = []) => {
  const graph = visible(snapshot, folded);
  return toSvg(graph, laneLayout(graph), { theme: 'dark' });
};
const htmlOf = (snapshot: GraphSnapshot) => {
  const graph = visible(snapshot);
  return toHtml(snapshot, graph, laneLayout(graph), 'light');
};

/** Reads XML and fails on anything that is not well-formed. */
function readXml(text: string) {
  const complaints: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      // It warns of every replacement character, and those are meant.
      if (level !== 'warning') complaints.push(message);
    },
  });
  const document = parser.parseFromString(text, 'image/svg+xml');
  expect(complaints).toEqual([]);
  return document;
}

const textsOf = (svg: string) =>
  [...readXml(svg).getElementsByTagName('text')].map(({ textContent }) => textContent);

test('every id can be read in the SVG, whatever the titles are', () => {
  const texts = textsOf(svgOf(hostileGraph));
  for (const { id } of hostileGraph.tasks) expect(texts).toContain(id);
  const invented = inventedGraph(200);
  const found = new Set(textsOf(svgOf(invented)));
  expect(invented.tasks.filter(({ id }) => !found.has(id))).toEqual([]);
});

test('the SVG holds shapes and text, nothing that runs or is fetched', () => {
  for (const svg of [svgOf(hostileGraph), svgOf(inventedGraph(40), ['Phase 1'])]) {
    const names = new Set(
      [...readXml(svg).getElementsByTagName('*')].map(({ tagName }) => tagName),
    );
    expect([...names].sort()).toEqual(['g', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
    const attributes = [...readXml(svg).getElementsByTagName('*')].flatMap((element) =>
      [...element.attributes].map(({ name }) => name),
    );
    expect(attributes.filter((name) => /^on|href|style|src/i.test(name))).toEqual([]);
    expect(svg).not.toContain('var(--');
  }
});

test('titles are told in full where the picture has to cut them', () => {
  const title =
    'A title that goes on and on, further than any node in the picture would ever be wide';
  const svg = readXml(svgOf(graphSnapshot([graphTask('a', { title })])));
  const tips = [...svg.getElementsByTagName('title')].map(({ textContent }) => textContent);
  expect(tips).toContain(`a, pending: ${title}`);
});

test('Graphviz reads the DOT and draws every node with its label', async () => {
  const graphviz = await Graphviz.load();
  for (const [snapshot, folded] of [
    [hostileGraph, []],
    [inventedGraph(60), ['Phase 2']],
  ] as const) {
    const graph = visible(snapshot, folded);
    const read = JSON.parse(graphviz.layout(toDot(graph), 'json', 'dot')) as {
      objects: { name: string; label?: string }[];
      edges?: unknown[];
    };
    const labels = read.objects.filter(({ name }) => /^n\d/.test(name)).map(({ label }) => label);
    expect(labels).toHaveLength(graph.nodes.length);
    expect(read.edges?.length ?? 0).toBe(graph.edges.length);
    for (const node of graph.nodes) {
      const name = node.kind === 'lane' ? node.title : node.task.id;
      expect(labels.some((label) => label?.startsWith(`${name} (`))).toBe(true);
    }
  }
});

test('hostile titles stay one label each in Mermaid: quotes, arrows and brackets are entities', () => {
  const lines = toMermaid(visible(hostileGraph)).split('\n');
  const nodes = lines.filter((line) => /^ {4}n\d+/.test(line));
  expect(nodes).toHaveLength(hostileGraph.tasks.length);
  for (const line of nodes) {
    expect(line).toMatch(
      /^ {4}n\d+\W{1,2}"[^"<>`{}[\]&]*(<br\/>[^"<>`{}[\]&]*)?"\W{1,2}:::[a-z]+$/,
    );
  }
});

test('a status that nobody can read looks like no other one in any export', () => {
  const { unknown, ...others } = statusFaces;
  for (const face of Object.values(others)) {
    expect([face.colour, face.shape, face.outline]).not.toContain(unknown.colour);
    expect(face.outline).not.toBe(unknown.outline);
    for (const { faces } of Object.values(exportPalettes))
      expect(faces[face.colour]).not.toBe(faces.unknown);
  }
  const one = visible(graphSnapshot([graphTask('a', { status: 'unknown' })]));
  expect(toMermaid(one)).toContain('n0[/"a (unknown status)<br/>Work on a"\\]:::unknown');
  expect(toMermaid(one)).toContain(`classDef unknown stroke:${exportPalettes.light.faces.unknown}`);
  expect(toDot(one)).toMatch(/label="a \(unknown status\).*shape=house, color="#9c2f7f"/);
  const svg = toSvg(one, laneLayout(one), { theme: 'light' });
  expect(svg).toContain(exportPalettes.light.faces.unknown);
  expect(svg).not.toContain('line-through');
});

test('Mermaid gets lanes, arrows by meaning, and dashes for parents', () => {
  const tasks = [
    graphTask('a', { status: 'complete' }),
    graphTask('b', { ready: true }),
    graphTask('c', { lane: 'Phase 2', parent: 'b' }),
  ];
  const edges = [
    graphEdge('b', 'a', { fulfilment: 'met' }),
    graphEdge('c', 'b', { isCritical: true }),
    graphEdge('c', 'Phase 1', { kind: 'phase' }),
  ];
  expect(toMermaid(visible(graphSnapshot(tasks, edges))).split('\n')).toEqual([
    'flowchart LR',
    '  subgraph lane0["Phase 1"]',
    '    n0("a (complete)<br/>Work on a"):::done',
    '    n1>"b (ready)<br/>Work on b"]:::ready',
    '  end',
    '  subgraph lane1["Phase 2"]',
    '    n2("c (pending)<br/>Work on c"):::pending',
    '  end',
    '  n0 --> n1',
    '  n1 ==> n2',
    '  lane0 ==> n2',
    '  n1 -.- n2',
    ...(['pending', 'ready', 'done'] as const).map(
      (name) => `  classDef ${name} stroke:${exportPalettes.light.faces[name]}`,
    ),
    `  linkStyle 1 stroke:${exportPalettes.light.critical}`,
    '',
  ]);
});

test('the JSON has a version, and only what is shown', () => {
  const snapshot = inventedGraph(30);
  const matches = new Set(['p1-1', 'p1-2', 'p1-3']);
  const graph = visibleGraph(snapshot, { ...wholeGraph, matches, showsOthers: 'hide' });
  const read = JSON.parse(toJson(snapshot, graph)) as Record<string, unknown>;
  expect(Object.keys(read)).toEqual([
    ...['version', 'kind', 'queue', 'slots', 'lanes', 'tasks', 'edges', 'criticalPath', 'cycles'],
    ...['waves', 'hidden'],
  ]);
  expect(read).toMatchObject({
    version: 1,
    kind: 'proactive-jobs-graph',
    tasks: [{ key: 'p1-1' }, { key: 'p1-2' }, { key: 'p1-3' }],
    hidden: ['27 hidden by filter'],
  });
  expect(JSON.parse(toJson(hostileGraph, visible(hostileGraph)))).toMatchObject({
    tasks: hostileTitles.map((title) => ({ title })),
  });
});

test('the HTML allows its own style and nothing else', () => {
  const hash = createHash('sha256').update(htmlStyle).digest('base64');
  expect(htmlStyleHash).toBe(hash);
  const html = htmlOf(hostileGraph);
  expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'`);
  expect(html).not.toMatch(/<script|<iframe|<img|<link|<object|javascript:alert\(1\)"/i);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

test('the table of the HTML says what a task waits for, and why it cannot start', () => {
  const tasks = [graphTask('a'), graphTask('b', { notReady: ['Waits for a.'], worker: 'w-1' })];
  const html = htmlOf(graphSnapshot(tasks, [graphEdge('b', 'a')]));
  const row = html.split('\n').find((line) => line.startsWith('<tr><td class="id">b</td>'));
  expect(row?.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')).toBe(
    '|b|Work on b|pending|Phase 1|a|0|w-1|Waits for a.|',
  );
});

test('both palettes can be read: text 4.5 to 1, shapes and lines that matter 3 to 1', () => {
  for (const palette of Object.values(exportPalettes)) {
    for (const colour of [palette.text, palette.muted, ...Object.values(palette.faces)]) {
      expect(contrast(colour, palette.node)).toBeGreaterThanOrEqual(4.5);
    }
    for (const colour of [palette.text, palette.muted]) {
      expect(contrast(colour, palette.band)).toBeGreaterThanOrEqual(4.5);
    }
    for (const colour of [palette.unmet, palette.cycle, palette.critical]) {
      expect(contrast(colour, palette.band)).toBeGreaterThanOrEqual(3);
    }
  }
});

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
