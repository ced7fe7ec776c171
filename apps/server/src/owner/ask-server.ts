import { connect, type Socket } from 'node:net'
import type { OwnerAnswer } from '@topgate/services'
import { StartRefusal } from '@topgate/storage'
import { withControlPath } from './control-path.ts'
import type { OwnerOrder } from './owner-call.ts'

const ANSWER_CHARS_MAX = 16 * 1024 * 1024
const SILENCE_MS_MAX = 90_000

/** Sends an order to the server that holds the data directory, and gives its answer. */
export async function askServer(dataDir: string, order: OwnerOrder): Promise<OwnerAnswer> {
  const { lines = [], ...head } = order
  const socket = withControlPath(dataDir, (path) => connect({ path }))
  if (socket === undefined) throw noAnswer(dataDir, 'this system has no such sockets')
  const text = await exchange(
    socket,
    [JSON.stringify({ ...head, count: lines.length }), ...lines, ''].join('\n'),
  ).catch((error: Error) => {
    throw noAnswer(dataDir, error.message)
  })
  // The server wrote it from a typed value.
  return JSON.parse(text) as OwnerAnswer
}

function exchange(socket: Socket, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.setEncoding('utf8')
    socket.setTimeout(SILENCE_MS_MAX, () => socket.destroy(new Error('it is silent')))
    socket.on('error', reject)
    socket.on('data', (piece: string) => {
      answer += piece
      if (answer.length > ANSWER_CHARS_MAX) socket.destroy(new Error('its answer is too long'))
    })
    socket.on('close', () => {
      if (answer.endsWith('\n')) resolve(answer)
      else reject(new Error('it broke off'))
    })
    socket.on('connect', () => socket.write(text))
  })
}

function noAnswer(dataDir: string, reason: string): StartRefusal {
  return new StartRefusal(
    `A server holds the data directory ${dataDir}, but does not answer there (${reason}). ` +
      'If it is just starting, try again; otherwise stop it, and the command works without it.',
  )
}
