import { defineConfig } from 'vitest/config';

// `unit` and `properties` need nothing but the sources; `corpus` reads ../shared; `protocol` runs the built server and
// command line; `workers` runs the worker engine and its back ends with real processes; `gateway` the real OpenClaw
// gateway; `clis` the real command lines of agents.

/** What must hold for generated inputs, for every small one, or for every fixture: slower than unit tests, and just as independent of the world. */
const properties = [
  'test/core/{properties,plan,state}/**/*.test.ts',
  'test/core/fixes/registry.test.ts',
  'test/graphview/**/*.test.ts',
];

/** Whoever runs the bundles finds those of the sources. */
const bundles = ['test/support/buildBundles.ts'];

export default defineConfig({
  test: {
    // All cores: the default leaves one idle, which on two is half the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // Against hangs only, here and below: a busy machine is no failure.
          testTimeout: 60_000,
          // Unit tests share nothing but pure modules: loading these once a worker halves the time.
          pool: 'threads',
          isolate: false,
          include: ['test/{core,client,package,docs}/**/*.test.ts'],
          exclude: properties,
        },
      },
      {
        test: {
          name: 'properties',
          testTimeout: 300_000,
          pool: 'threads',
          include: properties,
        },
      },
      {
        test: {
          name: 'corpus',
          include: ['test/corpus/**/*.test.ts'],
          globalSetup: bundles,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'protocol',
          include: ['test/{session,lsp,cli,views,grammar,protocol}/**/*.test.ts'],
          globalSetup: bundles,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'workers',
          include: ['test/workers/**/*.test.ts'],
          globalSetup: bundles,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'gateway',
          include: ['test/gateway/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'clis',
          include: ['test/clis/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
