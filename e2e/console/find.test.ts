import { describe, expect, it, vi } from 'vitest'
import {
  APP_SECRET,
  behaviour,
  charity,
  message,
  type Sample,
  SESSION,
  statistics,
  tag,
} from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { ConsoleClient } from './console-client.ts'

const WORDS = '今天伤口有点红😟'
const USER_ID = '2201234567890'
const ALIPAY_ID = '2088123412345678'
const PHONE = '13800138000'
const CONVERSATION = '78bfcced948a65d29c5c77f1cd3367a2'
const CLICK_ID =
  'EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA'

const chat: Sample = {
  ...message,
  params: { ...message.params, request1: message.params.request1?.replace('abc', WORDS) ?? '' },
}
const samples = [
  behaviour,
  charity('UNI_9901', {
    tb_user_id: Number(USER_ID),
    third_user_key: undefined,
    feeling: '感言 13900139000',
  }),
  statistics,
  tag,
  chat,
]

/** What no page may hold, however it was reached. */
const personal = [
  WORDS,
  USER_ID,
  ALIPAY_ID,
  PHONE,
  CLICK_ID,
  '13900139000',
  '153315451244705',
  '2034131106552037',
  '5394977607673890',
  '9eae09db243df99bd67af033decfd257',
  SESSION,
  APP_SECRET,
]

/** What is typed, where it leads, and what the page there tells. */
const things: readonly { typed: string; address: RegExp; tells: readonly string[] }[] = [
  {
    typed: '1800001886002007960',
    address: /^\/console\/flows\/1800001886002007960$/,
    tells: ['CU95', '优矩', '开始核保'],
  },
  {
    typed: 'UNI_9901',
    address: /^\/console\/events\/UNI_9901$/,
    tells: ['0.1', '2019-08-08 12:00:00'],
  },
  {
    typed: '3/64',
    address: /^\/console\/subjects\/3%2F64$/,
    tells: ['2022-04-02', 'totalNSend', '222333444555666777'],
  },
  { typed: ALIPAY_ID, address: /^\/console\/users\/[\w-]{22}$/, tells: ['t*********3', 'BIZ_A'] },
  { typed: PHONE, address: /^\/console\/users\/[\w-]{22}$/, tells: ['t*********3'] },
  { typed: CONVERSATION, address: /^\/console\/chats\/78bf/, tells: ['已隐藏', '1533****4705'] },
]

eachSandbox('the console', (server) => {
  let client: ConsoleClient

  it('lets in who sets the password', async () => {
    for (const sample of samples) await call(server().url, sample)
    client = new ConsoleClient(server())
    expect(await client.setUp()).toMatchObject({ status: 303 })
  })

  describe('finds', () => {
    it.each(things)('$typed', async ({ typed, address, tells }) => {
      const { status, location } = await client.submit('/console/find', { id: typed })
      expect([status, location]).toEqual([303, expect.stringMatching(address)])
      for (const language of ['', '?lang=en']) {
        const { status: shown, body } = await client.get(`${location}${language}`)
        expect(shown).toBe(200)
        for (const text of tells) expect(language !== '' || body.includes(text)).toBe(true)
        for (const text of personal) expect(body).not.toContain(text)
      }
    })

    it('a user id under every name that it goes by, without printing it', async () => {
      const { status, body } = await client.submit('/console/find', { id: USER_ID })
      expect(status).toBe(200)
      expect(body).toMatch(/href="\/console\/accounts\/u%3A[\w-]{22}"/)
      expect(body).toMatch(/href="\/console\/users\/[\w-]{22}"/)
      // Below the results stand examples, which are people of the sandbox.
      const [results = ''] = body.split('<h2>')
      for (const text of personal) expect(results).not.toContain(text)
    })

    it('a call by its request_id, and what it was', async () => {
      let ids: string[] = []
      // The journal is stored every quarter of a second.
      await vi.waitFor(async () => {
        const { body } = await client.get('/console')
        ids = [...body.matchAll(/id="call-([0-9a-z]{13})"/g)].map(([, id]) => id ?? '')
        expect(ids).toHaveLength(samples.length)
      }, 10_000)
      for (const id of ids) {
        const { location } = await client.submit('/console/find', { id })
        expect(location).toBe(`/console/calls/${id}`)
        expect((await client.get(location ?? '')).body).toContain('10000001')
      }
    })

    it('nothing, and does not repeat what was typed', async () => {
      for (const id of ['13900000000', 'no such thing', `' OR 1=1 --`, '\0', '']) {
        const { status, body } = await client.submit('/console/find', { id })
        expect(status).toBe(404)
        expect(body).toContain('没有找到')
        if (id.length > 3) expect(body).not.toContain(id)
      }
    })
  })

  it('shows the words of a chat for a reason alone, and the audit says who and why', async () => {
    const path = `/console/chats/${CONVERSATION}`
    const reason = '投诉 T-1 核对'
    const shown = await client.submit(path, { reason })
    expect(shown).toMatchObject({ status: 200 })
    expect(shown.body).toContain(WORDS)
    expect((await client.get(path)).body).not.toContain(WORDS)
    const { body } = await client.get('/console/audit')
    expect(body).toContain(`chats/${CONVERSATION}`)
    expect(body).toContain(reason)
  })

  it('lists calls by app, API and failure', async () => {
    await call(server().url, charity('UNI_9901', { activity_id: 99999 }))
    const rows = async (query: string) => {
      const { body } = await client.get(`/console?${query}`)
      return [...body.matchAll(/id="call-[0-9a-z]{13}"/g)].length
    }
    await expect.poll(() => rows('')).toBe(samples.length + 1)
    expect(await rows('api=alibaba.charity.useraction.sync')).toBe(2)
    expect(await rows('api=alibaba.charity.useraction.sync&failed=1')).toBe(1)
    expect(await rows('app=10000002')).toBe(0)
    const api = await client.get('/console/apis/alibaba.charity.useraction.sync')
    expect(api.body).toMatch(/合计<\/th>(<td class="is-number"[^>]*>2<\/td>){3}/)
  })
})
