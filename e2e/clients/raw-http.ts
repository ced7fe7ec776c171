import { connect } from 'node:net'

/** Sends bytes as they are over a socket of their own and gives status and body of the answer. */
export function sendRaw(
  serverUrl: string,
  bytes: Buffer,
): Promise<{ readonly status: number; readonly head: string; readonly body: string }> {
  const { hostname, port } = new URL(serverUrl)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes))
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')))
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      const answer = parseAnswer(Buffer.concat(chunks))
      if (answer === undefined) return
      socket.end()
      resolve(answer)
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`closed after ${Buffer.concat(chunks)}`)))
  })
}

function parseAnswer(bytes: Buffer) {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.subarray(0, end).toString('latin1')
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const body = bytes.subarray(end + 4)
  if (body.length < length) return undefined
  return { status: Number(head.split(' ')[1]), head, body: body.toString('utf8') }
}
