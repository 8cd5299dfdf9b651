// The order of the house (docs/architecture.md): each rule names a direction that must not be taken.
const core = '^server/src/core';
/** Who a core folder may import, besides itself. */
const mayImport = {
  model: ['text'],
  text: ['model'],
  parse: ['model', 'text'],
  dialect: ['model', 'text', 'parse'],
  index: ['model'],
  lifecycle: ['model', 'dialect'],
  graph: ['model', 'index', 'lifecycle'],
  schedule: ['model', 'index', 'graph'],
  plan: ['model', 'index', 'graph', 'schedule', 'query'],
  query: [],
  time: ['model'],
  guard: ['model', 'text', 'parse', 'dialect'],
  runs: ['model', 'text', 'parse', 'dialect', 'index', 'time', 'claims'],
  claims: ['model', 'runs'],
  edits: ['model', 'text', 'parse', 'dialect', 'index', 'graph', 'schedule', 'time'],
  spawn: [
    ...['model', 'text', 'parse', 'dialect', 'index', 'graph', 'schedule', 'time', 'runs'],
    ...['edits', 'fixes', 'prompt', 'query'],
  ],
  fixes: [
    ...['model', 'text', 'parse', 'dialect', 'index', 'graph', 'schedule', 'time', 'runs'],
    ...['edits', 'rules'],
  ],
  prompt: ['model', 'parse', 'index', 'graph', 'runs', 'claims'],
};
/** Who stands on the derived state as a whole. */
const takesState = new Set(['edits', 'fixes', 'plan', 'spawn', 'prompt']);
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(mayImport).map(([folder, targets]) => ({
      name: `core-${folder}-order`,
      severity: 'error',
      from: { path: `${core}/${folder}/` },
      to: {
        path: `${core}/`,
        pathNot: [folder, ...targets]
          .map((f) => `${core}/${f}/`)
          .concat(
            `${core}/options.ts`,
            `${core}/groupBy.ts`,
            takesState.has(folder) ? `${core}/state.ts` : [],
          ),
      },
    })),
    {
      name: 'rules-do-not-use-features',
      severity: 'error',
      from: { path: `${core}/rules/` },
      to: { path: `${core}/features/` },
    },
    {
      name: 'a-rule-imports-no-rule',
      severity: 'error',
      from: {
        path: `${core}/rules/[^/]+\\.ts$`,
        pathNot: `${core}/rules/(registry|runRules)\\.ts$`,
      },
      to: { path: `${core}/rules/codes/` },
    },
    {
      name: 'a-fix-imports-no-fix',
      severity: 'error',
      from: {
        path: `${core}/fixes/[^/]+/|${core}/fixes/(?!registry|fixesFor)[^/]+\\.ts$`,
        pathNot: `${core}/fixes/registry\\.ts$`,
      },
      to: { path: `${core}/fixes/codes/` },
    },
    {
      name: 'edits-and-fixes-stand-on-top',
      severity: 'error',
      from: { path: `${core}/(?!edits/|fixes/|reconcile/|steer/|spawn/)` },
      to: { path: `${core}/(?:edits|fixes)/` },
    },
    {
      name: 'a-feature-imports-no-feature',
      severity: 'error',
      from: { path: `${core}/features/([^/]+)\\.ts$` },
      to: { path: `${core}/features/(?!support/)`, pathNot: `${core}/features/$1\\.ts$` },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: core },
      to: { path: '^server/src/(?!core/)' },
    },
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'protocol-stands-alone',
      severity: 'error',
      from: { path: '^server/src/protocol' },
      to: { pathNot: '^server/src/protocol' },
    },
    {
      name: 'graphview-is-pure',
      severity: 'error',
      from: { path: '^server/src/graphview' },
      to: { pathNot: '^server/src/(graphview/|protocol/|core/query/)' },
    },
    {
      name: 'graph-page-is-a-browser',
      severity: 'error',
      from: { path: '^client/webview/graph' },
      to: {
        pathNot: [
          '^client/webview/graph/',
          '^server/src/(graphview|core/query)/',
          '^server/src/protocol/(graph[^/]*|snapshot)\\.ts$',
          'node_modules/(lit|lit-html|elkjs)/',
        ],
      },
    },
    {
      name: 'nobody-reaches-into-the-page',
      severity: 'error',
      from: { path: '^(client/src|server)/' },
      to: { path: '^client/webview/' },
    },
    {
      name: 'client-sees-protocol-only',
      severity: 'error',
      from: { path: '^client/src' },
      to: { path: '^server/src/(?!protocol/)' },
    },
    {
      name: 'server-without-client',
      severity: 'error',
      from: { path: '^server/src' },
      to: { path: '^(client|test)/' },
    },
    {
      name: 'no-vscode-in-server',
      severity: 'error',
      from: { path: '^server/src' },
      to: { path: '^vscode$' },
    },
    {
      name: 'session-without-lsp',
      severity: 'error',
      from: { path: '^server/src/(session|workspace)/' },
      to: { path: '^server/src/(lsp|cli|views)/' },
    },
    {
      name: 'views-know-no-face',
      severity: 'error',
      from: { path: '^server/src/views/' },
      to: { path: '^server/src/(?!core/|protocol/|session/|views/)' },
    },
    {
      // Editor and command line are two faces of one engine: what both need stands below them.
      name: 'cli-without-lsp',
      severity: 'error',
      from: { path: '^server/src/cli/' },
      to: { path: '^server/src/lsp/' },
    },
    {
      name: 'lsp-without-cli',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/cli/' },
    },
    {
      name: 'workers-know-no-face',
      severity: 'error',
      from: { path: '^server/src/workers/' },
      to: { path: '^server/src/(?:lsp|cli|session)/' },
    },
    {
      name: 'workspace-without-workers',
      severity: 'error',
      from: { path: '^server/src/workspace/' },
      to: { path: '^server/src/workers/' },
    },
    {
      // `presets` is not one of them, but what `process` knows of the agents that it starts.
      name: 'a-back-end-imports-no-back-end',
      severity: 'error',
      from: { path: '^server/src/workers/backends/([^/]+)/' },
      to: {
        path: '^server/src/workers/backends/[^/]+/',
        pathNot: '^server/src/workers/backends/(?:$1|presets)/',
      },
    },
    {
      name: 'back-ends-know-no-engine',
      severity: 'error',
      from: { path: '^server/src/workers/(?:backends|node)/' },
      to: {
        path: '^server/src/(?:workers/[^/]+\\.ts$|session/|lsp/|cli/)',
        pathNot: '^server/src/workers/(?:attempt|backend|workerPorts|workersConfig)\\.ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The bundler's script has the name of the bundler, and would be taken for it.
    exclude: { path: '(^|/)(dist|dist-test|\\.tsbuild|fixtures)/|^esbuild\\.mjs$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
