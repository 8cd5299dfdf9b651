/** The graph of a queue as the running server draws it, and an editor that makes the changes it is asked for. */
import {
  ApplyWorkspaceEditRequest,
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect } from 'vitest';
import {
  graphEditRequest,
  graphRequest,
  type GraphEdit,
  type GraphEditResult,
  type GraphResult,
} from '../../server/src/protocol/graphMessages';
import { startInBand, type InBandServer } from './inBandServer';
import { MemoryFiles } from './memoryFiles';

const folder = 'file:///w';
export const uri = `${folder}/PROACTIVE-JOBS.md`;
export const other = `${folder}/PROACTIVE-JOBS-far.md`;

export const text = `# Jobs

**Slots:** 1/2 occupied

## Phase 1: Build

### p1-1: Lay the ground
- **Status:** complete

### p1-2: Raise the walls
- **Status:** in-progress
- **Priority:** P1
- **Dependencies:** p1-1

## Phase 2: Move in

### p2-1: Carry the boxes
- **Status:** pending
- **Dependencies:** Phase 1

### p2-2: Hang the pictures
- **Status:** pending
- **Dependencies:** p2-1, far-1
`;
const far = `# Far\n\n### far-1: Order the pictures\n- **Status:** pending\n`;
/** Key of a task, of the queue that is drawn where none is named. */
export const key = (id: string, queue = uri): string => `${queue}\n${id}`;

interface Drawn {
  readonly server: InBandServer;
  readonly graph: () => Promise<NonNullable<GraphResult>>;
  readonly edit: (edit: GraphEdit) => Promise<GraphEditResult>;
  /** The text as the editor has it, and how many changes it was asked for. */
  readonly text: () => string;
  readonly changes: () => number;
}

/** A server over `own` and another queue, `own` open in an editor whose version must be the one that is changed. */
export async function draw(own = text): Promise<Drawn> {
  const files = new MemoryFiles({ [uri]: own, [other]: far });
  const server = await startInBand({ files, folders: [folder] });
  await server.untilRead();
  let document = TextDocument.create(uri, 'markdown', 1, own);
  let changes = 0;
  await server.open(uri, own);
  server.connection.onRequest(
    ApplyWorkspaceEditRequest.type,
    async ({ edit }: ApplyWorkspaceEditParams) => {
      changes += 1;
      for (const change of edit.documentChanges ?? []) {
        if (!TextDocumentEdit.is(change)) throw new Error('only texts are edited');
        expect(change.textDocument).toEqual({ uri, version: document.version });
        const edits = change.edits.filter((each) => 'newText' in each);
        const after = TextDocument.applyEdits(document, edits);
        document = TextDocument.create(uri, 'markdown', document.version + 1, after);
        await server.change(uri, document.version, after);
      }
      return { applied: true };
    },
  );
  const ask = <T>(request: string, params: object): Promise<T> =>
    server.connection.sendRequest(request, { queueUri: uri, ...params });
  return {
    server,
    graph: () => ask(graphRequest, {}),
    edit: (edit) => ask(graphEditRequest, { edit }),
    text: () => document.getText(),
    changes: () => changes,
  };
}
