import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface TestGateway {
  readonly url: string
  /** What arrived: the parameters of body and query, with verb and path. */
  readonly calls: readonly ReceivedCall[]
}

export interface ReceivedCall {
  readonly verb: string
  readonly path: string
  readonly parameters: URLSearchParams
}

export interface TestAnswer {
  readonly body: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A server that gives every call the same answer and lives as long as the test. */
export async function testGateway({ body, status, headers }: TestAnswer): Promise<TestGateway> {
  const calls: ReceivedCall[] = []
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://gateway')
    let form = search
    for await (const chunk of request.setEncoding('utf8')) form += chunk
    calls.push({
      verb: request.method ?? '',
      path: pathname,
      parameters: new URLSearchParams(form),
    })
    response.writeHead(status ?? 200, { Connection: 'close', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/router/rest`, calls }
}
