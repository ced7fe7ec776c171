import { type Leniency, Refusal } from '@topgate/contracts'
import type { AnswerForm } from '@topgate/protocol'
import { CallRecord } from './call-record.ts'
import type { Gateway, ServedApi } from './gateway.ts'
import type { HttpCall, Reply } from './http-call.ts'
import type { Handled, ReadyCall } from './ports.ts'
import { contentTypes, describe, renderError } from './render-error.ts'
import { admit, admitLoad, admitSource, admitUser } from './stages/admit.ts'
import { authorise } from './stages/authorise.ts'
import { checkTime } from './stages/check-time.ts'
import { claimSignature } from './stages/claim-signature.ts'
import { findApi } from './stages/find-api.ts'
import { findApp } from './stages/find-app.ts'
import { forgiveRepeats } from './stages/forgive-repeats.ts'
import { openSession } from './stages/open-session.ts'
import {
  answerForm,
  checkFormat,
  guessForm,
  type ReadParameters,
  readParameters,
} from './stages/parse-call.ts'
import { readDryRun } from './stages/read-dry-run.ts'
import { readRequest } from './stages/read-request.ts'
import { type AuthenticCall, verifySignature } from './stages/verify-signature.ts'

/**
 * The whole life of a call. Whatever happens, the caller gets one answer, and the journal one line.
 * A throw that is no refusal is a defect of ours: the log gets it, the caller a request id.
 */
export async function handleCall(http: HttpCall, gateway: Gateway): Promise<Reply> {
  const record = new CallRecord(http, gateway)
  let form: AnswerForm | undefined
  try {
    admitSource(http.peer, gateway, record.receivedMs)
    record.dryRun = readDryRun(http.headers)
    const read = readParameters(http)
    record.sent(read.parameters)
    form = answerForm(read.parameters)
    return record.close(await serve(http, read, form, gateway, record))
  } catch (error) {
    return refuse(error, form ?? guessForm(http), gateway, record)
  }
}

/** The answer to a call that ended in a throw. */
export function refuse(
  error: unknown,
  form: AnswerForm,
  gateway: Gateway,
  record: CallRecord,
): Reply {
  const refusal = record.refusalOf(error)
  const told = describe(refusal, record.requestId, gateway.backendErrorCode)
  record.refused(refusal, told)
  return record.close(renderError(told, form))
}

/** The stages, in the order that is part of our contract. Each may refuse by throwing. */
async function serve(
  http: HttpCall,
  { parameters, repeated, signedBody }: ReadParameters,
  form: AnswerForm,
  gateway: Gateway,
  record: CallRecord,
): Promise<Reply> {
  if (repeated.length > 0) await forgiveRepeats(repeated, parameters, gateway)
  const api = record.called(findApi(parameters, gateway))
  checkFormat(parameters)
  const app = record.calledBy(await findApp(parameters, gateway), repeated)
  admitLoad(app, api, parameters, gateway, record.id, http.peer)
  checkTime(parameters, gateway, record.receivedMs)
  const call = record.authentic(verifySignature(parameters, app, gateway, signedBody))
  return serveAuthentic(http, api, call, form, gateway, record)
}

/** What comes behind the signature; a call of a batch begins here. */
export async function serveAuthentic(
  http: HttpCall,
  api: ServedApi,
  call: AuthenticCall,
  form: AnswerForm,
  gateway: Gateway,
  record: CallRecord,
  endsMs?: number,
): Promise<Reply> {
  const { receivedMs } = record
  const claim = claimSignature(call, api, gateway, receivedMs, record.dryRun)
  try {
    admit(call, api, gateway, receivedMs)
    const handled = await serveAdmitted(http, api, call, gateway, record, endsMs)
    if (!record.answered(handled)) claim.release()
    const body = api.write(handled.answer, form, record.requestId)
    return { contentType: contentTypes[form], body }
  } catch (error) {
    claim.releaseAfter(error)
    throw error
  }
}

async function serveAdmitted(
  { peer }: HttpCall,
  api: ServedApi,
  call: AuthenticCall,
  gateway: Gateway,
  { id, receivedMs, forgiven, dryRun }: CallRecord,
  endsMs: number | undefined,
): Promise<Handled> {
  try {
    authorise(call, api, peer, receivedMs)
    const userTag = await openSession(call, api, gateway, receivedMs, forgiven)
    if (userTag !== null) admitUser(call, userTag, api, gateway, receivedMs)
    const known = { id, userTag, receivedMs, peer, endsMs, dryRun }
    return await run(api, call, known, gateway, forgiven)
  } finally {
    gateway.inFlight.leave(call.app, api.contract)
  }
}

/** Reads the request by the contract and the rules of the API, then runs it. */
async function run(
  api: ServedApi,
  { parameters, app, signature, boundaries }: AuthenticCall,
  known: Pick<ReadyCall, 'id' | 'userTag' | 'receivedMs' | 'peer' | 'endsMs' | 'dryRun'>,
  gateway: Gateway,
  forgiven: Leniency[] | undefined,
): Promise<Handled> {
  const { handler, contract } = api
  try {
    const request = await readRequest(api, parameters, gateway, known.receivedMs, forgiven)
    return await handler.run({ ...known, app, signature, boundaries, request, forgiven })
  } catch (error) {
    const isBreach = error instanceof Refusal && error.name === 'invalid-parameter'
    if (contract.invalidAs !== 'answer' || !isBreach || !handler.invalid) throw error
    return { answer: handler.invalid(error), effect: 'none' }
  }
}
