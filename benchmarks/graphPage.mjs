// How fast the built graph page is in headless Chromium: first paint, one change, panning. Needs `npm run package`.
import { believableGraph } from '../test/webview/support/graphs.mjs';
import { startGraphPages } from '../test/webview/support/graphPage.mjs';
import { ms } from './measure.mjs';

const goals = { 300: 200, 1_000: 400, 10_000: 1_000 };
const rounds = 5;

/** Rows for tables: the shortest of several runs, each in a page of its own. */
export async function graphPageSpeed() {
  const pages = await startGraphPages();
  try {
    const paint = [];
    const update = [];
    for (const [count, goal] of Object.entries(goals)) {
      const runs = [];
      for (let round = 0; round < rounds; round++) runs.push(await paintOnce(pages, Number(count)));
      const best = (of) => Math.min(...runs.map(of));
      const [{ nodes, lines, touched }] = runs;
      paint.push([count, nodes, lines, ms(best((run) => run.painted)), `≤ ${goal}`]);
      update.push([count, ms(best((run) => run.changed)), touched]);
    }
    return { paint, update, pan: [await panOnce(pages)] };
  } finally {
    await pages.close();
  }
}

async function paintOnce(pages, count) {
  const graph = await pages.open({ viewport: { width: 1600, height: 1000 } });
  const first = believableGraph(count);
  const victim = first.tasks.findLast(({ status, ready }) => status === 'pending' && !ready);
  const tasks = first.tasks.map((task) =>
    task === victim ? { ...task, status: 'blocked' } : task,
  );
  const result = await graph.page.evaluate(
    async ([before, after]) => {
      const paintedAfter = async (text) => {
        const data = {
          kind: 'snapshot',
          snapshot: JSON.parse(text),
          isStale: false,
          isTrusted: true,
        };
        const start = performance.now();
        window.dispatchEvent(new MessageEvent('message', { data }));
        // A message that is posted in a frame is answered after that frame has been painted.
        await new Promise((resolve) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(0);
          }),
        );
        return performance.now() - start;
      };
      const painted = await paintedAfter(before);
      const touched = new Set();
      const watcher = new MutationObserver((records) => {
        for (const { target } of records)
          touched.add(
            (target instanceof Element ? target : target.parentElement)?.closest('.node')?.dataset
              .key ?? 'elsewhere',
          );
      });
      const options = { subtree: true, childList: true, attributes: true, characterData: true };
      watcher.observe(document.querySelector('.scene'), options);
      const changed = await paintedAfter(after);
      const count = (selector) => document.querySelectorAll(selector).length;
      return {
        painted,
        changed,
        touched: touched.size,
        nodes: count('.scene .node'),
        lines: count('.scene .edge'),
      };
    },
    [JSON.stringify(first), JSON.stringify({ ...first, revision: 2, tasks })],
  );
  await graph.close();
  return result;
}

/** A drag over a thousand unfolded tasks, a step in each frame; long tasks are what the browser itself reports. */
async function panOnce(pages) {
  const graph = await pages.open({ viewport: { width: 1600, height: 1000 } });
  await graph.show(believableGraph(1_000));
  await graph.page.getByRole('button', { name: 'Unfold all' }).first().click();
  const { long, steps, total } = await graph.page.evaluate(async () => {
    const long = [];
    const watcher = new PerformanceObserver((list) =>
      long.push(...list.getEntries().map(({ duration }) => duration)),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    watcher.observe({ type: 'longtask' });
    const scene = document.querySelector('.scene');
    const steps = 120;
    const start = performance.now();
    for (let step = 0; step < steps; step++) {
      scene.dispatchEvent(new WheelEvent('wheel', { deltaX: 25, deltaY: 18, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const total = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { long, steps, total };
  });
  await graph.close();
  return [
    steps,
    long.length === 0 ? '< 50' : ms(Math.max(...long)),
    long.length,
    ms(total / steps),
  ];
}
