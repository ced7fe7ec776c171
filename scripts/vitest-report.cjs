'use strict'

const fs = require('node:fs')

/**
 * Counts what Vitest's JSON report says. A file that does not load has no tests to fail, so it
 * counts as one failure; so does a run that ends badly though no test failed (an error between
 * tests) or leaves no report (a crash). Skipped tests are named, and the caller decides.
 */
function countTests(reportPath, status) {
  const report = readReport(reportPath)
  if (report === undefined) return { passed: 0, failed: 1, skipped: [] }
  const files = report.testResults
  const failedFiles = files.filter((file) => file.status === 'failed' && !hasFailedTest(file))
  const failed = report.numFailedTests + failedFiles.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: files.flatMap((file) => file.assertionResults.filter(isSkipped).map(nameOf)),
  }
}

function readReport(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function hasFailedTest(file) {
  return file.assertionResults.some((test) => test.status === 'failed')
}

function isSkipped(test) {
  return test.status !== 'passed' && test.status !== 'failed'
}

function nameOf(test) {
  return test.fullName
}

module.exports = { countTests }
