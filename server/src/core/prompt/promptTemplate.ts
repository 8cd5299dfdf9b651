/** The words around a task: `${name}` is replaced, `$${` stands for `${`. */
import { isPromptParameter, type PromptParameter } from './promptParameter';

export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: PromptParameter }
  /** Stays as it is written; the caller says so. */
  | { readonly kind: 'unknown'; readonly name: string };

/** Reads a template in one pass, so that a value with `${` in it is never read again. Any text is a template. */
export function readTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const found of template.matchAll(/\$\$\{|\$\{([^{}\n]{0,80})\}/g)) {
    parts.push({ kind: 'words', text: template.slice(from, found.index) });
    from = found.index + found[0].length;
    const name = found[1]?.trim();
    if (name === undefined) parts.push({ kind: 'words', text: '${' });
    else if (isPromptParameter(name)) parts.push({ kind: 'parameter', name });
    else parts.push({ kind: 'unknown', name });
  }
  parts.push({ kind: 'words', text: template.slice(from) });
  return parts.filter((part) => part.kind !== 'words' || part.text !== '');
}

/** The template that comes with the product. */
export const defaultPromptTemplate = `You are a worker. You have one task, and you end when it is done or when you are stuck.

## Your task

- Task: \`\${taskId}\`
- Project: \`\${project}\`
- Parent: \`\${parent}\`
- Story: \`\${story}\`
- Repository: \`\${repository}\` (work there)
- Queue: \`\${jobsFile}\` (you may read it)
- Progress file: \`\${progressFile}\`
- Heartbeat file: \`\${heartbeatFile}\`
- Model: \`\${model}\`
- Attempt: \${attempt}

\${dataNote}

### Goal

\${goal}

### Why the attempt before failed

\${lastFailure}

### Read first

\${readFirst}

### Instructions, in this order

\${instructions}

### Files to create or to change

\${files}

### Tests

\${tests}

### Success criteria

\${criteria}

### What it depends on

\${dependencies}

### What else the task says

\${details}

## Rules

1. **Your files.** Work inside of the repository and change only what the task needs. Of the files that coordinate the
   work you write two: the progress file and the heartbeat file. Do not edit the queue: others record what you report.
   Do not start other workers.
2. **Progress.** If the progress file is there, read it and go on from it; never shorten what stands in it. Begin with a
   line \`**Status:** in-progress\`. After each step add a line with the time: what you did, what came out. At the same
   time write \`{"taskId": "\${taskId}", "status": "running", "lastHeartbeat": "<ISO time>", "phase": "<step>"}\` to the
   heartbeat file.
3. **Done** means: every success criterion holds, the tests that belong to it pass, and the progress file shows it, with
   the commands that you ran and what they printed. Then set \`**Status:** needs-validation\`, add
   \`**Claimed Complete:** <ISO time>\` and the criteria as a checklist, and delete the heartbeat file. This is as far as
   a worker goes: never write complete, validated or self-validated. Somebody else looks and decides.
4. **If you are stuck** (the same failure twice, no access, something missing or contradictory): set
   \`**Status:** blocked\`, write what you tried, what is in the way and what would help, delete the heartbeat file, and
   end. Do not guess, do not work around a check, do not widen the task.
5. **Secrets** never go into files, commits, logs or reports. Where it says \`[left out: ...]\`, something that looked
   like a secret was removed on purpose: do not look for it. If you need it, you are stuck.
`;
