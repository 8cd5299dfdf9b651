// Where the graph is looked at from when it opens.
import { expect, test } from 'vitest';
import { Drawer } from '../../client/webview/graph/drawing';
import { lookAtWork, workPlace } from '../../client/webview/graph/firstLook';
import { graphOf, graphTask } from '../support/graphFixtures';

const done = (id: string, lane: string) => graphTask(id, { lane, status: 'complete' });

function placeIn(...tasks: Parameters<typeof graphOf>[0]) {
  const drawing = new Drawer().draw({
    ...{ snapshot: graphOf(tasks), folded: new Set<string>(), query: '' },
    ...{ showsOthers: 'dim', focus: undefined },
  });
  const place = workPlace(drawing);
  const keyOf = (rect: object | undefined): string | undefined =>
    [...drawing.layout.bands, ...drawing.layout.nodes].find((one) => one === rect)?.key;
  return [keyOf(place?.lane), keyOf(place?.node)];
}

test('the work is the first lane in which something runs or can start', () => {
  const first = [done('a-1', 'l:1'), done('b-1', 'l:2'), graphTask('b-2', { lane: 'l:2' })];
  expect(placeIn(...first)).toEqual([undefined, undefined]);
  const ready = graphTask('c-2', { lane: 'l:3', ready: true });
  const later = graphTask('d-1', { lane: 'l:4', status: 'in-progress' });
  expect(placeIn(...first, done('c-1', 'l:3'), ready, later)).toEqual(['l:3', 't:c-2']);
  expect(placeIn(...first, later)).toEqual(['l:4', 't:d-1']);
});

test('managers and tasks of other queues are not the work', () => {
  const manager = graphTask('a-1', { lane: 'l:1', status: 'in-progress', isManager: true });
  const foreign = graphTask('b-1', { lane: 'l:2', ready: true, isForeign: true });
  const ready = graphTask('c-1', { lane: 'l:3', ready: true });
  expect(placeIn(manager, foreign, ready)).toEqual(['l:3', 't:c-1']);
});

const room = { width: 1000, height: 600 };
const scene = { width: 3000, height: 4000 };
const start = { k: 1, x: 8, y: 8 };
const lane = (y: number) => ({ x: 0, y, width: 3000, height: 900 });
const node = (x: number, y: number) => ({ x, y, width: 200, height: 50 });

test('the lane of the work comes to the top, the zoom stays', () => {
  const look = lookAtWork(start, room, scene, { lane: lane(1500), node: node(100, 1540) });
  expect(look).toEqual({ k: 1, x: 8, y: -1492 });
  const near = lookAtWork({ ...start, k: 2 }, room, scene, {
    lane: lane(1500),
    node: node(100, 1540),
  });
  expect(near).toEqual({ k: 2, x: 8, y: -2992 });
});

test('a node far down or right in its lane is in sight, and no room is left behind the end', () => {
  const far = lookAtWork(start, room, scene, { lane: lane(1500), node: node(2000, 2300) });
  expect(far).toEqual({ k: 1, x: -1980, y: -2272 });
  const last = lookAtWork(start, room, scene, { lane: lane(3900), node: node(2790, 3930) });
  expect(last).toEqual({ k: 1, x: -2008, y: -3408 });
});

test('what is seen whole, or begins with the work, stays where it is', () => {
  const small = { width: 400, height: 300 };
  const centred = { k: 1, x: 300, y: 8 };
  expect(lookAtWork(centred, room, small, { lane: lane(150), node: node(100, 180) })).toEqual(
    centred,
  );
  expect(lookAtWork(start, room, scene, { lane: lane(0), node: node(100, 40) })).toEqual(start);
});
