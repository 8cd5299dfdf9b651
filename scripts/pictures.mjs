// Takes the README's pictures from the last run of the UI tests: `npm test -- ui && npm run pictures`, then look at them.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './processes.mjs';

/** Picture in docs/pictures ← screenshot in dist-test/shots. */
const pictures = {
  tree: 'tree-dark',
  problems: 'problems-dark',
  hover: 'hover-dark',
  light: 'colours-light',
  workers: 'workers-process',
  graph: 'graph-beside-dark',
};

const target = path.join(root, 'docs', 'pictures');
fs.mkdirSync(target, { recursive: true });
for (const [name, shot] of Object.entries(pictures)) {
  const from = path.join(root, 'dist-test', 'shots', `${shot}.png`);
  if (!fs.existsSync(from)) {
    console.error(
      `There is no ${path.relative(root, from)}. Run the UI tests first: npm test -- ui`,
    );
    process.exit(1);
  }
  fs.copyFileSync(from, path.join(target, `${name}.png`));
  console.log(`docs/pictures/${name}.png`);
}
