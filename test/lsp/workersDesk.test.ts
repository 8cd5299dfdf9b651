/** What the worker engine asks of the editor through the server: edits of the queue, and the gateway's token. */
import {
  ApplyWorkspaceEditRequest,
  LSPErrorCodes,
  ResponseError,
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
} from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { editContextOf } from '../../server/src/core/edits/editContext';
import { setStatus } from '../../server/src/core/edits/setStatus';
import {
  holdFilesRequest,
  saveFilesRequest,
  secretRequest,
} from '../../server/src/protocol/workerMessages';
import { key, openWorkerServer, queue, text } from '../support/workerServer';

test('an edit is bound to the version that was read, and only what had no unsaved changes is saved', async () => {
  const { server, engine } = await openWorkerServer(true);
  const { desk } = engine().order;
  const events: string[] = [];
  server.connection.onRequest(holdFilesRequest, async ({ uris }: { uris: string[] }) => {
    events.push(`hold ${uris.join()}`);
    await server.open(queue, text, 7);
    return { clean: uris };
  });
  server.connection.onRequest(
    ApplyWorkspaceEditRequest.type,
    ({ edit }: ApplyWorkspaceEditParams) => {
      const [change] = edit.documentChanges ?? [];
      if (!TextDocumentEdit.is(change)) return { applied: false };
      const { version } = change.textDocument;
      events.push(
        `apply ${String(version)} ${change.edits.map((e) => 'newText' in e && e.newText).join()}`,
      );
      return { applied: true };
    },
  );
  server.connection.onRequest(saveFilesRequest, ({ uris }: { uris: string[] }) => {
    events.push(`save ${uris.join()}`);
  });
  const state = await desk.current();
  const edits = setStatus(editContextOf(state ?? fail()), { key, status: 'in-progress' });
  if (edits.kind !== 'edits') throw new Error(edits.why);
  expect(await desk.apply(edits)).toEqual({ kind: 'applied' });
  expect(events).toEqual([`hold ${queue}`, 'apply 7 in-progress', `save ${queue}`]);

  // Somebody has typed meanwhile: nothing is applied.
  events.length = 0;
  server.connection.onRequest(holdFilesRequest, async () => {
    await server.change(queue, 8, text.replace('pending', 'blocked'));
    return { clean: [] };
  });
  const late = await desk.apply(edits);
  expect(late).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('changed') as string,
  });
  expect(events).toEqual([]);

  // The file is another one than the editor shows, or gone.
  server.connection.onRequest(holdFilesRequest, () => {
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'The file is not on the disk any more.');
  });
  const why = 'The file is not on the disk any more.';
  expect(await desk.apply(edits)).toEqual({ kind: 'refused', why });
  expect(events).toEqual([]);
});

test('two edits at once: the second one begins when the first one is saved', async () => {
  const { server, engine } = await openWorkerServer(true);
  const { desk } = engine().order;
  const events: string[] = [];
  server.connection.onRequest(holdFilesRequest, ({ uris }: { uris: string[] }) => {
    events.push('hold');
    return { clean: uris };
  });
  server.connection.onRequest(ApplyWorkspaceEditRequest.type, () => {
    events.push('apply');
    return { applied: true };
  });
  let saved = (): void => undefined;
  server.connection.onRequest(saveFilesRequest, async () => {
    events.push('save');
    await new Promise<void>((resolve) => (saved = resolve));
    events.push('saved');
  });
  const state = await desk.current();
  const edits = setStatus(editContextOf(state ?? fail()), { key, status: 'in-progress' });
  if (edits.kind !== 'edits') throw new Error(edits.why);
  const both = [desk.apply(edits), desk.apply(edits)];
  for (const count of [3, 7]) {
    while (events.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.current();
    expect(events).toHaveLength(count);
    saved();
  }
  expect(await Promise.all(both)).toEqual([{ kind: 'applied' }, { kind: 'applied' }]);
  const one = ['hold', 'apply', 'save', 'saved'];
  expect(events).toEqual([...one, ...one]);
});

function fail(): never {
  throw new Error('The queues cannot be read.');
}

test('the token is asked for by the address that it belongs to', async () => {
  const { server, engine } = await openWorkerServer(true);
  const asked: string[] = [];
  server.connection.onRequest(secretRequest, ({ name }: { name: string }) => {
    asked.push(name);
    return name.endsWith('18789') ? 'a token' : null;
  });
  const { secrets } = engine().order;
  expect(await secrets.openclawToken('ws://127.0.0.1:18789')).toBe('a token');
  expect(await secrets.openclawToken('wss://elsewhere')).toBeUndefined();
  expect(asked).toEqual([
    'proactiveJobs.openclaw.token:ws://127.0.0.1:18789',
    'proactiveJobs.openclaw.token:wss://elsewhere',
  ]);
});
