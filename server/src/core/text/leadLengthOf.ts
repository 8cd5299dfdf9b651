import { leadingEmojiLength } from './emoji';

/** How many UTF-16 units of emoji, blanks and what `noise` finds, in any order, `text` starts with. `noise` must begin with `^`. */
export function leadLengthOf(text: string, noise: RegExp): number {
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const step = leadingEmojiLength(rest) || (noise.exec(rest)?.[0].length ?? 0);
    if (step === 0) return at;
    at += step;
  }
}
