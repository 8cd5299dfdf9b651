// What the words behind `npm test --` mean.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseStages } from '../../scripts/stages/chooseStages.mjs';

const stages = [{ name: 'unit', hasParts: true }, { name: 'host' }, { name: 'ui', hasParts: true }];
const chosen = (...words) =>
  chooseStages(stages, words).map(({ name, parts }) => [name, ...parts].join(' '));

test('without words every stage runs as a whole', () => {
  assert.deepEqual(chosen(), ['unit', 'host', 'ui']);
});

test('stages run in their own order, however they are asked for', () => {
  assert.deepEqual(chosen('ui', 'unit'), ['unit', 'ui']);
});

test('of a stage, files can be asked for by the beginning of their names', () => {
  assert.deepEqual(chosen('ui/graph', 'host', 'ui/start'), ['host', 'ui graph start']);
});

test('a stage and a part of it are the stage', () => {
  assert.deepEqual(chosen('ui/graph', 'ui'), ['ui']);
});

test('an unknown stage is refused with the known ones', () => {
  assert.throws(() => chosen('gui'), /no stage gui\. The stages are unit, host, ui\./);
});

test('a part of a stage that runs as a whole is refused', () => {
  assert.throws(() => chosen('host/tree'), /runs as a whole: ask for host alone/);
});
