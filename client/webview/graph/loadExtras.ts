/** Fetches the second bundle when it is wanted for the first time. */
import type * as extras from './extras';

export type Extras = typeof extras;

declare global {
  /** Where the second bundle leaves what it exports. */
  var graphExtras: Extras | undefined;
}

let loading: Promise<Extras> | undefined;

/** `address` and `nonce` are those that the panel gave to the page. Rejects when the bundle is not there; then asks again. */
export function loadExtras(address: string, nonce: string): Promise<Extras> {
  loading ??= new Promise<Extras>((resolve, reject) => {
    const script = document.createElement('script');
    script.nonce = nonce;
    script.src = address;
    script.addEventListener('load', () => {
      if (globalThis.graphExtras !== undefined) resolve(globalThis.graphExtras);
      else reject(new Error('a part of the graph page is broken'));
    });
    script.addEventListener('error', () => {
      loading = undefined;
      reject(new Error('a part of the graph page cannot be read'));
    });
    document.head.append(script);
  });
  return loading;
}
