/**
 * Leaves out what looks like a secret before a text is given to a worker. The list is short on purpose: what is replaced
 * by mistake is missed by the worker, so prose about passwords stays and only values go.
 */

export interface Redacted {
  readonly text: string;
  /** What kinds of things were left out, each once, in the order of the patterns; empty when nothing was. */
  readonly left: readonly string[];
}

interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
  /** The replacement; by default the mark alone. `undefined` leaves the match as it is. */
  readonly replace?: (mark: string, groups: readonly (string | undefined)[]) => string | undefined;
}

const secretName = String.raw`[\w.-]{0,60}(?:passw(?:or)?d|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|credentials?)[\w.-]{0,20}`;
const mark = (what: string): string => `[left out: ${what}]`;

const patterns: readonly Pattern[] = [
  {
    what: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/g,
  },
  { what: 'private key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{20,80}/g },
  {
    what: 'login of an address',
    pattern: /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/@:'"`<>]{0,100}):([^\s/@'"`<>]{1,200})@/gi,
    replace: (text, [, scheme, , value]) =>
      isReference(value ?? '') ? undefined : `${scheme ?? ''}${text}@`,
  },
  {
    what: 'address with a secret',
    pattern:
      /\bhttps:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks)\/[\w/-]{10,200}/g,
  },
  {
    what: 'token',
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,100}|sk-[A-Za-z0-9_-]{20,250}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,120}|whsec_[A-Za-z0-9+/=]{20,100}|xox[abeprs]-[A-Za-z0-9-]{10,250}|xapp-[A-Za-z0-9-]{10,250}|A(?:KIA|SIA)[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,300}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{30,250}|hf_[A-Za-z0-9]{30,60}|SG\.[\w-]{16,32}\.[\w-]{30,60}|dop_v1_[0-9a-f]{64}|syt_[A-Za-z0-9]{2,60}_[A-Za-z0-9]{10,40}_[A-Za-z0-9]{4,10}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000})/g,
  },
  {
    what: 'authorization',
    pattern: /\b((?:Bearer|Basic)[ \t]{1,4})([A-Za-z0-9._~+/=-]{12,2000})/g,
    replace: (text, [, scheme, value]) =>
      looksRandom(value ?? '') ? `${scheme ?? ''}${text}` : undefined,
  },
  {
    what: 'password or key',
    // `DB_PASSWORD=…`, `"apiKey": "…"`, `**Password:** …`, `--token …`.
    pattern: new RegExp(
      String.raw`(?<![\w.-])((${secretName})["'\`*]{0,3}[ \t]{0,3}(:=|=>|[:=])["'*\`]{0,3}[ \t]{0,3}["'\`*]{0,3})([^\s"'\`,;|<>]{4,4000})`,
      'gi',
    ),
    replace: (text, [, before, , operator, value]) =>
      isSecretValue(value ?? '', operator ?? '') ? `${before ?? ''}${text}` : undefined,
  },
  {
    what: 'password or key',
    pattern: new RegExp(
      String.raw`(?<![\w-])(--${secretName}[ \t]{1,3}["'\`]{0,1})([^\s"'\`]{4,4000})`,
      'gi',
    ),
    replace: (text, [, before, value]) =>
      isSecretValue(value ?? '', ' ') ? `${before ?? ''}${text}` : undefined,
  },
];

/** The text without what looks like a secret; redacting twice changes nothing more. Linear in the length. */
export function redactSecrets(text: string): Redacted {
  const left = new Set<string>();
  let out = text;
  for (const { what, pattern, replace } of patterns)
    out = out.replace(pattern, (...found: unknown[]) => {
      const groups = found.filter((g) => typeof g === 'string' || g === undefined);
      const whole = found[0] as string;
      const instead = replace ? replace(mark(what), groups) : mark(what);
      if (instead === undefined || instead === whole) return whole;
      left.add(what);
      return instead;
    });
  return { text: out, left: [...left] };
}

/** A name that stands for the value, a place holder, or a call: the secret itself is elsewhere. */
function isReference(value: string): boolean {
  return (
    /^(?:\$|%\w+%|\{|process\.env|import\.meta|os\.environ|env[.(\[]|secrets\.|vault[:.]|keychain|\[left)/i.test(
      value,
    ) ||
    /[()]/.test(value) ||
    /^(?:x{3,}|\*{3,}|\.{3,}|your[-_]|my[-_]|change[-_]?me|example|placeholder|redacted|todo|tbd|none|null|undefined|true|false|string|required|optional|password|secret|token)/i.test(
      value,
    )
  );
}

/** Behind `=` or a flag nearly anything is a value; behind `:` there may be prose, which has no digits and signs in it. */
function isSecretValue(value: string, operator: string): boolean {
  const bare = value.replace(/[*_.)\]]+$/, '');
  if (bare.length < 4 || isReference(bare)) return false;
  if (/^(?:\.{0,2}|~)\/[\w./-]*$/.test(bare)) return false;
  if (/^[a-z]{2,20}:\/\/[^\s@]*$/i.test(bare)) return false;
  return operator === ':' ? looksRandom(bare) : bare.length >= 6;
}

/** Not a word and not a short number: digits or signs among the letters, or both cases in its middle. */
function looksRandom(value: string): boolean {
  if (value.length < 6) return false;
  const hasLetter = /[a-z]/i.test(value);
  if (!hasLetter) return /^\d{8,}$/.test(value);
  return /\d/.test(value) || /[!@#$%^&*+=~?]/.test(value) || /[a-z][A-Z]/.test(value);
}
