import { createServer } from 'node:http'
import { CONSTANT_ANSWER, serveBenchmark } from './serve.ts'

/** The least that an HTTP server in Node can do: read the body, send one constant answer. */
const body = Buffer.from(CONSTANT_ANSWER)

serveBenchmark(
  createServer((request, response) => {
    request.on('data', () => {})
    request.on('end', () => {
      response.writeHead(200, {
        'Content-Type': 'application/json;charset=UTF-8',
        'Content-Length': body.length,
      })
      response.end(body)
    })
  }),
)
