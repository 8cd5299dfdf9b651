/** Sets and forgets the token of the gateway. It goes to the secret storage and nowhere else. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Command } from './command';

export const setGatewayToken: Command = {
  id: commandIds.setGatewayToken,
  /** `argument` may be the token itself, for callers that have asked for it. */
  async run({ workers: { token } }, argument) {
    const given =
      typeof argument === 'string'
        ? argument
        : await vscode.window.showInputBox({
            title: 'Set Gateway Token',
            prompt: `For ${token.url}. "openclaw gateway auth-token --show" prints it.`,
            password: true,
            ignoreFocusOut: true,
            validateInput: (text) => (text.trim() === '' ? 'The token is empty.' : undefined),
          });
    if (given === undefined || given.trim() === '') return;
    await token.set(given.trim());
    vscode.window.setStatusBarMessage(`The token for ${token.url} is kept.`, 6_000);
  },
};

export const forgetGatewayToken: Command = {
  id: commandIds.forgetGatewayToken,
  async run({ workers: { token } }) {
    const wasThere = await token.forget();
    const words = wasThere ? 'is forgotten' : 'was not kept';
    vscode.window.setStatusBarMessage(`The token for ${token.url} ${words}.`, 6_000);
  },
};
