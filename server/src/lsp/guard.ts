/** The boundary for our own bugs: they are logged with their stack, and the request answers `null`. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';
import type { Logger } from '../workspace/ports';

/** Wraps a request handler. A cancelled request is answered as cancelled, a broken one as empty. */
export function guard<Params, Result>(
  name: string,
  logger: Logger,
  answer: (params: Params, token: CancellationToken) => Promise<Result | null> | Result | null,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void> | null> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await answer(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      logger.error('request.crashed', { name, error });
      return null;
    }
  };
}

/** Wraps a notification handler or any other entry from outside. */
export function guardTask(name: string, logger: Logger, task: () => Promise<void> | void): void {
  void (async () => {
    try {
      await task();
    } catch (error) {
      logger.error('task.crashed', { name, error });
    }
  })();
}

function cancelled(): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
