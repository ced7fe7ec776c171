import { createServer, type ServerResponse } from 'node:http'
import { CONSTANT_ANSWER, serveBenchmark } from './serve.ts'

/** As `bare.ts`, but all answers of one turn of the event loop leave together, as Topgate's do. */
const body = Buffer.from(CONSTANT_ANSWER)
let waiting: ServerResponse[] = []

function flush(): void {
  const responses = waiting
  waiting = []
  for (const response of responses) {
    response.writeHead(200, {
      'Content-Type': 'application/json;charset=UTF-8',
      'Content-Length': body.length,
    })
    response.end(body)
  }
}

serveBenchmark(
  createServer((request, response) => {
    request.on('data', () => {})
    request.on('end', () => {
      waiting.push(response)
      if (waiting.length === 1) setImmediate(flush)
    })
  }),
)
