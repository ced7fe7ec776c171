import { join } from 'node:path'
import { type BenchApi, benchApis, charity } from './apis.ts'
import {
  type Measured,
  type MeasureOptions,
  measure,
  ratioBetween,
  rowsFitAnswers,
} from './measure.ts'
import type { Section } from './section.ts'
import { ServerProcess } from './server-process.ts'
import { rounded } from './statistics.ts'
import { measuredTable } from './table.ts'
import { countEffectsIn } from './topgate-data.ts'

/** Each writing API of one Topgate, with calls like its documented sample, beside the bare server. */
export async function compareApis(options: MeasureOptions): Promise<Section> {
  const dataDir = join(options.dir, 'topgate-apis')
  const servers = await Promise.all([
    ServerProcess.start('bare.ts'),
    ServerProcess.start('topgate.ts', [dataDir]),
  ])
  const contenders = [
    { name: 'bare', server: servers[0], api: charity, needsNewIds: false },
    ...benchApis.map((api) => ({ name: api.name, server: servers[1], api, needsNewIds: true })),
  ]
  let before: ReadonlyMap<BenchApi, number> = new Map()
  try {
    before = await countEffectsIn(dataDir, benchApis)
    const measured = await measure(contenders, options)
    await Promise.all(servers.map((server) => server.stop()))
    const after = await countEffectsIn(dataDir, benchApis)
    const added = (api: BenchApi) => (after.get(api) ?? 0) - (before.get(api) ?? 0)
    return describe(measured, added, options)
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

function describe(
  [bare, ...measured]: readonly Measured[],
  added: (api: BenchApi) => number,
  { connections }: MeasureOptions,
): Section {
  if (bare === undefined) throw new Error('the bare server is missing')
  const rows = benchApis.flatMap((api, index) => {
    const seen = measured[index]
    return seen === undefined
      ? []
      : [{ api, seen, fits: rowsFitAnswers(added(api), seen, connections) }]
  })
  const byApi = <Value>(pick: (row: (typeof rows)[number]) => Value) =>
    Object.fromEntries(rows.map((row) => [row.api.name, pick(row)]))
  return {
    numbers: {
      ratio_to_bare_by_api: byApi(({ seen }) => rounded(ratioBetween(seen, bare).median)),
      cpu_us_by_api: byApi(({ seen }) => rounded(seen.cpuUs)),
      p99_ms_by_api: byApi(({ seen }) => rounded(seen.p99Ms)),
      rows_equal_answers_by_api: byApi(({ fits }) => fits),
    },
    lines: ['Each writing API, one effect a call:', ...measuredTable([bare, ...measured], bare)],
    problems: rows.flatMap(({ api, seen, fits }) => [
      ...(seen.nonSuccess > 0 ? [`${api.name}: ${seen.nonSuccess} answers without success`] : []),
      ...(seen.lost > 0 ? [`${api.name}: ${seen.lost} calls without an answer`] : []),
      ...(fits ? [] : [`${api.name}: ${added(api)} rows and ${seen.answers} answers do not fit`]),
    ]),
  }
}
