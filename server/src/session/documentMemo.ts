/** The queues as read, each kept until its text or the options change. */
import type { QueueDocument } from '../core/model/queueDocument';
import type { CoreOptions } from '../core/options';
import type { Engine } from './engine';

interface Entry {
  readonly text: string;
  readonly options: CoreOptions;
  readonly document: QueueDocument;
}

export class DocumentMemo {
  readonly #engine: Engine;
  readonly #entries = new Map<string, Entry>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The same object for the same text and options. */
  read(uri: string, text: string, options: CoreOptions): QueueDocument {
    const known = this.#entries.get(uri);
    if (known?.text === text && known.options === options) return known.document;
    const document = this.#engine.readQueue(uri, text, options, known?.document);
    this.#entries.set(uri, { text, options, document });
    return document;
  }

  /** Forgets every file that is not in `uris`. */
  retain(uris: ReadonlySet<string>): void {
    for (const uri of this.#entries.keys()) if (!uris.has(uri)) this.#entries.delete(uri);
  }
}
