import { Agent, request } from 'node:http'
import { charity } from './apis.ts'
import { signedBody } from './calls.ts'

export interface Paced {
  /** Of each call, in milliseconds, from when it was due. */
  readonly timesMs: readonly number[]
  readonly nonSuccess: number
}

/**
 * Charity calls at a fixed rate, whatever the server does: a server that stops for a moment is seen
 * by every call that was due in it, which callers that wait for their last answer would hide.
 */
export async function pacedLoad(url: string, perSecond: number, seconds: number): Promise<Paced> {
  const agent = new Agent({ keepAlive: true })
  const bodies = Array.from({ length: perSecond * seconds }, () => signedBody(charity, Date.now()))
  const startMs = performance.now()
  const sending: Promise<{ ms: number; isGood: boolean }>[] = []
  for (const [index, body] of bodies.entries()) {
    const dueMs = startMs + (index * 1000) / perSecond
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    sending.push(send(url, agent, body, dueMs))
  }
  const sent = await Promise.all(sending)
  agent.destroy()
  return {
    timesMs: sent.map(({ ms }) => ms),
    nonSuccess: sent.filter(({ isGood }) => !isGood).length,
  }
}

function send(url: string, agent: Agent, body: string, dueMs: number) {
  return new Promise<{ ms: number; isGood: boolean }>((resolve, reject) => {
    const call = request(`${url}/router/rest`, {
      agent,
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
        'Content-Length': body.length,
      },
    })
    call.on('error', reject)
    call.on('response', (response) => {
      let text = ''
      response.setEncoding('latin1')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => {
        resolve({ ms: performance.now() - dueMs, isGood: text.includes(charity.success) })
      })
    })
    call.end(body)
  })
}
