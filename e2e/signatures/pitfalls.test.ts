import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, charity, message, type Sample, tag } from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { beijing, type Method, type Pairs, pairsOf, signatureOf } from '../testing/top-client.ts'

/** The pitfalls of this protocol (reliability.md section 4): one test for each rule, by its number. */

const clock = { nowMs: Math.floor(Date.now() / 1000) * 1000 }
const logged: string[] = []
const LENIENT = { key: '10000009', secret: 'sandbox00000000000000000000000009' }

interface Signing {
  readonly key?: string
  readonly secret?: string
  readonly method?: Method
  /** Sorts, leaves out or changes what is signed. */
  readonly over?: (pairs: Pairs) => Pairs
  /** What is sent beside what was signed. */
  readonly more?: Pairs
}

function unsigned(sample: Sample, { key = APP_KEY, method = 'hmac-sha256' }: Signing = {}): Pairs {
  const { open, own } = pairsOf(sample, { key, signMethod: method, nowMs: clock.nowMs })
  return [...open, ...own]
}

function signed(pairs: Pairs, signing: Signing = {}): Pairs {
  const { secret = APP_SECRET, method = 'hmac-sha256', over = (all: Pairs) => all } = signing
  return [...pairs, ['sign', signatureOf(over(pairs), secret, method)], ...(signing.more ?? [])]
}

eachSandbox(
  'a signature',
  (server) => {
    async function send(body: string, type = 'application/x-www-form-urlencoded'): Promise<string> {
      const url = `${server().url}/router/rest`
      const headers = { 'Content-Type': type }
      return (await fetch(url, { method: 'POST', body, headers })).text()
    }
    const post = (pairs: Pairs) => send(formOf(pairs))
    const call = async (sample: Sample, signing?: Signing) =>
      told(await post(signed(unsigned(sample, signing), signing)))

    it('S1: stands for one reading of its text, whichever comes first', async () => {
      const pairs = unsigned({ ...tag, params: { ...tag.params, partner_id: 'xyz' } })
      const first = signed(pairs)
      expect(told(await post(first))).toBe('success')
      const moved = first.map(([name, value]): [string, string] =>
        name === 'partner_id' ? ['partner_idx', value.slice(1)] : [name, value],
      )
      expect(told(await post(moved))).toBe('25 isv.request-replay-error')
    })

    it('S2: fits with and without empty parameters, which mean nothing', async () => {
      const sample = { ...tag, params: { ...tag.params, open_id: '', isv_user_id: 'u-2' } }
      const filled = (pairs: Pairs) => pairs.filter(([, value]) => value !== '')
      expect(await call(sample)).toBe('success')
      expect(await call(sample, { over: filled })).toBe('success')
      expect(await call({ ...tag, params: { open_id: '' } }, { over: filled })).not.toBe('success')
    })

    it('S3: covers values that begin with @, and no file comes beside it', async () => {
      const sample = { method: 'taobao.time.get', params: { x: '@file' } }
      const skips = (pairs: Pairs) => pairs.filter(([, value]) => !value.startsWith('@'))
      expect(await call(sample, LENIENT)).toBe('success')
      expect(await call(sample, { ...LENIENT, over: skips })).toBe('25')
      const parts = signed(unsigned(sample, LENIENT), LENIENT).map(
        ([name, value]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      const file = '--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nx\r\n'
      const type = 'multipart/form-data; boundary=b'
      expect(told(await send(`${parts.join('')}--b--`, type))).toBe('success')
      expect(told(await send(`${parts.join('')}${file}--b--`, type))).toBe('43')
    })

    it('S4: has the secret at both ends of md5, and an app may demand more than md5', async () => {
      const pairs = unsigned(charity('S4_1'), { method: 'md5' })
      const base = [...pairs]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat()
        .join('')
      const oneSided = createHash('md5')
        .update(APP_SECRET + base)
        .digest('hex')
      expect(told(await post([...pairs, ['sign', oneSided]]))).toBe('25')
      expect(await call(charity('S4_1'), { method: 'md5' })).toBe('success')
      const strict = { key: '10000007', secret: 'sandbox00000000000000000000000007' }
      expect(await call(charity('S4_2'), { ...strict, method: 'md5' })).toBe('53')
      expect(await call(charity('S4_2'), strict)).toBe('success')
    })

    it('S5: of a request dated ahead is remembered for as long as its time is valid', async () => {
      clock.nowMs += 1_000
      const ahead = beijing(clock.nowMs + 540_000)
      const pairs = unsigned(message).map(([name, value]): [string, string] => [
        name,
        name === 'timestamp' ? ahead : value,
      ])
      const first = await post(signed(pairs))
      expect(told(first)).toBe('success')
      clock.nowMs += 1_080_000
      expect(withoutId(await post(signed(pairs)))).toBe(withoutId(first))
      clock.nowMs += 61_000
      expect(told(await post(signed(pairs)))).toBe('31')
    })

    it('S6: that comes twice within its second is one call with one answer', async () => {
      clock.nowMs += 1_000
      const pairs = signed(unsigned(message))
      const [first, again] = [await post(pairs), await post(pairs)]
      expect(told(first)).toBe('success')
      expect(withoutId(again)).toBe(withoutId(first))
      clock.nowMs += 1_000
      expect(withoutId(await post(signed(unsigned(message))))).not.toBe(withoutId(first))
    })

    it('S7: covers each name once, decoded once; a semicolon is data', async () => {
      const sample = { ...tag, params: { ...tag.params, isv_user_id: 'u-7' } }
      const pairs = unsigned(sample)
      expect(await call(sample, { more: [['biz_code', 'BIZ_B']] })).toBe('43')
      expect(await call(sample, { more: [['biz_code', 'BIZ_A']] })).toBe('43')
      const form = formOf(signed(pairs))
      expect(told(await send(form.replace('biz_code=', 'biz%5Fcode=')))).toBe('success')
      expect(told(await send(form.replace('biz_code=', 'biz%255Fcode=')))).toBe('43')
      const data = { method: 'taobao.time.get', params: { x: '1;y=2' } }
      expect(await call(data, LENIENT)).toBe('success')
    })

    it('S8: is over bytes: bad ones are refused, and equal looks are not equal', async () => {
      const sample = { method: 'taobao.time.get', params: { x: 'caf\u00e9' } }
      const decomposed = (pairs: Pairs) =>
        pairs.map(([name, value]) => [name, value.normalize('NFD')] as const)
      expect(await call(sample, LENIENT)).toBe('success')
      expect(await call(sample, { ...LENIENT, over: decomposed })).toBe('25')
      const form = formOf(signed(unsigned(sample, LENIENT), LENIENT))
      expect(told(await send(form.replace('%C3%A9', '%FF%FE')))).toBe('47')
    })

    it('S9: takes names in the order of their bytes', async () => {
      const params = { Zed: '5', A: '7', foo_bar: '3', foobar: '4', a1: '6' }
      const sample = { method: 'taobao.time.get', params }
      expect(await call(sample, LENIENT)).toBe('success')
      const pairs = unsigned(sample, LENIENT)
      const locale = [...pairs].sort(([a], [b]) => a.localeCompare(b, 'en'))
      const base = LENIENT.secret + locale.flat().join('') + LENIENT.secret
      const md5 = createHash('md5').update(base.replace('hmac-sha256', 'md5')).digest('hex')
      const renamed = unsigned(sample, { ...LENIENT, method: 'md5' })
      expect(told(await post([...renamed, ['sign', md5]]))).toBe('25')
    })

    it('S10: has the digits of its method, in either case', async () => {
      const pairs = unsigned(charity('S10_1'))
      const [md5, sha256] = (['md5', 'hmac-sha256'] as const).map((method) =>
        signatureOf(pairs, APP_SECRET, method),
      )
      expect(told(await post([...pairs, ['sign', md5 ?? '']]))).toBe('25')
      expect(told(await post([...pairs, ['sign', (sha256 ?? '').slice(0, 32)]]))).toBe('25')
      expect(told(await post([...pairs, ['sign', (sha256 ?? '').toLowerCase()]]))).toBe('success')
    })

    it('S12: is made with either secret while they change', async () => {
      const key = '10000008'
      for (const secret of [
        'sandbox00000000000000000000000008',
        'sandbox0000000000000000000000008a',
      ]) {
        expect(await call(charity(`S12_${secret.slice(-2)}`), { key, secret })).toBe('success')
      }
      expect(
        await call(charity('S12_3'), { key, secret: 'sandbox000000000000000000000000ff' }),
      ).toBe('25')
    })

    it('S14: of a GET stands in no log, nor does its session', async () => {
      const pairs = signed(unsigned({ method: 'taobao.time.get', params: {} }, LENIENT), LENIENT)
      const session = '6200sandbox0000000000000000000000000000000000000000000009'
      const query = formOf([...pairs, ['session', session]])
      await (await fetch(`${server().url}/router/rest?${query}`)).text()
      expect(logged).not.toEqual([])
      const sign = pairs.find(([name]) => name === 'sign')?.[1] ?? ''
      expect(logged.filter((line) => line.includes(session) || line.includes(sign))).toEqual([])
      const page = await fetch(`${server().url}/`)
      await page.text()
      // To no other site; a form of our own has to say where it comes from.
      expect(page.headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/)
    })

    describe('S15: goes with a time in Beijing, or in milliseconds, and in no other form', () => {
      const at = (timestamp: string) => {
        const sample = { method: 'taobao.time.get', params: {} }
        return signed(
          unsigned(sample).map(([name, value]) => [name, name === 'timestamp' ? timestamp : value]),
        )
      }

      it('takes both', async () => {
        expect(told(await post(at(beijing(clock.nowMs))))).toBe('success')
        expect(told(await post(at(String(clock.nowMs))))).toBe('success')
      })

      it('refuses seconds, another zone and ISO 8601', async () => {
        const { nowMs } = clock
        for (const timestamp of [
          String(Math.floor(nowMs / 1000)),
          beijing(nowMs - 8 * 3_600_000),
          new Date(nowMs).toISOString(),
        ]) {
          expect(told(await post(at(timestamp)))).toBe('31')
        }
      })
    })
  },
  {
    nowMs: () => clock.nowMs,
    log: {
      call: (entry) => logged.push(JSON.stringify(entry, (_, value) => textOf(value))),
      report: (...said) => logged.push(JSON.stringify(said, (_, value) => textOf(value))),
      fatal: (said) => logged.push(said),
    },
    adaptPorts: (ports) => ({
      ...ports,
      load: { level: 'green', isClosed: false, admits: () => true },
    }),
  },
)

function formOf(pairs: Pairs): string {
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}

function textOf(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** `success`, or code and sub_code of the error, or that the API declined. */
function told(body: string): string {
  const code = /"error_response":\{"code":(\d+)|<error_response><code>(\d+)/.exec(body)
  if (code !== null) {
    const subCode = /"sub_code":"([^"]+)"|<sub_code>([^<]+)/.exec(body)
    const found = [code[1] ?? code[2], subCode?.[1] ?? subCode?.[2]].filter(Boolean)
    return found.join(' ')
  }
  return /success":"?true|"time_get_response"/.test(body) ? 'success' : 'declined'
}

function withoutId(body: string): string {
  return body.replace(/"request_id":"\w+"/, '')
}
