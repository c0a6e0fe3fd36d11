import { defineConfig } from 'vitest/config';

const shared = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit and http',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/durability/**', 'node_modules/**'],
          // One for each core, though one is the default here: they wait for the database a lot.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'end to end',
          include: ['test/e2e/**/*.test.ts', 'test/durability/**/*.test.ts'],
          // A browser and whole servers: two at a time, on two cores.
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
