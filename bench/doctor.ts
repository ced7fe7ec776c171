import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { charity } from './apis.ts'
import { signedBody } from './calls.ts'
import { pacedLoad } from './paced-load.ts'
import { ServerProcess } from './server-process.ts'
import { median, quantile } from './statistics.ts'

/**
 * What the signature doctor costs: `node bench/doctor.ts [rounds] [seconds]`. A wrong signature that
 * no mistake explains is the dearest, since every mistake is tried. Good calls at a fixed rate run
 * alone and then beside a flood of such calls; the time of a refusal is taken from one at a time.
 */
const GOOD_PER_SECOND = 50
const WRONG_PER_SECOND = 300
const ONE_BY_ONE = 400

if (process.argv[2] === 'flood') await flood(process.argv[3] ?? '', Number(process.argv[4]))
else await measure(Number(process.argv[2] ?? 3), Number(process.argv[3] ?? 8))

async function measure(rounds: number, seconds: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'topgate-doctor-'))
  const server = await ServerProcess.start('topgate.ts', [dir, '', '', '1000000'])
  try {
    await pacedLoad(server.url, GOOD_PER_SECOND, 2)
    const oneByOne = await timesOf(server.url, ONE_BY_ONE, wrongBody)
    const good = await timesOf(server.url, ONE_BY_ONE, goodBody)
    console.log(`one at a time, median: ${median(oneByOne).toFixed(2)} ms refused and explained,`)
    console.log(`  ${median(good).toFixed(2)} ms for a good call, which is durable`)
    for (let round = 1; round <= rounds; round += 1) {
      const alone = await pacedLoad(server.url, GOOD_PER_SECOND, seconds)
      const child = fork(import.meta.filename, ['flood', server.url, String(seconds)])
      const before = server.cpuUs()
      const beside = await pacedLoad(server.url, GOOD_PER_SECOND, seconds)
      const cpu = (server.cpuUs() - before) / (seconds * 1_000_000)
      await once(child, 'exit')
      console.log(
        `round ${round}: p99 of ${GOOD_PER_SECOND}/s good calls ${p99(alone)} ms alone, ` +
          `${p99(beside)} ms beside ${WRONG_PER_SECOND}/s wrong ones ` +
          `(processor ${(cpu * 100).toFixed(0)} %, not good: ${alone.nonSuccess + beside.nonSuccess})`,
      )
    }
  } finally {
    await server.stop()
    rmSync(dir, { recursive: true })
  }
}

function p99({ timesMs }: { readonly timesMs: readonly number[] }): string {
  return quantile(timesMs, 0.99).toFixed(1)
}

function goodBody(): string {
  return signedBody(charity, Date.now())
}

/** Another digit in the signature: nothing explains it. */
function wrongBody(): string {
  return goodBody().replace(
    /([?&]?sign=)(.)/,
    (_, name, digit) => name + (digit === '0' ? '1' : '0'),
  )
}

async function timesOf(url: string, calls: number, body: () => string): Promise<number[]> {
  const times: number[] = []
  for (let call = 0; call < calls; call += 1) {
    const text = body()
    const startMs = performance.now()
    await post(url, text)
    times.push(performance.now() - startMs)
  }
  return times
}

async function post(url: string, body: string): Promise<string> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }
  return (await fetch(`${url}/router/rest`, { method: 'POST', headers, body })).text()
}

/** In a process of its own, so that its work does not delay the good calls. */
async function flood(url: string, seconds: number): Promise<void> {
  const startMs = performance.now()
  const sending: Promise<string>[] = []
  for (let index = 0; index < WRONG_PER_SECOND * seconds; index += 1) {
    const waitMs = startMs + (index * 1_000) / WRONG_PER_SECOND - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    sending.push(post(url, wrongBody()))
  }
  const answers = await Promise.all(sending)
  const explained = answers.filter((answer) => answer.includes('请核对')).length
  console.log(`  ${explained} of ${answers.length} wrong calls were diagnosed`)
}
