/** invalid-json: a message, heartbeat or request that no program can read. */
import type { RunContent } from '../../runs/runFile';
import { defineRule } from '../rule';

export const invalidJson = defineRule({
  code: 'invalid-json',
  severity: 'error',
  *checkFile(_state, file) {
    const why = brokenJson(file.content);
    // Nobody waits for what lies in an archive.
    if (why === undefined || /\/archive\//i.test(file.path)) return;
    const place = /position (\d+)/.exec(why)?.[1];
    const end = /end of JSON/i.test(why) ? file.text.length : 0;
    yield {
      span: letterAt(file.text, place === undefined ? end : Number(place)),
      message: `This file is not valid JSON (${why.replace(/\s+/g, ' ').slice(0, 120)}). Whoever waits for it will not read it: write it again.`,
    };
  },
});

/** One letter at the place; where a line or the text ends, its last one, so that there is something to see. */
function letterAt(text: string, at: number): { start: number; end: number } {
  const rest = text.slice(0, at).trimEnd().length;
  const start = /\S/.test(text.charAt(at)) ? at : Math.max(0, rest - 1);
  return { start, end: Math.min(start + 1, text.trimEnd().length) };
}

function brokenJson(content: RunContent): string | undefined {
  switch (content.kind) {
    case 'heartbeat':
      return content.heartbeat.why;
    case 'message':
      return content.message.why;
    case 'spawn-request':
      return content.request.why;
    case 'spawn-response':
      return content.response.why;
    case 'progress':
    case 'note':
    case 'portfolio':
    case 'verdict':
      return undefined;
  }
}
