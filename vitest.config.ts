import { defineConfig } from 'vitest/config';

// `unit` needs nothing but the sources; `corpus` reads ../shared; `protocol` runs the built server and command line.
export default defineConfig({
  test: {
    // All cores: the default leaves one idle, which on two is half the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // Unit tests share nothing but pure modules: loading these once a worker halves the time.
          pool: 'threads',
          isolate: false,
          include: ['test/{core,graphview,client,package,docs}/**/*.test.ts'],
        },
      },
      { test: { name: 'corpus', include: ['test/corpus/**/*.test.ts'], testTimeout: 300_000 } },
      {
        test: {
          name: 'protocol',
          include: ['test/{session,lsp,cli,grammar,protocol}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
