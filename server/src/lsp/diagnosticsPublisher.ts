/**
 * The one publisher of diagnostics, for queues and the files beside them, open or not. Sends only what differs from what
 * the client has.
 */
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { Picture } from '../session/picture';
import { toDiagnostics } from './toDiagnostics';

export class DiagnosticsPublisher {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  /** What the client has, by URI. */
  readonly #sent = new Map<string, string>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /**
   * Publishes a picture. While the first search runs nothing is said, since an id may be declared in a queue that is
   * not read yet.
   */
  publish(picture: Picture): void {
    if (picture.scanning) return;
    for (const [uri, file] of [...picture.files, ...picture.beside]) {
      const findings = picture.findings.get(uri) ?? [];
      const diagnostics = toDiagnostics(picture.state, uri, findings);
      const { version } = file;
      this.#publish({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    }
    for (const uri of this.#sent.keys()) {
      if (!picture.files.has(uri) && !picture.beside.has(uri)) this.#clear(uri);
    }
  }

  #publish(params: PublishDiagnosticsParams): void {
    const message = JSON.stringify(params);
    const before = this.#sent.get(params.uri);
    if (before === message || (before === undefined && params.diagnostics.length === 0)) return;
    this.#sent.set(params.uri, message);
    this.#send(params);
  }

  #clear(uri: string): void {
    this.#sent.delete(uri);
    this.#send({ uri, diagnostics: [] });
  }
}
