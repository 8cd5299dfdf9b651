/** Verifying claims on the wire: answers the request, and keeps the results as an input of the rules. */
import type { Connection } from 'vscode-languageserver/node';
import type { VerifiedFile } from '../core/claims/claim';
import type { TaskKey } from '../core/model/taskKey';
import { lineAt } from '../core/text/lineTable';
import {
  verifyClaimsRequest,
  type VerifiedFileView,
  type VerifyClaimsParams,
  type VerifyClaimsResult,
} from '../protocol/verifyMessages';
import type { Engine } from '../session/engine';
import type { QueueSession } from '../session/queueSession';
import { verifiableFiles, verifyProgress } from '../session/verifyProgress';
import { withVerifications } from '../session/withInputs';
import type { Logger } from '../workspace/ports';
import type { Repositories } from '../workspace/repositories';
import { guard } from './guard';

export class ClaimVerifier {
  readonly #results = new Map<string, VerifiedFile>();
  readonly #repositories: Repositories | undefined;
  #projects: Readonly<Record<string, string>> = {};

  constructor(repositories: Repositories | undefined) {
    this.#repositories = repositories;
  }

  /** The core that knows of the results. */
  engineOver(engine: Engine): Engine {
    return withVerifications(engine, () => this.#results);
  }

  /** The folders of the projects, from the settings. */
  useProjects(projects: Readonly<Record<string, string>>): void {
    this.#projects = projects;
  }

  /** Answers requests from now on. */
  follow(connection: Connection, session: QueueSession, logger: Logger): void {
    connection.onRequest(
      verifyClaimsRequest,
      guard<VerifyClaimsParams, VerifyClaimsResult>('verifyClaims', logger, ({ key }) =>
        this.#verify(session, key as TaskKey),
      ),
    );
  }

  async #verify(session: QueueSession, key: TaskKey): Promise<VerifyClaimsResult> {
    const picture = await session.current();
    const task = picture?.state.index.tasks.get(key);
    if (picture === undefined || task === undefined)
      return refused('No queue declares this task any more.');
    if (this.#repositories === undefined)
      return refused('This server cannot look into repositories.');
    const files = verifiableFiles(picture.state, task);
    if (files.length === 0) return refused(`No progress file is surely that of ${task.id}.`);
    const views: VerifiedFileView[] = [];
    for (const text of files) {
      const { file } = text;
      const verifications = await verifyProgress(
        { state: picture.state, task, text, projects: this.#projects },
        this.#repositories,
      );
      this.#results.set(file.uri, { text: file.text, verifications });
      const claims = verifications.map(({ claim, verdict, reason }) => ({
        verdict,
        what: claim.kind === 'commit' ? `commit ${claim.value}` : claim.value,
        line: lineAt(file.lines, claim.span.start),
        reason,
      }));
      views.push({ uri: file.uri, path: file.path, claims });
    }
    session.redraw();
    return { kind: 'verified', id: task.id, files: views };
  }
}

function refused(reason: string): VerifyClaimsResult {
  return { kind: 'refused', reason };
}
