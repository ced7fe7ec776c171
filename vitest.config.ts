import { configDefaults, defineConfig } from 'vitest/config'

/** The quick check needs no system packages: these files are about PostgreSQL alone. */
const isQuick = process.env.TOPGATE_TEST_CHECK === 'quick'
const postgresOnly = ['**/postgres.test.ts', '**/node-number.test.ts']

export default defineConfig({
  test: {
    globalSetup: 'packages/storage/src/testing/postgres-server.ts',
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'e2e/**/*.test.ts',
      'scripts/*.test.ts',
    ],
    exclude: isQuick ? [...configDefaults.exclude, ...postgresOnly] : configDefaults.exclude,
    // Two cores: more workers only make timings worse.
    maxWorkers: 2,
    // For a machine that does something else at the same time.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
