import { randomBytes } from 'node:crypto'
import { Random } from '../crash/random.ts'
import type { Sample } from '../testing/samples.ts'
import { call } from '../testing/top-client.ts'
import type { Acknowledged, History, Met } from './history.ts'

/** The lenient app of the sandbox: conversations begin with their first message. */
const app = { key: '10000009', secret: 'sandbox00000000000000000000000009' }
const PAGE_SIZES = [1, 3, 10]
const TRIES_MAX = 20
const FAILURES_MAX = 100

export interface ChatOptions {
  readonly seed: number
  /** Any node takes any call. */
  readonly urls: readonly string[]
  readonly conversations: number
  readonly writers: number
  readonly messagesPerWriter: number
  /** Each conversation has a message before the race for it begins. */
  readonly opened?: boolean
}

/** Writers and pollers at once, one poller for each conversation, to the end of each. */
export async function runChats(options: ChatOptions): Promise<History> {
  const { seed, conversations, writers } = options
  const sessions = Array.from({ length: conversations }, () => randomBytes(16).toString('hex'))
  const acknowledged: Acknowledged[] = []
  const note = (message: Acknowledged) => acknowledged.push(message)
  if (options.opened === true) {
    for (const session of sessions) await open(options, session, note)
  }
  let isOver = false
  const polling = sessions.map(async (session, index) => {
    const random = new Random(seed + 1000 + index)
    return [session, await poll(options, random, session, () => isOver)] as const
  })
  const writing = Array.from({ length: writers }, async (_, writer) => {
    const random = new Random(seed + writer)
    await write(options, random, { writer, sessions }, note)
  })
  await Promise.all(writing).finally(() => {
    isOver = true
  })
  return { acknowledged, met: new Map(await Promise.all(polling)) }
}

/** One message after the other, each to any conversation over any node. */
async function write(
  { urls, messagesPerWriter }: ChatOptions,
  random: Random,
  { writer, sessions }: { writer: number; sessions: readonly string[] },
  note: (message: Acknowledged) => void,
): Promise<void> {
  const numbers = new Map<string, number>()
  for (let sent = 0; sent < messagesPerWriter; sent += 1) {
    const session = pick(random, sessions)
    const number = numbers.get(session) ?? 0
    numbers.set(session, number + 1)
    note({ session, writer, number, ...(await say(urls, random, { session, writer, number })) })
  }
}

async function open(
  { seed, urls, writers }: ChatOptions,
  session: string,
  note: (message: Acknowledged) => void,
): Promise<void> {
  const first = { session, writer: writers, number: 0 }
  note({ ...first, ...(await say(urls, new Random(seed), first)) })
}

interface Said {
  readonly id: string
  readonly stamp: number
}

/** Repeats under the same name until there is an answer: a lost answer is no second message. */
async function say(
  urls: readonly string[],
  random: Random,
  { session, writer, number }: Omit<Acknowledged, keyof Said>,
): Promise<Said> {
  const clientMsgId = `${writer}-${number}`
  const request1 = {
    session_id: session,
    rs_type: '2',
    user_id: String(1000 + writer),
    bterm_user_id: '1',
    content: JSON.stringify({ text: clientMsgId, clientMsgId }),
  }
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const model = (await result(pick(random, urls), 'send', request1))?.model
    if (model !== undefined) return { id: model.id, stamp: Number(model.time_stamp) }
  }
  throw new Error(`${clientMsgId} was never answered`)
}

/** The end is an empty page for somebody who waited for more after the writers had ended. */
async function poll(
  { urls }: ChatOptions,
  random: Random,
  session: string,
  isOver: () => boolean,
): Promise<Met[]> {
  const met: Met[] = []
  for (let failures = 0; failures < FAILURES_MAX; ) {
    const isLast = isOver()
    const page = await result(pick(random, urls), 'fetch', {
      session_id: session,
      last_time_stamp: String(met.at(-1)?.stamp ?? 0),
      page_size: pick(random, PAGE_SIZES),
      wait_seconds: isLast ? 1 : pick(random, [0, 1]),
    })
    if (page?.dialog_list === undefined) {
      failures += 1
      continue
    }
    const { model = [] } = page.dialog_list
    for (const { id, time_stamp, dialog_content_v_o } of model) {
      const [writer = '', number = ''] = dialog_content_v_o.text.split('-')
      met.push({ id, stamp: Number(time_stamp), writer: Number(writer), number: Number(number) })
    }
    if (isLast && model.length === 0) return met
  }
  throw new Error(`${session} could not be read`)
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = random.pick(items)
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

interface Result {
  readonly model?: { readonly id: string; readonly time_stamp: string }
  readonly dialog_list?: {
    readonly model?: readonly {
      readonly id: string
      readonly time_stamp: string
      readonly dialog_content_v_o: { readonly text: string }
    }[]
  }
}

/** Undefined: refused, such as by a node that cannot reach its store in time. */
async function result(
  url: string,
  api: 'send' | 'fetch',
  request1: object,
): Promise<Result | undefined> {
  const sample: Sample = {
    method: `alibaba.alihealth.followup.${api}`,
    params: { request1: JSON.stringify(request1) },
  }
  const body = JSON.parse(await call(url, sample, app))
  return body[`alibaba_alihealth_followup_${api}_response`]?.result1
}
