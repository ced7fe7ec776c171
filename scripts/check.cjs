'use strict'

// npm run check: the quick check while working. Format, lint, types and unit tests; no system
// packages.

const { install } = require('./install.cjs')
const { runMain } = require('./say.cjs')
const { formatStep, runSteps, runTests, typeStep } = require('./steps.cjs')

/** What needs neither a server nor PostgreSQL. */
const UNIT_TESTS = ['packages/', 'apps/', 'scripts/', 'e2e/architecture/']

runMain(async () => {
  await install({ dev: true })
  console.log('Quick check: storage is tested on SQLite only; `npm test` has PostgreSQL as well.')
  const run = () => runTests(UNIT_TESTS, { TOPGATE_TEST_CHECK: 'quick' })
  return runSteps([formatStep, typeStep, { name: 'unit tests (vitest)', run }])
})
