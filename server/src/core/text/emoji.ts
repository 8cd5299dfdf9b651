/** Emoji as queues use them: decoration at the ends of words, and marks that claim a status. */

/** One emoji with its variation selectors and joiners, or a plain check mark or cross; for patterns with the flag `u`. */
export const emojiSource =
  '(?:[\\p{Extended_Pictographic}\u2713\u2717\u2718\u20e3][\ufe0e\ufe0f\u200d\u20e3\\u{1f3fb}-\\u{1f3ff}]*)';

/** Emoji, blanks and zero-width characters at the start. */
const leadingEmoji = new RegExp(`^(?:${emojiSource}|[\\s\u200b\u200d\ufe0f])+`, 'u');
const trailingEmoji = new RegExp(`(?:${emojiSource}|[\\s\u200b\u200d\ufe0f])+$`, 'u');
const anyEmoji = new RegExp(emojiSource, 'gu');

/** How many UTF-16 units of emoji and blanks `text` starts with. */
export function leadingEmojiLength(text: string): number {
  return leadingEmoji.exec(text)?.[0].length ?? 0;
}

/** `text` without emoji and blanks at both ends. */
export function stripEmoji(text: string): string {
  return text.replace(leadingEmoji, '').replace(trailingEmoji, '');
}

/** Every emoji of `text` with its offset. */
export function emojisOf(
  text: string,
): readonly { readonly emoji: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(anyEmoji)].map((m) => ({
    emoji: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** The emoji without selectors, for comparing. */
export function bareEmoji(emoji: string): string {
  return emoji.replace(/[\ufe0e\ufe0f\u200d]/g, '');
}
