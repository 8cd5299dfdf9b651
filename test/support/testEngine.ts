/** The real core with rules of the test's own, so that tests of the shell do not hang on what a rule says. */
import { defineRule, type Rule } from '../../server/src/core/rules/rule';
import { runFileRules, runRules } from '../../server/src/core/rules/runRules';
import { coreEngine, type Engine } from '../../server/src/session/engine';

/** Reports every dependency that nothing declares. */
export const unresolvedRule = defineRule({
  code: 'unresolved-dependency',
  severity: 'error',
  *check({ graph }, document) {
    for (const dependency of graph.dependencies) {
      const declaration = document.declarations[dependency.declaration];
      const reference = declaration?.references[dependency.reference];
      const isHere = dependency.from.startsWith(`${document.uri}\n`);
      if (isHere && reference !== undefined && dependency.resolution.kind === 'unresolved') {
        yield { span: reference.text.span, message: `No task \`${reference.text.value}\`.` };
      }
    }
  },
});

/** Breaks on every document. */
export const brokenRule = defineRule({
  code: 'mojibake',
  severity: 'warning',
  check() {
    throw new Error('a bug of ours');
  },
});

/** An engine that runs just these rules. */
export function engineWith(...rules: readonly Rule[]): Engine {
  return {
    ...coreEngine,
    runRules: (state, document, severityOf, onError) =>
      runRules(state, document, severityOf, onError, rules),
    runFileRules: (state, file, severityOf, onError) =>
      runFileRules(state, file, severityOf, onError, rules),
  };
}
