/** The gateway's token: in the editor's secret storage, bound to the address that it belongs to. Never anywhere else. */
import * as vscode from 'vscode';
import { openclawTokenName } from '../../../server/src/protocol/workerMessages';
import { machineSetting } from './machineSettings';

export class GatewayToken {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** The address that the user has set. */
  get url(): string {
    return machineSetting<string>('openclaw.url') ?? '';
  }

  /**
   * The secret of that name; nothing for any other than the token of the gateway that is set up. The environment's
   * `OPENCLAW_GATEWAY_TOKEN` counts where none is stored.
   */
  async secret(name: string): Promise<string | undefined> {
    if (!vscode.workspace.isTrusted || name !== openclawTokenName(this.url)) return undefined;
    return (await this.#secrets.get(name)) ?? process.env['OPENCLAW_GATEWAY_TOKEN'];
  }

  /** Whether one is stored for the address that is set. */
  async isKept(): Promise<boolean> {
    return (await this.#secrets.get(openclawTokenName(this.url))) !== undefined;
  }

  /** Kept for the address that is set now; another address has another token, or none. */
  async set(token: string): Promise<void> {
    await this.#secrets.store(openclawTokenName(this.url), token);
  }

  /** False when there was none. */
  async forget(): Promise<boolean> {
    const name = openclawTokenName(this.url);
    const wasThere = await this.isKept();
    await this.#secrets.delete(name);
    return wasThere;
  }

  /** Calls `listener` when the token was set or forgotten, here or in another window. */
  onChange(listener: () => void): vscode.Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      if (key === openclawTokenName(this.url)) listener();
    });
  }
}
