/** What the mark behind a dependency claims (dialect 3.6, G2). */
import type { Annotation } from '../model/reference';

/** An emoji counts anywhere in the item, words only in parentheses; nothing where neither claims anything. */
export function readAnnotation(item: string): Annotation | undefined {
  if (/[❌✗✘]/u.test(item)) return 'not-done';
  if (/[✅✔☑]/u.test(item)) return 'done';
  const note = [...item.matchAll(/\(([^()]*)\)/g)]
    .map((m) => (m[1] as string).toLowerCase())
    .join(' ');
  if (/\b(?:not|isn't|in)[ -](?:yet[ -])?(?:complete|completed|done|verified|started)\b/.test(note))
    return 'open';
  if (/⏳|🔄/u.test(item) || /\b(?:pending|in[- ]progress)\b/.test(note)) return 'open';
  return /(?:^|[-–—,:(]|\bboth|\ball)[ \t]*(?:completed?|done|verified)\b/.test(note)
    ? 'done'
    : undefined;
}
