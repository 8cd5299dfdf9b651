/** A graph whose texts try to be something else. */
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import { graphEdge, graphSnapshot, graphTask } from './graphSnapshots';

export const hostileTitles: readonly string[] = [
  'a "quoted" title with \\ and \\n and \\" in it',
  '</script><script>alert(1)</script>',
  ']]> --> <!-- & &amp; &#60; <b>bold</b>',
  'n1 --> n2\n  click n1 href "javascript:alert(1)"',
  'end',
  '`code` #35; #quot; %% %%{init: {}}%% ::: {{x}} [y] (z) |w|',
  '" onload="alert(1)" x=\'',
  'emoji 👩‍👩‍👧 ✅ 🇫🇮 and \u202eright to left\u202c',
  'שלום עולם — مرحبا بالعالم',
  'null \u0000 bell \u0007 escape \u001b[31m and half a pair \ud83d',
  '</style></svg></title>',
  '${alert(1)} {{constructor}} <%= 1 %>',
];

/** A ring of tasks with these titles, and with lanes that are no better. */
export const hostileGraph: GraphSnapshot = graphSnapshot(
  hostileTitles.map((title, at) => {
    const lane = ['"]\nend\n', '</text><script>', 'Phase <3>'][at % 3] ?? '';
    return graphTask(`h-${at}`, { title, lane });
  }),
  hostileTitles.map((_, at) => graphEdge(`h-${at}`, `h-${(at + 1) % hostileTitles.length}`)),
  { queueName: '"><script>alert(2)</script>.md' },
);
