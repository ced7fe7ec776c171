import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BodyBudget, type BodyShare, FREE_BODY_BYTES } from './body-budget.ts'

const emptyBody = new Uint8Array(0)

/**
 * Hands over the whole body once, or says that it is too large; never for a request cut short. A
 * large one counts among those of the node until its call is answered or its connection is gone.
 */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  bytesMax: number,
  bodies: BodyBudget,
  done: (body: Uint8Array | 'too-large') => void,
): void {
  let first: Buffer | undefined
  let more: Buffer[] | undefined
  let length = 0
  let share: BodyShare | undefined
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > bytesMax) {
      request.removeAllListeners('data')
      request.removeAllListeners('end')
      request.pause()
      done('too-large')
      return
    }
    if (first === undefined) {
      first = chunk
    } else {
      more ??= [first]
      more.push(chunk)
    }
    if (length <= FREE_BODY_BYTES) return
    if (share === undefined) {
      share = bodies.open(request)
      response.once('close', share.end)
      share.grow(length)
    } else {
      share.grow(chunk.length)
    }
  })
  request.on('end', () => done(more === undefined ? (first ?? emptyBody) : Buffer.concat(more)))
}
