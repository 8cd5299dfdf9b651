/** Entry of the page: connects the editor's messages to it. */
import './graph.css';
import { connectHost } from './host';
import { loadExtras } from './loadExtras';
import { GraphPage } from './page';
import { readHostMessage } from './readHostMessage';

/** The page's other scripts need it; the element gives it only now. */
const nonce = document.currentScript?.nonce ?? '';
const root = document.getElementById('graph');
if (root !== null) {
  const host = connectHost();
  const { elkWorker = '', extras = '' } = root.dataset;
  const page = new GraphPage(root, host, {
    elkWorker,
    extras: () => loadExtras(extras, nonce),
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readHostMessage(data);
    if (message !== undefined) page.receive(message);
  });
  // The editor changes the classes of the body when the theme changes.
  new MutationObserver(() => {
    page.themeChanged();
  }).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  host.post({ kind: 'ready' });
}
