import { defineConfig } from 'vitest/config';

const SPECS = '**/*.{spec,test}.ts';

export default defineConfig({
  test: {
    // Much of it waits for Postgres and Redis.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**', SPECS],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
    },
    projects: [
      { extends: true, test: { name: 'unit', include: [`src/${SPECS}`, `test/unit/${SPECS}`] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [`test/integration/${SPECS}`],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Several processes a file: nginx and one or more of the API.
          name: 'nginx',
          include: [`test/nginx/${SPECS}`],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Each file starts a whole instance, kills parts of it and mostly waits for it to recover.
          name: 'chaos',
          include: [`test/chaos/${SPECS}`],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
