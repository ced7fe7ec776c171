'use strict'

const fs = require('node:fs')
const { tmpdir } = require('node:os')
const { delimiter, join } = require('node:path')
const { runChild } = require('./run-child.cjs')
const { findNode, root } = require('./run-on-node.cjs')
const { secondsSince } = require('./say.cjs')
const { countTests } = require('./vitest-report.cjs')

/** Runs a development tool of node_modules in the checkout's root, on the pinned Node. */
function runTool(script, args, env = {}) {
  const bin = join(root, 'node_modules', '.bin')
  return runChild(findNode(), [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: { ...plainOutput(process.env), PATH: `${bin}${delimiter}${process.env.PATH}`, ...env },
  })
}

/** With CI set, Vitest would colour even a log file. */
function plainOutput(env) {
  if (process.stdout.isTTY) return env
  const { FORCE_COLOR: _, ...rest } = env
  return { ...rest, NO_COLOR: '1' }
}

async function checkFormat() {
  const colours = process.stdout.isTTY ? [] : ['--colors=off']
  return asOneCount(await runTool('@biomejs/biome/bin/biome', ['check', ...colours]))
}

/** The TypeScript of the product, then these scripts (plain JavaScript with their tests). */
async function checkTypes() {
  const pretty = ['--pretty', String(process.stdout.isTTY === true)]
  const product = await runTool('typescript/bin/tsc', ['-p', '.', ...pretty])
  if (product.status !== 0) return asOneCount(product)
  return asOneCount(await runTool('typescript/bin/tsc', ['-p', 'scripts', ...pretty]))
}

/** A whole step is one thing that passed or failed. */
function asOneCount({ status, interruptedBy }) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [], interruptedBy }
}

/** Tests, each counted. `filters` are parts of paths; none means all. */
async function runTests(filters, env) {
  const folder = fs.mkdtempSync(join(tmpdir(), 'topgate-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const run = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...filters], env)
    return { ...countTests(report, run.status), interruptedBy: run.interruptedBy }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs the steps in order, all of them even if one fails, with a headline and the time of each.
 * The very last line is the sum, `N passed, N failed`. Returns the exit status.
 */
async function runSteps(steps) {
  const done = []
  for (const { name, run } of steps) {
    console.log(`\n== ${name}`)
    const startMs = Date.now()
    const result = await run()
    done.push({ name, time: secondsSince(startMs), ...result })
    if (result.interruptedBy !== undefined) break
  }
  console.log('\n== summary')
  for (const { name, time, passed, failed, skipped, interruptedBy } of done) {
    const verdict = interruptedBy ?? (failed === 0 ? 'ok' : 'FAILED')
    const counts = `${passed} passed, ${failed} failed`
    console.log(`${name.padEnd(30)} ${verdict.padEnd(8)} ${time.padStart(8)}   ${counts}`)
    for (const test of skipped) console.log(`  skipped: ${test}`)
  }
  const interrupted = done.some(({ interruptedBy }) => interruptedBy !== undefined)
  const failed = sum(done, 'failed')
  return sayResult(sum(done, 'passed'), interrupted && failed === 0 ? 1 : failed)
}

function sum(results, key) {
  return results.reduce((total, result) => total + result[key], 0)
}

/** The line that CI reads, and the exit status that goes with it. */
function sayResult(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** In the full run a test that did not run has not passed. */
function refuseSkipped({ skipped, failed, ...rest }) {
  return { ...rest, skipped, failed: failed + skipped.length }
}

const formatStep = { name: 'format and lint (biome)', run: checkFormat }
const typeStep = { name: 'types (tsc)', run: checkTypes }

module.exports = { formatStep, refuseSkipped, runSteps, runTests, sayResult, typeStep }
