/** Lenses that do what they say however old they are. */
import * as vscode from 'vscode';
import type { CodeLensMiddleware } from 'vscode-languageclient/node';

/**
 * Each task's own commands, without arguments. VS Code forgets the arguments of lenses when newer ones have come, even
 * while the old ones are drawn still: a click in that moment ends with "Actual command not found" (seen on 1.139). Where
 * there are no arguments, nothing is forgotten. A command is made when its lens first comes into view, and stays.
 */
export class LensCommands implements vscode.Disposable {
  readonly #ids = new Map<string, string>();
  readonly #registered: vscode.Disposable[] = [];

  readonly middleware: CodeLensMiddleware = {
    resolveCodeLens: async (lens, token, next) => {
      const resolved = await next(lens, token);
      if (resolved?.command !== undefined) resolved.command = this.#bound(resolved.command);
      return resolved;
    },
  };

  dispose(): void {
    vscode.Disposable.from(...this.#registered).dispose();
  }

  #bound({ arguments: bound = [], ...command }: vscode.Command): vscode.Command {
    const meaning = JSON.stringify([command.command, bound]);
    const known = this.#ids.get(meaning);
    if (known !== undefined) return { ...command, command: known };
    const id = `${command.command}.lens${this.#ids.size}`;
    this.#ids.set(meaning, id);
    this.#registered.push(
      vscode.commands.registerCommand(id, () =>
        vscode.commands.executeCommand(command.command, ...(bound as unknown[])),
      ),
    );
    return { ...command, command: id };
  }
}
