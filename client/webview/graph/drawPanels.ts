/** Everything on the page but the picture itself: each panel into its part of the frame. */
import { nothing, render } from 'lit/html.js';
import { detailsView } from './detailsView';
import { historyView } from './historyView';
import { noticesView } from './noticesView';
import { overlayView } from './overlayView';
import type { PageParts } from './pageSkeleton';
import { tabs, type PageState } from './pageState';
import { tableView, type TableWindow } from './tableView';
import { toolbarView } from './toolbarView';
import type { View } from './view';
import { waterfallView } from './waterfallView';

/** Shows the panel of the tab; a commit's graph is drawn where the present one is. */
export function showPanel(tab: PageState['tab']): void {
  for (const name of tabs) {
    const panel = document.getElementById(`panel-${name}`);
    if (panel !== null) panel.hidden = name !== tab && !(name === 'graph' && tab === 'history');
  }
}

/** While there is no graph: that it is coming, or why it is not. */
export function drawWait({ wait }: PageParts, { notice }: PageState, isWaiting: boolean): void {
  wait.hidden = !isWaiting;
  if (isWaiting) render(notice ?? 'Reading the queue…', wait);
}

/** Draws bars and panels; `table` is the part of the table that is looked at, `scrolled` asks to draw another one. */
export function drawPanels(
  parts: PageParts,
  view: View,
  table: TableWindow,
  scrolled: () => void,
): void {
  const { tab } = view.state;
  render(toolbarView(view), parts.head);
  render(noticesView(view), parts.notices);
  render(tab === 'history' ? historyView(view) : nothing, parts.history);
  render(tab === 'history' ? nothing : detailsView(view), parts.side);
  if (tab === 'table') render(tableView(view, table, scrolled), parts.table);
  if (tab === 'waterfall') render(waterfallView(view), parts.waterfall);
  render(overlayView(view), parts.over);
}
