// *Tidy* as a switch: what is cancelled stays cancelled, however late its parts arrive.
import { expect, test } from 'vitest';
import type { Drawing, GivenLayout } from '../../client/webview/graph/drawing';
import type { Extras } from '../../client/webview/graph/loadExtras';
import { emptyPage, type PageState } from '../../client/webview/graph/pageState';
import type { Scene } from '../../client/webview/graph/scene';
import { TidyControl } from '../../client/webview/graph/tidyControl';

/** A page whose second bundle comes when the test says so, and whose layouts are counted. */
function openPage(): {
  readonly tidy: TidyControl;
  readonly page: { readonly state: PageState };
  readonly layouts: () => number;
  readonly bundleComes: () => void;
  readonly bundleFails: () => void;
} {
  const drawing = { isTidy: false, visible: { nodes: [], edges: [], lanes: [] } } as unknown;
  const page = {
    state: emptyPage,
    drawing: drawing as Drawing,
    scene: { fit: () => undefined } as unknown as Scene,
    changeNow(patch: Partial<PageState>) {
      page.state = { ...page.state, ...patch };
    },
  };
  let count = 0;
  class TidyWorker {
    layout(): Promise<unknown> {
      count++;
      // Another structure than the page's: what is laid out shows in the notice.
      return Promise.resolve({ kind: 'done', given: { structure: 'other' } as GivenLayout });
    }
    cancel(): void {
      // Nothing is under way.
    }
  }
  let resolve = (_: Extras): void => undefined;
  let reject = (_: Error): void => undefined;
  const bundle = new Promise<Extras>((...both) => ([resolve, reject] = both));
  return {
    tidy: new TidyControl(page, () => bundle, 'elk.js'),
    page,
    layouts: () => count,
    bundleComes: () => {
      resolve({ TidyWorker } as unknown as Extras);
    },
    bundleFails: () => {
      reject(new Error('it is not there'));
    },
  };
}

test('what is cancelled while its bundle is fetched is not laid out when that has come', async () => {
  const { tidy, page, layouts, bundleComes } = openPage();
  const first = tidy.toggle();
  expect(page.state.tidy).toBe('working');
  await tidy.toggle();
  expect(page.state.tidy).toBe('off');
  bundleComes();
  await first;
  expect([layouts(), page.state]).toEqual([0, emptyPage]);
});

test('nor does it complain when the bundle does not come', async () => {
  const { tidy, page, bundleFails } = openPage();
  const first = tidy.toggle();
  await tidy.toggle();
  bundleFails();
  await first;
  expect(page.state).toEqual(emptyPage);
});

test('who asks again meanwhile gets one layout', async () => {
  const { tidy, page, layouts, bundleComes } = openPage();
  const first = tidy.toggle();
  await tidy.toggle();
  const second = tidy.toggle();
  expect(page.state.tidy).toBe('working');
  bundleComes();
  await Promise.all([first, second]);
  expect(layouts()).toBe(1);
  expect(page.state.notice).toBe('The queue has changed meanwhile; tidy again.');
});
