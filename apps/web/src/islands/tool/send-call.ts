import type { Parameters } from '@topgate/protocol'

export const ROUTER_PATH = '/router/rest'

export interface Exchange {
  readonly status: number
  readonly body: string
  readonly elapsedMs: number
}

/** Sends a signed call as a form; undefined when nothing could be sent. */
export async function sendCall(parameters: Parameters): Promise<Exchange | undefined> {
  const startedMs = performance.now()
  try {
    const response = await fetch(ROUTER_PATH, {
      method: 'POST',
      body: new URLSearchParams([...parameters]),
      credentials: 'omit',
    })
    const body = await response.text()
    return { status: response.status, body, elapsedMs: Math.round(performance.now() - startedMs) }
  } catch {
    return undefined
  }
}

/** The request as it goes over the wire; a session is a credential and shows its beginning only. */
export function requestText(parameters: Parameters): string {
  const shown = [...parameters].map(([name, value]): [string, string] =>
    name === 'session' ? [name, `${value.slice(0, 4)}…`] : [name, value],
  )
  return [
    `POST ${ROUTER_PATH} HTTP/1.1`,
    `Host: ${location.host}`,
    'Content-Type: application/x-www-form-urlencoded;charset=UTF-8',
    '',
    new URLSearchParams(shown).toString().replaceAll('&', '\n&'),
  ].join('\n')
}
