import { connect } from 'node:net'
import type { CaseRun } from '../case-run.ts'
import { setParam } from '../draft.ts'
import type { Deeds } from './deed.ts'

/** Longer than any time of the product for a client. */
const PATIENCE_MS = 70_000

/** A busy machine needs so long to fill the buffers of a connection. */
const FILLING_MS_MAX = 90_000

/** Clients that take their time: on a server whose times are shorter by the pace of the run. */
export const slowDeeds: Deeds = {
  'client.slow_headers': (run, op) => {
    return sendSlowly(run, 0, 1000 / op.number('bytes_per_second'))
  },

  'client.slow_body': (run, op) => {
    const head = run.bytes().indexOf('\r\n\r\n') + 4
    return sendSlowly(run, head, op.number('seconds_per_byte') * 1000)
  },

  'client.idle': (run) => sendSlowly(run, 0, PATIENCE_MS),

  'client.slow_read': async (run, op) => {
    const everyMs = 1000 * run.scene.pace
    await run.scene.beforeSend()
    const startedMs = performance.now()
    const closed = await readSlowly(run, op.number('bytes_per_second'), everyMs)
    run.note({ answers: [], closed }, startedMs)
  },
}

async function sendSlowly(run: CaseRun, atOnce: number, everyMs: number): Promise<void> {
  const { pace } = run.scene
  await run.exchange([run.bytes()], {
    untilClosed: true,
    trickle: { atOnce, everyMs: everyMs * pace },
    patienceMs: PATIENCE_MS * pace + 3_000,
  })
}

/**
 * Asks again and again and hardly reads: one answer would be in the buffers of the system before
 * anybody could see how slowly it is taken. Calls that are refused change nothing, so many of them.
 */
function readSlowly(run: CaseRun, bytes: number, everyMs: number): Promise<boolean> {
  const { stage, peer, pace } = run.scene
  setParam(run.draft, 'sign', '0'.repeat(64))
  const many = Buffer.concat(Array.from({ length: 64 }, () => run.bytes()))
  const { hostname, port } = new URL(stage.url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), localAddress: peer })
    const reading = setInterval(() => socket.read(bytes), everyMs)
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MS * pace + FILLING_MS_MAX)
    let gaveUp = true
    socket.on('readable', () => {})
    socket.on('error', () => {
      gaveUp = false
    })
    socket.on('close', () => {
      clearInterval(reading)
      clearTimeout(patience)
      resolve(!gaveUp)
    })
    const ask = () => {
      while (socket.writable && socket.write(many));
    }
    socket.on('connect', ask).on('drain', ask)
  })
}
