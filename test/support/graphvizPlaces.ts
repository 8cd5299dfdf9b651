/** Where Graphviz puts things: the oracle for crossings, and the reader of exported DOT. */
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import type { Point } from './crossings';

/** Middles of the tasks as `dot` lays them out flat, from left to right. */
export async function dotPlaces({
  tasks,
  edges,
}: GraphSnapshot): Promise<ReadonlyMap<string, Point>> {
  const graphviz = await Graphviz.load();
  const ids = new Map(tasks.map(({ key }, at) => [key, `n${at}`]));
  const keys = new Map(tasks.map(({ key }, at) => [`n${at}`, key]));
  const lines = [
    'digraph { rankdir=LR; node [shape=box, width=2.5, height=0.6, label=""];',
    ...ids.values(),
    ...edges.map(({ from, to }) => `${ids.get(to) ?? ''} -> ${ids.get(from) ?? ''}`),
    '}',
  ];
  const plain = graphviz.layout(lines.join('\n'), 'plain', 'dot');
  const places = plain.split('\n').flatMap((line): [string, Point][] => {
    const [kind, id = '', x = '', y = ''] = line.split(' ');
    return kind === 'node' ? [[keys.get(id) ?? '', { x: Number(x), y: Number(y) }]] : [];
  });
  return new Map(places);
}
