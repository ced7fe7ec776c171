import { join } from 'node:path'
import { charity } from './apis.ts'
import { type MeasureOptions, measure, ratioBetween } from './measure.ts'
import type { Section } from './section.ts'
import { ServerProcess } from './server-process.ts'
import { rounded } from './statistics.ts'
import { measuredTable } from './table.ts'
import { preload } from './topgate-data.ts'

/** What stored actions cost: Topgate on a full database beside Topgate on an empty one. */
export async function compareRows(options: MeasureOptions, rows: number): Promise<Section> {
  const fullDir = join(options.dir, 'topgate-full')
  await preload(fullDir, rows, options.progress)
  const servers = await Promise.all([
    ServerProcess.start('topgate.ts', [join(options.dir, 'topgate-empty')]),
    ServerProcess.start('topgate.ts', [fullDir]),
  ])
  const contenders = [
    { name: 'empty', server: servers[0], api: charity, needsNewIds: true },
    { name: `${rows} rows`, server: servers[1], api: charity, needsNewIds: true },
  ]
  const measured = await measure(contenders, options).finally(() =>
    Promise.all(servers.map((server) => server.stop())),
  )
  const [empty, full] = measured
  if (!empty || !full) throw new Error('a server is missing')
  const ratio = ratioBetween(full, empty)
  return {
    numbers: {
      stored_rows: rows,
      ratio_with_rows_to_empty: rounded(ratio.median),
      ratio_with_rows_to_empty_min: rounded(ratio.min),
      ratio_with_rows_to_empty_max: rounded(ratio.max),
    },
    lines: measuredTable(measured, empty),
    problems: measured.flatMap(({ name, nonSuccess }) =>
      nonSuccess > 0 ? [`${name}: ${nonSuccess} answers without success`] : [],
    ),
  }
}
