import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countTests } from './vitest-report.cjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topgate-report-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('countTests', () => {
  it('counts what passed', () => {
    expect(count([file('passed', 'passed', 'passed')], 0)).toEqual(result(2, 0))
  })

  it('counts a failed test once, not its file as well', () => {
    expect(count([file('failed', 'passed', 'failed')], 1)).toEqual(result(1, 1))
  })

  it('counts each file that does not load as one failure', () => {
    const files = [file('failed'), file('failed'), file('passed', 'passed')]
    expect(count(files, 1)).toEqual(result(1, 2))
  })

  it('counts one failure when the run fails and no test did', () => {
    expect(count([file('passed', 'passed')], 1)).toEqual(result(1, 1))
  })

  it('counts one failure when there is no report', () => {
    expect(countTests(join(folder, 'absent.json'), 137)).toEqual(result(0, 1))
  })

  it('does not believe a good end without a report', () => {
    expect(countTests(join(folder, 'absent.json'), 0)).toEqual(result(0, 1))
  })

  it.each(['skipped', 'pending', 'todo'])('names a test that is %s', (status) => {
    expect(count([file('passed', 'passed', status)], 0)).toEqual({
      passed: 1,
      failed: 0,
      skipped: [`a ${status} test`],
    })
  })
})

type TestFile = ReturnType<typeof file>

function file(status: string, ...tests: string[]) {
  return {
    status,
    assertionResults: tests.map((test) => ({ status: test, fullName: `a ${test} test` })),
  }
}

function count(testResults: TestFile[], status: number) {
  const tests = testResults.flatMap((each) => each.assertionResults)
  const numberOf = (wanted: string) => tests.filter((test) => test.status === wanted).length
  const report = {
    numPassedTests: numberOf('passed'),
    numFailedTests: numberOf('failed'),
    testResults,
  }
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
  return countTests(join(folder, 'report.json'), status)
}

function result(passed: number, failed: number) {
  return { passed, failed, skipped: [] }
}
