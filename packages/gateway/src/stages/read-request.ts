import type { Leniency } from '@topgate/contracts'
import type { Parameters } from '@topgate/protocol'
import type { Gateway, ServedApi } from '../gateway.ts'

type Request = Readonly<Record<string, unknown>>

/** `design.md` section 5: more than this is never parsed on the event loop. */
export const BULK_BYTES_MIN = 64 * 1024

/**
 * Binds the parameters by the contract and has the handler judge and prepare the request: 40, 41,
 * 50. Large calls are read elsewhere, by the same rules.
 */
export function readRequest(
  { contract, bind, handler }: ServedApi,
  parameters: Parameters,
  gateway: Gateway,
  receivedMs: number,
  forgiven: Leniency[] | undefined,
): Request | Promise<Request> {
  if (isBulk(parameters)) {
    return gateway.ports.bulk.read(contract.method, parameters, receivedMs, forgiven)
  }
  const request = bind(parameters, receivedMs, forgiven)
  return handler.prepare?.(request, receivedMs) ?? request
}

/** A UTF-16 unit is at most three bytes, so that nearly all calls are told by their lengths. */
function isBulk(parameters: Parameters): boolean {
  let units = 0
  for (const value of parameters.values()) units += value.length
  if (units * 3 <= BULK_BYTES_MIN) return false
  let bytes = 0
  for (const value of parameters.values()) bytes += Buffer.byteLength(value)
  return bytes > BULK_BYTES_MIN
}
