// What axe has to say about a page of ours.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** A line for each rule that is broken, with the first places; empty when all is well. */
export async function axeViolations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      // A node's name is more than the words in its box, and begins with its id: that is its label.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(
            ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`,
          )
          .join(' | ')}`,
    );
  });
}
