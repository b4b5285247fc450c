import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One instance and one browser at a time: a real browser beside a database needs the machine. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['tests/**/*.e2e.ts'],
    globalSetup: ['support/global-setup.ts'],
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
  },
});
