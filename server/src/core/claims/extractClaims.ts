/** The paths, sizes and commits that a progress file claims, and whether it shows any evidence at all. */
import type { ProseLine } from '../runs/proseLines';
import type { CommitClaim, Evidence, PathClaim, WorkClaim } from './claim';
import { cleanPath } from './claimedPath';

/** A section or field whose items are files. */
const filesTitle =
  /\b(?:files?|deliverables|artifacts)\b.{0,20}\b(?:changed|created|modified|added|updated|touched|written)\b|\b(?:changed|created|modified|new|added|updated) files?\b|^\W*deliverables\b/i;
/** Words that make a path a plan, a memory or a complaint instead of a claim. */
const noClaim =
  /\b(?:to-?do|should|will|would|plan(?:ned)?|next steps?|needs? to|must|missing|not (?:yet )?(?:be )?(?:found|exist|created|present|there)|(?:doesn'?t|don'?t|does not|do not|didn'?t) exist|delet(?:e[ds]?|ing)|remov(?:e[ds]?|ing)|renam(?:e[ds]?|ing)|moved|gone|no longer|instead of|for example|e\.g\.)\b/i;
const commitWord = /\b(?:commit(?:s|ted)?|sha|hash|pushed|merged|cherry-picked)\b/i;
const output =
  /^[ \t]*(?:`{3,}|~{3,})|^[ \t]*(?:[-*] )?\$ \S|\b\d+(?:\s*\/\s*\d+)? (?:unit |e2e )?(?:tests? |specs? )?(?:passed|passing|failed)\b|\bexit(?:ed)? (?:code|status|with)\b/im;

/** Total and linear: any text gives claims, each once; `lines` are those of the text. */
export function extractClaims(lines: readonly ProseLine[], text: string): Evidence {
  const claims = new Map<string, WorkClaim>();
  let isList = false;
  for (const line of lines) {
    if (line.heading > 0 || /^\*\*[^*]+\*\*:?\s*$|:\s*$/.test(line.content))
      isList = filesTitle.test(line.content);
    const isTold = isList || filesTitle.test(line.content);
    for (const claim of [...pathsIn(line, isTold), ...commitsIn(line)])
      if (!claims.has(`${claim.kind} ${claim.value}`))
        claims.set(`${claim.kind} ${claim.value}`, claim);
  }
  return { claims: [...claims.values()], hasOutput: output.test(text) };
}

function pathsIn(line: ProseLine, isTold: boolean): readonly PathClaim[] {
  if (noClaim.test(line.content)) return [];
  const found = quotedIn(line);
  const first = isTold && found.length === 0 ? /^\S+/.exec(line.content)?.[0] : undefined;
  const candidates =
    first === undefined || line.heading > 0
      ? found
      : [{ text: first.replace(/[,;:]+$/, ''), start: line.contentStart }];
  return candidates.flatMap(({ text, start }): PathClaim[] => {
    const behind = line.text.slice(start - line.start + text.length);
    const size = /^[`*\s)–-]{0,8}\(?([\d,]{1,15}) bytes\b/i.exec(behind)?.[1];
    const value = cleanPath(text, isTold || size !== undefined);
    if (value === undefined) return [];
    const bytes = size === undefined ? undefined : Number(size.replaceAll(',', ''));
    return [{ kind: 'path', value, bytes, span: { start, end: start + value.length } }];
  });
}

function commitsIn(line: ProseLine): readonly CommitClaim[] {
  const isNamed = commitWord.test(line.text);
  return [...line.text.matchAll(/(`?)(?<![\w-])([0-9a-f]{7,40})(?![\w-])/gi)].flatMap(
    (match): CommitClaim[] => {
      const [, quote = '', hash = ''] = match;
      const isHash = hash.length === 40 || (/\d/.test(hash) && /[a-f]/i.test(hash));
      if (!isHash || (!isNamed && quote === '')) return [];
      const start = line.start + match.index + quote.length;
      return [
        { kind: 'commit', value: hash.toLowerCase(), span: { start, end: start + hash.length } },
      ];
    },
  );
}

function quotedIn(line: ProseLine): readonly { readonly text: string; readonly start: number }[] {
  return [...line.text.matchAll(/`([^`\r\n]{1,300})`/g)].map((match) => ({
    text: match[1] as string,
    start: line.start + match.index + 1,
  }));
}
