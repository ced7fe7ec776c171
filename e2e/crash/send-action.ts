import { createHmac } from 'node:crypto'
import { type Agent, request } from 'node:http'
import type { Content } from './content.ts'
import type { Answer } from './history.ts'

const APP_KEY = '10000001'
const APP_SECRET = 'sandbox00000000000000000000000001'
const METHOD = 'alibaba.charity.useraction.sync'
const TIMEOUT_MS = 5_000
const BEIJING_OFFSET_MS = 8 * 60 * 60_000

/** Sends one signed call and says what its caller may conclude. Never rejects. */
export async function sendAction(
  url: string,
  agent: Agent,
  eventId: string,
  content: Content,
): Promise<Answer> {
  try {
    return answerOf(await post(url, agent, signedForm(eventId, content)))
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) }
  }
}

function signedForm(eventId: string, content: Content): string {
  const parameters: Record<string, string> = {
    app_key: APP_KEY,
    channel_user_action_dto: JSON.stringify({ ...content, event_id: eventId }),
    format: 'json',
    method: METHOD,
    sign_method: 'hmac-sha256',
    timestamp: beijingNow(),
    v: '2.0',
  }
  const base = Object.keys(parameters)
    .sort()
    .map((name) => name + parameters[name])
    .join('')
  const sign = createHmac('sha256', APP_SECRET).update(base).digest('hex').toUpperCase()
  return new URLSearchParams({ ...parameters, sign }).toString()
}

function beijingNow(): string {
  const iso = new Date(Date.now() + BEIJING_OFFSET_MS).toISOString()
  return iso.slice(0, 'yyyy-MM-dd HH:mm:ss'.length).replace('T', ' ')
}

function post(url: string, agent: Agent, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
    }
    const call = request(`${url}/router/rest`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        if (response.complete && response.statusCode === 200) resolve(text)
        else reject(new Error(`HTTP ${response.statusCode}`))
      })
      response.on('error', reject)
    })
    const timer = setTimeout(() => call.destroy(new Error('timeout')), TIMEOUT_MS)
    call.on('error', reject)
    call.on('close', () => {
      clearTimeout(timer)
      reject(new Error('closed'))
    })
    call.end(body)
  })
}

/** Codes of the platform that say nothing about the call itself: limits and our own side. */
const retryableCodes = [7, 10, 15]

function answerOf(text: string): Answer {
  const body = JSON.parse(text)
  const error = body.error_response
  if (error !== undefined) {
    const why = `${error.code} ${error.sub_code ?? ''}`
    const isRetryable =
      retryableCodes.includes(error.code) || String(error.sub_code).startsWith('isp.')
    return isRetryable ? { kind: 'unknown', why } : { kind: 'final', code: why }
  }
  const { success, code, msg, data } = body.alibaba_charity_useraction_sync_response.result
  if (success === true) {
    return {
      kind: 'success',
      msg,
      code,
      event_id: data.event_id,
      charity_hours: data.charity_hours,
    }
  }
  return code === 409 ? { kind: 'conflict' } : { kind: 'final', code: String(code) }
}
