import { join } from 'node:path'
import { charity } from './apis.ts'
import {
  isStable,
  type Measured,
  type MeasureOptions,
  measure,
  ratioBetween,
  rowsFitAnswers,
} from './measure.ts'
import type { Section } from './section.ts'
import { ServerProcess } from './server-process.ts'
import { median, rounded, spread } from './statistics.ts'
import { measuredTable } from './table.ts'
import { countStoredIn } from './topgate-data.ts'

/** Topgate beside a server that does nothing and one that does the same work plainly. */
export async function compareServers(options: MeasureOptions): Promise<Section> {
  const dataDir = join(options.dir, 'topgate')
  const files: [name: string, file: string, args: string[]][] = [
    ['bare', 'bare.ts', []],
    ['topgate', 'topgate.ts', [dataDir]],
    ['bare-burst', 'bare-burst.ts', []],
    ['bare again', 'bare.ts', []],
    ['express', 'express.ts', [join(options.dir, 'express.db')]],
  ]
  const servers = await Promise.all(files.map(([, file, args]) => ServerProcess.start(file, args)))
  const contenders = files.flatMap(([name], index) => {
    const server = servers[index]
    const needsNewIds = name === 'topgate' || name === 'express'
    return server === undefined ? [] : [{ name, server, api: charity, needsNewIds }]
  })
  const measured = await measure(contenders, options).finally(() =>
    Promise.all(servers.map((server) => server.stop())),
  )
  const stored = await countStoredIn(dataDir)
  const [bare, topgate, burst, bareAgain, express] = measured
  if (!bare || !topgate || !burst || !bareAgain || !express) throw new Error('a server is missing')
  const rowsFit = rowsFitAnswers(stored.actions, topgate, options.connections)
  const toBare = ratioBetween(topgate, bare)
  const stable = isStable(bare)
  return {
    numbers: {
      ratio_to_bare: rounded(toBare.median),
      ratio_to_bare_min: rounded(toBare.min),
      ratio_to_bare_max: rounded(toBare.max),
      ratio_to_bare_burst: rounded(ratioBetween(topgate, burst).median),
      ratio_to_express: rounded(ratioBetween(topgate, express).median),
      ratio_bare_again_to_bare: rounded(ratioBetween(bareAgain, bare).median),
      p50_ms: rounded(topgate.p50Ms),
      p99_ms: rounded(topgate.p99Ms),
      bare_p99_ms: rounded(bare.p99Ms),
      cpu_us: rounded(topgate.cpuUs),
      bare_cpu_us: rounded(bare.cpuUs),
      calls_per_s: rounded(median(topgate.callsPerSecond)),
      non_success: topgate.nonSuccess,
      answers: topgate.answers,
      rows: stored.actions,
      rows_equal_answers: rowsFit && stored.addsUp,
      unstable: !stable,
    },
    lines: [
      ...measuredTable(measured, bare, burst),
      `Topgate to Express: ${ratioBetween(topgate, express).median.toFixed(1)}. ` +
        `Stored rows ${stored.actions}, answers with success ${topgate.answers}; the difference is ` +
        'calls whose caller hung up at the end of a round.',
      stable
        ? `Stable: the rounds of the bare server lie within ${percent(bare)}.`
        : `UNSTABLE: the rounds of the bare server lie ${percent(bare)} apart; judge by nothing here.`,
    ],
    problems: problemsOf(measured, rowsFit, stored.addsUp),
  }
}

function percent({ callsPerSecond }: Measured): string {
  return `${(spread(callsPerSecond) * 100).toFixed(0)} %`
}

function problemsOf(measured: readonly Measured[], rowsFit: boolean, addsUp: boolean): string[] {
  const problems: string[] = []
  for (const { name, nonSuccess, lost } of measured) {
    if (nonSuccess > 0) problems.push(`${name}: ${nonSuccess} answers without success`)
    if (lost > 0) problems.push(`${name}: ${lost} calls without an answer`)
  }
  if (!rowsFit) problems.push('stored rows and answers do not fit')
  if (!addsUp) problems.push('totals differ from the ledger')
  return problems
}
