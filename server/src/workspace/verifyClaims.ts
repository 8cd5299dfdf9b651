/**
 * Looks for what a progress file claims, in the task's own repository and nowhere else. Three answers: verified,
 * missing, or that it cannot be checked, with the reason: an unknown repository accuses nobody.
 */
import type { PathClaim, Verification, WorkClaim } from '../core/claims/claim';
import { mappedRepository, type MappedRepository } from '../core/claims/repositoryName';
import { inParallel } from './inParallel';
import type { OpenRepository, Repositories } from './repositories';

export interface ClaimsToVerify {
  readonly claims: readonly WorkClaim[];
  /** What the file and the task call their repository, the best first. */
  readonly repositories: readonly string[];
  /** The setting `proactiveJobs.projects`: a folder for each name. */
  readonly projects: Readonly<Record<string, string>>;
}

const mostClaims = 500;
const width = 4;

type Answer = Pick<Verification, 'verdict' | 'reason'>;

/** One result for each claim, in their order. */
export async function verifyClaims(
  { claims, repositories, projects }: ClaimsToVerify,
  disk: Repositories,
): Promise<readonly Verification[]> {
  const mapped = mappedRepository(repositories, projects);
  if (!mapped) {
    const [named] = repositories;
    const reason =
      named === undefined
        ? 'neither the progress file nor the task names its repository'
        : `the setting proactiveJobs.projects names no folder for "${named}"`;
    return claims.map((claim) => ({ claim, ...unchecked(reason) }));
  }
  const repository = await disk.open(mapped.folder);
  if (typeof repository === 'string')
    return claims.map((claim) => ({ claim, ...unchecked(repository) }));
  const answers = new Map<WorkClaim, Answer>();
  const ask = async (claim: WorkClaim, commits: readonly string[]): Promise<void> => {
    answers.set(claim, await answerTo(claim, repository, mapped, commits));
  };
  const known = claims.slice(0, mostClaims);
  await inParallel(
    known.filter((c) => c.kind === 'commit'),
    width,
    (c) => ask(c, []),
  );
  const commits = known.filter((c) => answers.get(c)?.verdict === 'verified').map((c) => c.value);
  await inParallel(
    known.filter((c) => c.kind === 'path'),
    width,
    (c) => ask(c, commits),
  );
  return claims.map((claim) => ({
    claim,
    ...(answers.get(claim) ?? unchecked(`only the first ${mostClaims} claims are looked at`)),
  }));
}

async function answerTo(
  claim: WorkClaim,
  repository: OpenRepository,
  mapped: MappedRepository,
  commits: readonly string[],
): Promise<Answer> {
  if (claim.kind === 'path') return pathAnswer(claim, repository, mapped, commits);
  const read = await repository.commit(claim.value);
  switch (read.kind) {
    case 'found':
      return { verdict: 'verified', reason: `it is a commit of ${mapped.name}` };
    case 'nothing':
      return { verdict: 'missing', reason: `${mapped.name} has no such commit` };
    case 'unknown':
      return unchecked(read.reason);
  }
}

async function pathAnswer(
  claim: PathClaim,
  repository: OpenRepository,
  mapped: MappedRepository,
  commits: readonly string[],
): Promise<Answer> {
  const path = pathWithin(claim.value, repository.root, mapped);
  if (path === undefined) return unchecked(`it lies outside of ${mapped.name}`);
  const candidates = [path, ...withoutOwnName(path, mapped)];
  for (const candidate of candidates) {
    const place = await repository.place(candidate);
    if (place.kind === 'outside') return unchecked(`a link leads out of ${mapped.name}`);
    if (place.kind === 'unreadable') return unchecked(`it cannot be read (${place.reason})`);
    if (place.kind === 'folder') return { verdict: 'verified', reason: 'the folder is there' };
    if (place.kind === 'file') return sizeAnswer(claim.bytes, place.bytes);
  }
  for (const commit of commits) {
    for (const candidate of candidates) {
      const read = await repository.inCommit(commit, candidate);
      if (read.kind === 'found')
        return { verdict: 'verified', reason: `it stands in the commit ${commit.slice(0, 10)}` };
    }
  }
  if (!path.includes('/')) return unchecked('only its name is given, not its folder');
  if (/^(?:scheduler|memory)\//.test(path))
    return unchecked('such a file belongs to the workspace, not to the project');
  return { verdict: 'missing', reason: `${mapped.name} has no such file` };
}

/** Another size is a later change as often as a false claim: it is told, not called missing. */
function sizeAnswer(claimed: number | undefined, bytes: number): Answer {
  const now = `the file is there, with ${bytes} bytes`;
  return claimed === undefined || claimed === bytes
    ? { verdict: 'verified', reason: now }
    : unchecked(`${now} now, not the claimed ${claimed}; it may have changed since`);
}

/** Relative to the repository, with `/` between its parts; nothing for what lies elsewhere. */
function pathWithin(
  written: string,
  root: string,
  { folder, writtenAs }: MappedRepository,
): string | undefined {
  const isAbsolute = /^(?:[/\\~]|[A-Za-z]:)/.test(written);
  const slashed = withSlashes(written);
  const roots = [root, folder, writtenAs].map(
    (text) => text && withSlashes(text).replace(/\/+$/, ''),
  );
  const own = roots.find((base) => base !== undefined && isBelow(base, slashed));
  const path = own === undefined ? slashed : slashed.slice(own.length + 1);
  if (isAbsolute && own === undefined) return undefined;
  const plain = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  return plain.split('/').includes('..') ? undefined : plain;
}

/** Windows takes both separators, and people write both; where names may hold a `\\`, nobody claims such a one. */
function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** On a drive upper and lower case are the same. */
function isBelow(base: string, path: string): boolean {
  const begins = `${base}/`;
  return /^[A-Za-z]:/.test(base)
    ? path.toLowerCase().startsWith(begins.toLowerCase())
    : path.startsWith(begins);
}

/** `shop/src/a.ts` in the repository `shop` may be meant from its parent folder. */
function withoutOwnName(path: string, { name, folder }: MappedRepository): readonly string[] {
  const [first = '', ...rest] = path.split('/');
  const names = [
    name,
    folder
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1),
  ];
  return rest.length > 0 && names.includes(first) ? [rest.join('/')] : [];
}

function unchecked(reason: string): Answer {
  return { verdict: 'cannot-check', reason };
}
