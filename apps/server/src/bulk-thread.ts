import { parentPort } from 'node:worker_threads'
import { catalogue, type Leniency, Refusal } from '@topgate/contracts'
import { compileBinder } from '@topgate/protocol'
import { apiServices } from '@topgate/services'
import type { BulkReply, BulkRequest } from './bulk-client.ts'
import { prepareBy } from './handlers.ts'

/** The composition root of the thread that reads large calls: the same contracts and services. */
const readers = new Map(
  apiServices.map((service) => {
    const { method } = service.handler
    const contract = catalogue.find((api) => api.method === method)
    if (contract === undefined) throw new Error(`no contract for ${method}`)
    return [method, { bind: compileBinder(contract), prepare: prepareBy(service) }]
  }),
)

function answer({ method, parameters, nowMs, isLenient }: BulkRequest): BulkReply {
  const reader = readers.get(method)
  if (reader === undefined) throw new Error(`no reader for ${method}`)
  const forgiven: Leniency[] = []
  try {
    const request = reader.bind(parameters, nowMs, isLenient ? forgiven : undefined)
    return { kind: 'read', request: reader.prepare(request, nowMs), forgiven }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refused', name: error.name, detail: error.detail }
  }
}

const post = (reply: BulkReply) => parentPort?.postMessage(reply)
parentPort?.on('message', (request: BulkRequest) => post(answer(request)))
post({ kind: 'ready' })
