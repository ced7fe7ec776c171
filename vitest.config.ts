import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'packages/storage/src/testing/postgres-server.ts',
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'e2e/**/*.test.ts',
      'scripts/*.test.ts',
    ],
    // Two cores: more workers only make timings worse.
    maxWorkers: 2,
    passWithNoTests: false,
  },
})
