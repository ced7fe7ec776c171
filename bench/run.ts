import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { compareApis } from './compare-apis.ts'
import { compareHouse } from './compare-house.ts'
import { compareRows } from './compare-rows.ts'
import { compareServers } from './compare-servers.ts'
import { chooseLoad } from './load.ts'
import { type Options, readOptions, UsageError } from './options.ts'
import { measureOverload } from './overload.ts'
import { measurePipeline } from './pipeline.ts'
import { comparePostgres } from './postgres.ts'
import { profileTopgate } from './profile.ts'
import type { Section } from './section.ts'

/** Servers and load generators end by themselves when the benchmark does. */
const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined) return 0
  const { name, load } = chooseLoad(options.load)
  mkdirSync(options.dir, { recursive: true })
  const dir = mkdtempSync(join(options.dir, 'run-'))
  const removeDir = () => rmSync(dir, { recursive: true, force: true })
  for (const [signal, status] of signals) {
    process.once(signal, () => {
      removeDir()
      process.exit(status)
    })
  }
  const { connections, rounds, seconds, warmUpSeconds } = options
  const shape = { connections, rounds, seconds, warmUpSeconds }
  const measureOptions = { ...shape, load, dir, progress }
  progress(`load by ${name}, ${connections} connections, ${rounds} rounds of ${seconds} s`)
  try {
    const sections: Section[] = []
    if (options.http) sections.push(await compareServers(measureOptions))
    if (options.apis) sections.push(await compareApis(measureOptions))
    sections.push(await measurePipeline())
    if (options.rows > 0) sections.push(await compareRows(measureOptions, options.rows))
    if (options.house) sections.push(await compareHouse(measureOptions))
    if (options.postgres) sections.push(await comparePostgres(measureOptions))
    if (options.overload) sections.push(await measureOverload(measureOptions))
    if (options.profile || options.cpuProfileDir !== undefined) {
      sections.push(await profileTopgate(measureOptions, options.cpuProfileDir))
    }
    return print(sections, options, { load: name, ...shape })
  } finally {
    removeDir()
  }
}

function print(sections: readonly Section[], options: Options, setup: object): number {
  const problems = sections.flatMap((section) => section.problems)
  const lines = sections.flatMap((section) => ['', ...section.lines])
  for (const problem of problems) lines.push('', `PROBLEM: ${problem}`)
  const text = `${lines.join('\n')}\n`
  if (options.json) {
    process.stderr.write(text)
    const machine = { node: process.version, cores: cpus().length }
    const numbers = Object.assign({}, ...sections.map((section) => section.numbers))
    process.stdout.write(`${JSON.stringify({ ...numbers, ...setup, ...machine, problems })}\n`)
  } else {
    process.stdout.write(text)
  }
  return problems.length === 0 ? 0 : 1
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\nnpm run bench -- --help shows the options.\n`)
  process.exitCode = 2
}
