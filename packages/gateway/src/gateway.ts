import type { ApiContract } from '@topgate/contracts'
import {
  type AnswerWriter,
  type Binder,
  compileBinder,
  createAnswerWriter,
} from '@topgate/protocol'
import { loadGbkTable } from './doctor/encode-gbk.ts'
import { InFlight, type InFlightLimits } from './in-flight.ts'
import type { GatewayPorts, Handler } from './ports.ts'
import type { SecretUses } from './secret-use.ts'
import { SignatureMemory } from './signature-memory.ts'
import { SourceGuard } from './source-guard.ts'

/** An API ready to be called: its contract with everything that is compiled from it. */
export interface ServedApi {
  readonly contract: ApiContract
  readonly bind: Binder
  readonly write: AnswerWriter
  readonly handler: Handler
}

export interface Gateway {
  readonly ports: GatewayPorts
  readonly apis: ReadonlyMap<string, ServedApi>
  readonly signatures: SignatureMemory
  readonly sources: SourceGuard
  readonly inFlight: InFlight
  readonly secretUses: SecretUses
  /** A sandbox tells the likely cause of a refusal; production gives the same text for all. */
  readonly sandbox: boolean
  /** The pages print 50 for failures behind the gateway; live TOP answers carry 15. */
  readonly backendErrorCode: 50 | 15
}

export interface GatewayOptions
  extends Pick<Gateway, 'sandbox' | 'backendErrorCode' | 'secretUses'> {
  /** Calls of one address that may be refused before or at the signature in a minute. */
  readonly sourceRefusalsMax: number
  /** Calls under way at a time. */
  readonly inFlight: InFlightLimits
}

/** Compiles the contracts. Throws when one of them has no handler. */
export function createGateway(
  contracts: readonly ApiContract[],
  ports: GatewayPorts,
  { sourceRefusalsMax, inFlight, ...options }: GatewayOptions,
): Gateway {
  loadGbkTable()
  const apis = new Map<string, ServedApi>()
  for (const contract of contracts) {
    apis.set(contract.method, {
      contract,
      bind: compileBinder(contract),
      write: createAnswerWriter(contract),
      handler: ports.handlers.get(contract.method),
    })
  }
  return {
    ports,
    apis,
    signatures: new SignatureMemory(),
    sources: new SourceGuard(sourceRefusalsMax),
    inFlight: new InFlight(inFlight),
    ...options,
  }
}
