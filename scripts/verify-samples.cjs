'use strict'

// npm run samples:verify, before a release and after a nightly run: runs the samples of every page, as
// printed, with the other tests of each SDK, and writes the day for each language that passed. The
// pages print it; commit what this writes.

const fs = require('node:fs')
const { join } = require('node:path')
const { install } = require('./install.cjs')
const { root } = require('./run-on-node.cjs')
const { runMain, say } = require('./say.cjs')
const { runTests } = require('./steps.cjs')

const days = join(root, 'packages/codegen/src/samples/verified.json')

/** The tests of a language by the name of its tab. */
const LANGUAGES = {
  JAVA: ['e2e/sdk/java'],
  '.NET': ['e2e/sdk/csharp'],
  PHP: ['e2e/sdk/php'],
  CURL: ['e2e/sdk/curl', 'e2e/docs/samples.test.ts'],
  Python: ['e2e/sdk/python'],
  'C/C++': ['e2e/sdk/cpp'],
  NodeJS: ['e2e/sdk/typescript'],
}

runMain(async () => {
  await install({ dev: true })
  const verified = JSON.parse(fs.readFileSync(days, 'utf8'))
  const today = new Date().toISOString().slice(0, 10)
  let failures = 0
  for (const [language, tests] of Object.entries(LANGUAGES)) {
    const ran = await runTests(tests, {})
    if (ran.interruptedBy !== undefined) return 1
    const isVerified = ran.passed > 0 && ran.failed + ran.skipped.length === 0
    say(`${language}: ${isVerified ? today : 'failed, its day stays as it was'}`)
    if (isVerified) verified[language] = today
    else failures += 1
  }
  fs.writeFileSync(days, `${JSON.stringify(verified, null, 2)}\n`)
  return failures === 0 ? 0 : 1
})
