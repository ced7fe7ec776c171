import { parentPort } from 'node:worker_threads'
import type { BulkReply, BulkRequest } from '../bulk-client.ts'

/** A thread that does what the method says, as a defect of the real one might. */
const post = (reply: BulkReply) => parentPort?.postMessage(reply)
parentPort?.on('message', ({ method, parameters }: BulkRequest) => {
  switch (method) {
    case 'read':
      return post({ kind: 'read', request: { note: parameters.get('note') }, forgiven: [] })
    case 'throw':
      throw new Error('a defect')
    case 'exit':
      return process.exit(1)
    case 'grow':
      return post({ kind: 'read', request: { size: grown().length }, forgiven: [] })
    default:
      // Never answers.
      return undefined
  }
})

post({ kind: 'ready' })

function grown(): unknown[] {
  const values: unknown[] = []
  for (;;) values.push(new Array(1_000_000).fill(values.length))
}
