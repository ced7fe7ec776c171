import { type Leniency, Refusal } from '@topgate/contracts'
import {
  type AnswerForm,
  BATCH_ELEMENTS_MAX,
  batchSeparator,
  joinAnswers,
  mergeParameters,
  ParameterCollector,
  type Parameters,
  ProtocolError,
  publicParameters,
  readBatchText,
  readForm,
  splitBatch,
} from '@topgate/protocol'
import { CallRecord, noticeHeaders } from './call-record.ts'
import type { Gateway } from './gateway.ts'
import { refuse, serveAuthentic } from './handle-call.ts'
import type { HttpCall, Reply } from './http-call.ts'
import { contentTypes } from './render-error.ts'
import { admitSource } from './stages/admit.ts'
import { checkTime } from './stages/check-time.ts'
import { findApi } from './stages/find-api.ts'
import { findApp } from './stages/find-app.ts'
import { forgiveRepeats } from './stages/forgive-repeats.ts'
import {
  answerForm,
  checkFormat,
  checkPartner,
  guessForm,
  mediaTypeOf,
  PLAIN_TEXT,
  refusing,
  textOf,
  textOfQuery,
} from './stages/parse-call.ts'
import { readDryRun } from './stages/read-dry-run.ts'
import { type AuthenticCall, elementOf, verifySignature } from './stages/verify-signature.ts'

/** For a whole batch. What has not begun by then is refused, and may be sent again. */
export const BATCH_MS_MAX = 10_000

/**
 * Several calls in one request (top-protocol.md section 8). The query says who calls and is signed
 * with the whole body; behind that each call has a life of its own: it counts, is refused and takes
 * effect alone. They run one after the other, so that each sees what those before it did. What is
 * wrong with the batch itself is told in one error document.
 */
export async function handleBatch(http: HttpCall, gateway: Gateway): Promise<Reply> {
  const record = new CallRecord(http, gateway)
  let form: AnswerForm | undefined
  try {
    admitSource(http.peer, gateway, record.receivedMs)
    record.dryRun = readDryRun(http.headers)
    const envelope = readEnvelope(http)
    record.sent(envelope.parameters)
    form = answerForm(envelope.parameters)
    const call = await authenticate(envelope, gateway, record)
    const batch = readBatch(http, form, call, envelope)
    return await serveElements(batch, gateway, record.receivedMs + BATCH_MS_MAX)
  } catch (error) {
    return refuse(error, form ?? guessForm(http), gateway, record)
  }
}

/** The query and the body, of which nothing is understood before the signature was checked. */
interface Envelope {
  readonly parameters: Parameters
  readonly repeated: readonly string[]
  readonly body: string
  readonly separator: string
}

function readEnvelope({ verb, query, contentType = '', headers, body }: HttpCall): Envelope {
  if (verb !== 'POST') throw new Refusal('http-action-not-allowed')
  return refusing(() => {
    const into = new ParameterCollector()
    readForm(textOfQuery(query), into)
    checkPartner(into.values)
    for (const name of into.values.keys()) {
      if (name === 'method' || !publicParameters.has(name)) {
        throw new ProtocolError('parameter', `in a batch, ${name} belongs into the body`)
      }
    }
    if (mediaTypeOf(contentType) !== PLAIN_TEXT) {
      throw new ProtocolError('parameter', `send the body of a batch as ${PLAIN_TEXT}`)
    }
    const separator = batchSeparator(headers['top-api-separator']?.toString())
    return { parameters: into.values, repeated: into.repeated, body: textOf(body), separator }
  })
}

async function authenticate(
  { parameters, repeated, body }: Envelope,
  gateway: Gateway,
  record: CallRecord,
): Promise<AuthenticCall> {
  if (repeated.length > 0) await forgiveRepeats(repeated, parameters, gateway)
  checkFormat(parameters)
  const app = record.calledBy(await findApp(parameters, gateway), repeated)
  checkTime(parameters, gateway, record.receivedMs)
  const signed = { query: parameters, text: body }
  return record.authentic(verifySignature(parameters, app, gateway, signed))
}

interface Batch {
  readonly http: HttpCall
  readonly form: AnswerForm
  readonly call: AuthenticCall
  readonly repeated: readonly string[]
  readonly shared: Parameters
  readonly elements: readonly string[]
  readonly separator: string
}

function readBatch(
  http: HttpCall,
  form: AnswerForm,
  call: AuthenticCall,
  { repeated, body, separator }: Envelope,
): Batch {
  const { shared, elements } = splitBatch(body, separator)
  if (elements.length > BATCH_ELEMENTS_MAX) {
    throw new Refusal('invalid-argument', {
      argument: 'batch',
      subMsg: `一次批量最多 ${BATCH_ELEMENTS_MAX} 个调用，请分成几次`,
    })
  }
  if (body === '' || elements.length === 0) {
    throw new Refusal('parameter-error', { subMsg: '批量请求体里没有调用' })
  }
  const read = refusing(() => readCalls(shared))
  const parameters = read.values
  return {
    http,
    form,
    call,
    repeated: [...repeated, ...read.repeated],
    shared: mergeParameters(call.parameters, parameters),
    elements,
    separator,
  }
}

/** What a call of a batch may say of itself; who calls, when and in which form is signed once. */
const ownParameters: ReadonlySet<string> = new Set(['method', 'session', 'target_app_key'])

function readCalls(text: string): ParameterCollector {
  const into = new ParameterCollector()
  readBatchText(text, into)
  for (const name of into.values.keys()) {
    if (publicParameters.has(name) && !ownParameters.has(name)) {
      throw new ProtocolError('parameter', `in a batch, ${name} belongs into the query`)
    }
  }
  return into
}

async function serveElements(batch: Batch, gateway: Gateway, endsMs: number): Promise<Reply> {
  const { form, separator, elements } = batch
  const answers: string[] = []
  const forgiven: Leniency[] = []
  for (let index = 0; index < elements.length; index += 1) {
    const record = new CallRecord(
      { ...batch.http, query: elements[index] ?? '', body: empty },
      gateway,
    )
    const reply = await serveElement(batch, index, gateway, record, endsMs)
    answers.push(reply.body)
    forgiven.push(...(record.forgiven ?? []))
  }
  return {
    contentType: contentTypes[form],
    body: joinAnswers(answers, separator, form === 'xml' ? 'xml' : 'json'),
    headers: noticeHeaders(forgiven),
  }
}

const empty = new Uint8Array(0)

async function serveElement(
  { http, form, call, shared, elements, repeated }: Batch,
  index: number,
  gateway: Gateway,
  record: CallRecord,
  endsMs: number,
): Promise<Reply> {
  try {
    record.dryRun = readDryRun(http.headers)
    record.authentic(call)
    record.calledBy(call.app, repeated)
    if (record.receivedMs >= endsMs) throw new Refusal('service-unavailable')
    const read = refusing(() => readCalls(elements[index] ?? ''))
    const parameters = mergeParameters(shared, read.values)
    record.sent(parameters)
    const again = [...repeated, ...read.repeated]
    if (again.length > 0) await forgiveRepeats(again, parameters, gateway)
    record.calledBy(call.app, again)
    const api = record.called(findApi(parameters, gateway))
    const element = elementOf(call, parameters, index)
    return record.close(await serveAuthentic(http, api, element, form, gateway, record, endsMs))
  } catch (error) {
    return refuse(error, form, gateway, record)
  }
}
