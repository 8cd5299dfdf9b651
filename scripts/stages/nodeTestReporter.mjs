// A reporter for Node's test runner that only counts: one JSON line for each test, so that a crash keeps what was done.
// Named to Node by `--test-reporter`, which asks for a default export.

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* countTests(events) {
  for await (const { type, data } of events) {
    const isSuite = data?.details?.type === 'suite';
    if (isSuite || (type !== 'test:pass' && type !== 'test:fail')) continue;
    const isSkipped = data.skip !== undefined || data.todo !== undefined;
    const outcome = isSkipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const error = data.details?.error;
    const why =
      outcome === 'failed' ? String(error?.cause?.stack ?? error?.message ?? '') : undefined;
    yield `${JSON.stringify({ outcome, name: data.name, file: data.file, why })}\n`;
  }
}
