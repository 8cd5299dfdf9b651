/** The user's text as markdown that shows exactly that text: no link, no image, no HTML, no heading comes from it. */

export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]()<>#+!|~&$]/g, (c) => `\\${c}`)
      // Bare addresses would become links by themselves.
      .replace(/:\/\//g, '\\:\u200b//')
      .replace(/\bwww\./gi, (c) => `${c}\u200b`)
  );
}
