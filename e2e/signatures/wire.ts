import { connect } from 'node:net'

/** What an answer says: success, that the API itself declined, the code of an error, or `HTTP n`. */
export type Told = 'success' | 'declined' | number | `HTTP ${number}`

/** Posts each body as a form, all ahead of their answers, and gives what each was told. */
export function post(serverUrl: string, bodies: readonly Buffer[]): Promise<Told[]> {
  const { hostname, port } = new URL(serverUrl)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(Buffer.concat(bodies.map(requestOf)))
    })
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
      const told = readAnswers(received)
      if (told.length < bodies.length) return
      socket.destroy()
      resolve(told)
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`closed: ${received}`)))
  })
}

function requestOf(body: Buffer): Buffer {
  const head =
    'POST /router/rest HTTP/1.1\r\nHost: a\r\n' +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

function readAnswers(text: string): Told[] {
  const told: Told[] = []
  for (let at = 0; ; ) {
    const headEnd = text.indexOf('\r\n\r\n', at)
    if (headEnd < 0) return told
    const head = text.slice(at, headEnd)
    const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (end > text.length) return told
    told.push(toldBy(Number(head.split(' ')[1]), text.slice(headEnd + 4, end)))
    at = end
  }
}

function toldBy(status: number, body: string): Told {
  if (status !== 200) return `HTTP ${status}`
  const error = /^(?:\{"error_response":\{"code":|<\?xml[^>]*><error_response><code>)(\d+)/.exec(
    body,
  )
  if (error !== null) return Number(error[1])
  return success.test(body) ? 'success' : 'declined'
}

/** In the shapes of the five APIs, and of the one that tells the time. */
const success =
  /"(?:tag_)?success":"?true|"result_status":"SUCCESS"|"time_get_response"|<(?:tag_)?success>true<|<result_status>SUCCESS<|<time_get_response>/
