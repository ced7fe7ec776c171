import { type ApiContract, type PlatformErrorName, Refusal } from '@topgate/contracts'
import {
  type BatchQueue,
  type CallerApp,
  type FailureReason,
  type Outcome,
  type QueryHandler,
  type QueryTools,
  type RehearsalTools,
  rehearse,
  type WriteCall,
  type WriteHandler,
} from '@topgate/engine'
import type { App, Handled, Handler, HandlerTable, ReadyCall } from '@topgate/gateway'
import type { ApiService, CallGuard, ServiceTools } from '@topgate/services'
import { StorageFault } from '@topgate/storage'

type Values = Readonly<Record<string, unknown>>

/** The rules of a service that its contract cannot express, and the form that its steps take. */
export function prepareBy({
  handler,
  check,
}: ApiService): (request: Values, nowMs: number) => Values {
  return (request, nowMs) => {
    check?.(request, nowMs)
    const isPrepared = 'steps' in handler && handler.prepare !== undefined
    return isPrepared ? (handler.prepare(request, nowMs) as Values) : request
  }
}

/**
 * Plugs the services into the gateway: writes go through the queue, queries are answered at once.
 * Throws unless contracts and handlers pair up exactly.
 */
export function createHandlerTable(
  contracts: readonly ApiContract[],
  services: readonly ApiService[],
  queue: Pick<BatchQueue, 'submit'>,
  tools: ServiceTools,
): HandlerTable {
  const handlers = new Map<string, Handler>()
  for (const service of services) {
    const contract = contracts.find(({ method }) => method === service.handler.method)
    if (contract === undefined) throw new Error(`no contract for ${service.handler.method}`)
    handlers.set(contract.method, createHandler(contract, service, queue, tools))
  }
  return {
    get(method) {
      const handler = handlers.get(method)
      if (handler === undefined) throw new Error(`no handler for ${method}`)
      return handler
    },
  }
}

function createHandler(
  contract: ApiContract,
  service: ApiService,
  queue: Pick<BatchQueue, 'submit'>,
  tools: ServiceTools,
): Handler {
  const { handler, invalid } = service
  const guard = service.guard?.(tools)
  return {
    run:
      'steps' in handler
        ? runWrite(contract, handler, queue, guard, tools)
        : runQuery(handler, tools),
    prepare: prepareBy(service),
    ...(invalid === undefined ? {} : { invalid }),
  }
}

function runQuery(handler: QueryHandler, tools: QueryTools): Handler['run'] {
  const answer = handler.open(tools)
  return async ({ app, request, receivedMs, peer }) => {
    const call = { app: callerOf(app), request, received_ms: receivedMs, peer }
    try {
      return { answer: (await answer(call)) as Values, effect: 'none' }
    } catch (cause) {
      // The store is away or slow; nothing was to change, and asking again later helps.
      if (cause instanceof StorageFault) throw new Refusal('service-error')
      throw cause
    }
  }
}

function runWrite(
  contract: ApiContract,
  handler: WriteHandler,
  queue: Pick<BatchQueue, 'submit'>,
  guard: CallGuard | undefined,
  tools: RehearsalTools,
): Handler['run'] {
  const settle = async (call: WriteCall, dryRun: boolean) =>
    handledOf(await (dryRun ? rehearseSafely(tools, handler, call) : queue.submit(call)))
  if (guard === undefined) return (call) => settle(writeCallOf(contract, call), call.dryRun)
  return async (ready) => {
    const call = writeCallOf(contract, ready)
    const watch = await guard.admit(call)
    const handled = await settle(call, ready.dryRun)
    watch(handled.answer)
    return handled
  }
}

async function rehearseSafely(
  tools: RehearsalTools,
  handler: WriteHandler,
  call: WriteCall,
): Promise<Outcome> {
  try {
    return await rehearse(tools, handler, call)
  } catch (cause) {
    if (cause instanceof StorageFault) return { kind: 'failed', reason: 'storage-unavailable' }
    throw cause
  }
}

function writeCallOf(contract: ApiContract, call: ReadyCall): WriteCall {
  return {
    id: call.id,
    method: contract.method,
    app: callerOf(call.app),
    user_tag: call.userTag,
    request: call.request,
    received_ms: call.receivedMs,
    deadline_ms: Math.min(
      call.receivedMs + contract.deadlineMs,
      call.endsMs ?? Number.POSITIVE_INFINITY,
    ),
    signature: call.signature,
    boundaries: call.boundaries,
    forgiven: call.forgiven,
  }
}

const callers = new WeakMap<App, CallerApp>()

/** One object per app: a batch carries it into the writer thread once, however many calls share it. */
function callerOf(app: App): CallerApp {
  let caller = callers.get(app)
  if (caller === undefined) {
    const { key, profile, owns, biz_codes } = app
    caller = { key, profile, owns, biz_codes }
    callers.set(app, caller)
  }
  return caller
}

function handledOf(outcome: Outcome): Handled {
  switch (outcome.kind) {
    case 'answered':
      return {
        answer: outcome.answer as Values,
        effect: outcome.effect,
        forgiven: outcome.forgiven,
      }
    case 'refused':
      throw new Refusal(outcome.refusal, outcome.detail)
    case 'failed':
      throw new Refusal(refusalFor[outcome.reason])
    default:
      return outcome satisfies never
  }
}

/** Failures of our own side, by whether the work was refused unstarted or may have happened. */
const refusalFor: Readonly<Record<FailureReason, PlatformErrorName>> = {
  busy: 'service-unavailable',
  timeout: 'service-timeout',
  'storage-full': 'service-error',
  'storage-unavailable': 'service-error',
  'unknown-outcome': 'service-error',
  defect: 'service-error',
}
