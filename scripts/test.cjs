'use strict'

// npm test: installs what is missing, then runs everything that CI runs.
// npm run test:nightly: the same with more rounds where chance plays a part, such as kills.

const { install, whyInstall } = require('./install.cjs')
const { SetupError, runMain, say } = require('./say.cjs')
const steps = require('./steps.cjs')
const system = require('./system-packages.cjs')

runMain(async () => {
  const options = process.argv.slice(2)
  const unknown = options.find((option) => option !== '--nightly')
  if (unknown !== undefined) {
    say(`unknown option ${unknown}; the only one is --nightly. One test: npx vitest run <file>`)
    return 2
  }
  try {
    announce()
    // The one that may have to stop and ask comes first.
    await system.installSystemPackages()
    await install({ dev: true })
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    return steps.sayResult(0, 1)
  }
  return steps.runSteps([steps.formatStep, steps.typeStep, testStep(options)])
})

/** Nothing is installed unannounced. */
function announce() {
  const why = whyInstall({ dev: true })
  console.log(`npm packages     ${why === undefined ? 'all there' : `to be installed: ${why}`}`)
  const missing = system.missingPackages()
  if (missing.length === 0) {
    console.log('system packages  all there')
    return
  }
  const verb = system.canInstall() ? 'to be installed' : 'missing'
  console.log(`system packages  ${verb}:\n${system.describePackages(missing)}`)
}

function testStep(options) {
  const nightly = options.includes('--nightly')
  const env = nightly ? { TOPGATE_TEST_NIGHTLY: '1' } : {}
  return {
    name: nightly ? 'all tests, nightly (vitest)' : 'all tests (vitest)',
    run: async () => steps.refuseSkipped(await steps.runTests([], env)),
  }
}
