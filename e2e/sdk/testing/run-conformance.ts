import { spawn } from 'node:child_process'
import { expectedVectors, judge, judgeVectors } from './judge.ts'
import {
  readScenarios,
  type Scenario,
  strangeSecret,
  strangeSession,
  vectorsDir,
} from './scenarios.ts'
import { startStrangeServer } from './strange-server.ts'

/** What nobody wants to find in a log: the secret, the session, the phone number of a user. */
const secrets = [strangeSecret, strangeSession, '13800138000']

export interface ConformanceOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** `false`: the language does without XML, and says so. */
  readonly offersXml: boolean
}

/**
 * Runs a conformance program (see scenarios.ts) against a strange server, and says what is wrong by
 * the name of each scenario or line; an empty object: everything is as it should be.
 */
export async function runConformance(
  command: readonly [program: string, ...args: string[]],
  options: ConformanceOptions,
): Promise<Record<string, string[]>> {
  const server = await startStrangeServer()
  try {
    const { lines, errors, exitCode } = await run([...command, vectorsDir, server.url], options)
    const problems = new Map<string, string[]>()
    for (const [name, scenario] of readScenarios()) {
      const found = isLeftOut(scenario, lines.get(name), options)
        ? []
        : judge(scenario, lines.get(name), server.seen(name))
      if (found.length > 0) problems.set(`${name}: ${scenario.name}`, found)
    }
    for (const [name, expected] of expectedVectors()) {
      const rows = (lines.get(name) ?? {}) as Readonly<Record<string, string>>
      const found = judgeVectors(expected, rows)
      if (found.length > 0) problems.set(name, found)
    }
    const output = [...lines.values()].map((line) => JSON.stringify(line)).join('\n') + errors
    const leaked = secrets.filter((secret) => output.includes(secret))
    if (leaked.length > 0) problems.set('secrets in results or logs', leaked)
    if (!errors.includes('alibaba.charity.useraction.sync')) {
      problems.set('the log names no method', [errors.slice(0, 2000)])
    }
    if (exitCode !== 0) problems.set(`exit code ${exitCode}`, [errors.slice(-4000)])
    return Object.fromEntries(problems)
  } finally {
    await server.stop()
  }
}

function isLeftOut(
  { needs }: Scenario,
  result: unknown,
  { offersXml }: ConformanceOptions,
): boolean {
  const left = JSON.stringify(result) === '{"outcome":"not-offered"}'
  return needs === 'xml' && !offersXml && left
}

interface Output {
  readonly lines: ReadonlyMap<string, unknown>
  readonly errors: string
  readonly exitCode: number | null
}

function run(command: readonly string[], options: ConformanceOptions): Promise<Output> {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => {
      const lines = output.split('\n').filter((line) => line.startsWith('{'))
      const rows = lines.map((line) => JSON.parse(line) as { scenario: string; result: unknown })
      const results = new Map(rows.map(({ scenario, result }) => [scenario, result]))
      resolve({ lines: results, errors, exitCode })
    })
  })
}
