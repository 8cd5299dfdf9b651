/** A queue is deleted while its editor is open: no worker is started that the queue could not tell of. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  planRequest,
  spawnRequest,
  type PlanResult,
  type SpawnResultView,
} from '../../server/src/protocol/workerMessages';
import { EditingClient } from '../support/editingClient';
import { spawnServer } from '../support/spawnedServer';

const queueText = `# Bakery

**Slots:** 0/2 in use

### rye-1-dough: Mix the dough
- **Status:** pending
- **Model:** haiku
`;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'queue-deleted-')));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that was ever put below the folder of the file queue. */
function spawnFiles(): readonly string[] {
  const below = join(folder, 'scheduler');
  if (!existsSync(below)) return [];
  return readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /request|lease|ledger|progress/.test(name),
  );
}

test('nothing is claimed or started until the queue is saved, although no watcher has told of its deletion', async () => {
  const file = join(folder, 'PROACTIVE-JOBS.md');
  writeFileSync(file, queueText);
  const uri = pathToFileURL(file).toString();
  const key = `${uri}\nrye-1-dough`;
  const client = new EditingClient();
  client.buffers.set(uri, TextDocument.create(uri, 'markdown', 1, queueText));
  const server = await spawnServer(
    [pathToFileURL(folder).toString()],
    { workspace: { configuration: false } },
    (connection) => {
      client.serve(connection);
    },
    {
      initializationOptions: {
        workers: { isTrusted: true },
        settings: { workers: { backend: 'queue' } },
      },
    },
  );
  try {
    await client.reopen(server.connection);
    await server.scanned;
    rmSync(file);
    const obstacle = {
      code: 'queue-gone',
      why: 'PROACTIVE-JOBS.md is not on the disk any more, so a worker could not be recorded in it.',
      remedy: 'Save it to bring it back, or close it.',
    };
    const plan = await server.connection.sendRequest<PlanResult>(planRequest, { key });
    expect(plan).toMatchObject({ obstacles: [obstacle] });
    const spawn = () => server.connection.sendRequest<SpawnResultView>(spawnRequest, { key });
    expect(await spawn()).toMatchObject({ kind: 'refused', obstacles: [obstacle] });
    expect(spawnFiles()).toEqual([]);
    expect(existsSync(file)).toBe(false);

    writeFileSync(file, client.text(uri));
    expect(await spawn()).toMatchObject({ kind: 'started' });
    expect(readFileSync(file, 'utf8')).toContain('**Status:** in-progress');
  } finally {
    await server.stop();
  }
});
