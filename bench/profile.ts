import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { charity } from './apis.ts'
import { type MeasureOptions, measure } from './measure.ts'
import type { WriterTimes } from './profile-writer.ts'
import type { Section } from './section.ts'
import { ServerProcess } from './server-process.ts'
import { median, rounded } from './statistics.ts'
import { alignedTable } from './table.ts'

interface Report {
  /** Share of the time in which the thread did not wait for events. */
  readonly mainBusy: number
  readonly writer: WriterTimes
  /** Processor time of each thread for one call. */
  readonly cpuUs: Readonly<Record<string, number>>
}

/** Where the time of a call goes: how busy both threads are, and each step of the writer. */
export async function profileTopgate(
  options: MeasureOptions,
  cpuProfileDir: string | undefined,
): Promise<Section> {
  if (cpuProfileDir !== undefined) mkdirSync(cpuProfileDir, { recursive: true })
  const args = [join(options.dir, 'topgate-profile'), 'profile']
  const v8 = cpuProfileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${cpuProfileDir}`]
  const server = await ServerProcess.start('topgate.ts', args, v8)
  const reports: Report[] = []
  // A report after each round tells of that round; the one of the warm-up is left out.
  const load: MeasureOptions['load'] = async (...shape) => {
    await server.ask('report')
    const before = server.cpuUsByThread()
    const round = await options.load(...shape)
    const after = Object.entries(server.cpuUsByThread())
    const cpuUs = after.map(([name, us]) => [name, (us - (before[name] ?? 0)) / round.answers])
    const report = (await server.ask('report')) as Omit<Report, 'cpuUs'>
    reports.push({ ...report, cpuUs: Object.fromEntries(cpuUs) })
    return round
  }
  const contender = { name: 'topgate', server, api: charity, needsNewIds: true }
  const [measured] = await measure([contender], { ...options, load }).finally(() => server.stop())
  if (measured === undefined) throw new Error('nothing was measured')
  return describe(reports.slice(1), measured.cpuUs, cpuProfileDir)
}

const steps = ['begin', 'load', 'decide', 'save', 'commit', 'notes'] as const

function describe(
  reports: readonly Report[],
  cpuUs: number,
  cpuProfileDir: string | undefined,
): Section {
  const middle = (pick: (report: Report) => number) => median(reports.map(pick))
  const usPerCall = Object.fromEntries(
    steps.map((step) => [
      step,
      middle(({ writer }) => (writer[`${step}Ms`] / writer.calls) * 1000),
    ]),
  )
  const threads = Object.keys(reports[0]?.cpuUs ?? {})
  const cpuUsOf = (thread: string) => middle((report) => report.cpuUs[thread] ?? 0)
  const mainBusy = middle(({ mainBusy }) => mainBusy)
  const writerBusy = middle(({ writer }) => writer.busy)
  const batch = middle(({ writer }) => writer.calls / writer.batches)
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`
  return {
    numbers: {
      main_busy: rounded(mainBusy),
      writer_busy: rounded(writerBusy),
      cpu_us_by_thread: Object.fromEntries(
        threads.map((thread) => [thread, rounded(cpuUsOf(thread))]),
      ),
      calls_per_batch: rounded(batch),
      writer_us: Object.fromEntries(
        Object.entries(usPerCall).map(([step, us]) => [step, rounded(us)]),
      ),
    },
    lines: [
      `Main thread ${percent(mainBusy)} busy, writer thread ${percent(writerBusy)} busy, ` +
        `${batch.toFixed(0)} calls a batch, ${cpuUs.toFixed(0)} us of processor time a call.`,
      'Processor time of the threads, us per call:',
      ...alignedTable([threads, threads.map((thread) => cpuUsOf(thread).toFixed(0))]),
      'The writer thread, us per call (what is missing to its busy share are messages):',
      ...alignedTable([
        ['', ...steps],
        ['', ...steps.map((step) => (usPerCall[step] ?? 0).toFixed(1))],
      ]),
      cpuProfileDir === undefined
        ? 'For functions and lines: --cpu-prof DIR, then open the files in DevTools.'
        : `V8 profiles, one for each thread: ${cpuProfileDir}`,
    ],
    problems: [],
  }
}
