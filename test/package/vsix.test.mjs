// What is in the packed extension: all that it needs, and nothing that is only for those who develop it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { vsixFile } from '../../scripts/packageExtension.mjs';
import { zipNames } from './zipNames.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const packed = zipNames(vsixFile)
  .filter((name) => name.startsWith('extension/'))
  .map((name) => name.slice('extension/'.length));
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

test('every file that the manifest names is packed', () => {
  const named = [...JSON.stringify(manifest).matchAll(/"(\.?\/?(?:dist|media|syntaxes)\/[^"]+)"/g)]
    .map(([, file]) => file.replace(/^\.\//, ''))
    .filter((file) => !file.includes('*'));
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((file) => !packed.includes(file)),
    [],
  );
});

test('the server that the client starts, the licence and the notices are packed', () => {
  for (const file of ['dist/server.js', 'dist/THIRD-PARTY-NOTICES.txt', 'LICENSE.txt']) {
    assert.ok(packed.includes(file), file);
  }
});

test('nothing else is packed', () => {
  const allowed =
    /^(package\.json|readme\.md|changelog\.md|LICENSE\.txt|dist\/(client|server|cli|runner|gatewaySocket|agentConnection|graph|graph-extras|elk-worker)\.js|dist\/graph\.css|dist\/THIRD-PARTY-NOTICES\.txt|(media|syntaxes|docs\/rules)\/.*)$/;
  assert.deepEqual(
    packed.filter((name) => !allowed.test(name)),
    [],
  );
});

test('the bundles need nothing that is not packed', () => {
  const builtins = /^(node:.*|vscode)$/;
  const isBuiltin = (name) => builtins.test(name) || process.getBuiltinModule?.(name) !== undefined;
  const isPacked = (name) => packed.includes(path.posix.join('dist', name));
  for (const bundle of ['client', 'server', 'cli', 'runner', 'gatewaySocket', 'agentConnection']) {
    const text = fs.readFileSync(path.join(root, 'dist', `${bundle}.js`), 'utf8');
    const required = [...text.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(
      required.filter((name) => !isBuiltin(name) && !isPacked(name)),
      [],
      bundle,
    );
  }
});

test('the graph page, its second bundle, its colours and the layout engine are packed', () => {
  const files = ['graph.js', 'graph.css', 'graph-extras.js', 'elk-worker.js'];
  assert.deepEqual(
    files.filter((file) => !packed.includes(`dist/${file}`)),
    [],
  );
  const notices = fs.readFileSync(path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['lit-html', 'elkjs']) assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
});

test('the graph page is within its budget: it is read anew whenever it is shown', () => {
  const size = (file) => fs.statSync(path.join(root, 'dist', file)).size;
  const page = size('graph.js') + size('graph.css');
  assert.ok(page <= 150_000, `${page} bytes`);
});

test('it is small enough to install in a moment', () => {
  assert.ok(fs.statSync(vsixFile).size < 2_000_000);
});

test('the command line runs from the packed files alone', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-alone-')); // No node_modules above it.
  try {
    for (const file of ['package.json', 'dist/cli.js']) {
      fs.cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
    }
    const cli = path.join(folder, 'dist', 'cli.js');
    const help = execFileSync(process.execPath, [cli, '--help'], { cwd: folder, encoding: 'utf8' });
    assert.match(help, /check/);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
