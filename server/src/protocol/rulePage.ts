/** Where the page of a rule is published. */

/** Address of the page that explains a code. */
export function rulePage(code: string): string {
  return `https://github.com/proactive-jobs/proactive-jobs/blob/main/docs/rules/${code}.md`;
}
