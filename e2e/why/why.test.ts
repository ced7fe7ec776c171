import { describe, expect, it } from 'vitest'
import { APP_SECRET, behaviour, charity, message, statistics, tag } from '../testing/samples.ts'
import { eachSandbox, sandboxDuring } from '../testing/start-server.ts'
import { callWhole } from '../testing/top-client.ts'
import { whyOf, whyTextOf } from './cli-why.ts'
import { runShell } from './run-shell.ts'
import { having, sendChanged } from './sender.ts'

const idIn = (body: string) => /"request_id":"([^"]+)"/.exec(body)?.[1] ?? ''

const page = async (url: string, path: string) => {
  const response = await fetch(url + path, { redirect: 'manual' })
  return { status: response.status, body: await response.text(), headers: response.headers }
}

eachSandbox('why a call was refused', (server) => {
  it('is told by the command line and by its page: what came in, the checks, the repair', async () => {
    const { url } = server()
    const wrong = await sendChanged(url, charity('WHY_1'), { secret: 'wrong' })
    expect(wrong).toMatchObject({ code: 25, retry: 'never' })

    const why = await whyOf(server(), wrong.requestId)
    expect(why).toMatchObject({
      request_id: wrong.requestId,
      outcome: 'refused',
      error: 'invalid-signature',
      refused_by: 'signature',
      passed: ['source', 'read', 'method', 'format', 'app', 'time'],
    })
    expect(why.evidence?.sub_msg).toBe(wrong.subMsg)
    expect(why.string_to_sign).toContain('"event_id":"WHY_1"')
    expect(why.string_to_sign).toMatch(/^app_key10000001channel_user_action_dto\{.*v2\.0$/)

    const shown = await page(url, `/why/${wrong.requestId}?lang=en`)
    expect(shown.status).toBe(200)
    for (const part of [
      'WHY_1',
      'refused here',
      'TOP_APP_SECRET',
      'Invalid signature',
      '<a href="/docs/guides/signing?lang=en">Signing</a>',
    ]) {
      expect(shown.body).toContain(part)
    }
    const text = await whyTextOf(server(), wrong.requestId)
    expect(text).toMatch(/refused\s+the signature fits all parameters/)
    expect(text).toContain('None of the known mistakes')
  })

  it('leads to a repaired call that succeeds', async () => {
    const { url } = server()
    const wrong = await sendChanged(url, charity('WHY_2'), {
      draft: having('format', 'JSON'),
      sent: having('sign', 'nonsense'),
    })
    expect(wrong.code).toBe(23)
    expect(wrong.subMsg).toMatch(/应写成 json/)
    const { repaired } = await whyOf(server(), wrong.requestId)
    const printed = await runShell(repaired?.curl ?? '', { TOP_APP_SECRET: APP_SECRET })
    expect(JSON.parse(printed)).toMatchObject({
      alibaba_charity_useraction_sync_response: { result: { data: { event_id: 'WHY_2' } } },
    })
  })

  it.each([
    ['charity_action', charity('WHY_ROW'), { channel: 'CH_A', event_id: 'WHY_ROW' }],
    ['insurance_behavior', behaviour, { flow_id: '1800001886002007960' }],
    ['house_report', statistics, { partner: 'HOUSE_A', row_count: 1 }],
    ['retail_tag_event', tag, { biz_code: 'BIZ_A' }],
    ['followup_message', message, { session_id: '78bfcced948a65d29c5c77f1cd3367a2' }],
  ] as const)('leads from a request id to its row in %s', async (table, sample, parts) => {
    const first = await callWhole(server().url, sample)
    const again = await callWhole(server().url, sample, { nowMs: Date.now() - 5_000 })
    const { stored, outcome } = await whyOf(server(), idIn(first.body))
    expect(outcome).toBe('success')
    expect(stored).toMatchObject({ table, ...parts })
    if (table === 'followup_message' || table === 'retail_tag_event') return
    // The business key answered: what is stored belongs to the first call.
    expect((await whyOf(server(), idIn(again.body))).stored).toBeNull()
  })

  it('is nothing for a call that succeeded, and an error for one that nobody made', async () => {
    const { body } = await callWhole(server().url, charity('WHY_3'))
    const requestId = idIn(body)
    expect(await whyOf(server(), requestId)).toMatchObject({
      outcome: 'success',
      advice: null,
      evidence: null,
      refused_by: null,
    })
    expect((await page(server().url, '/why/0000000000000')).status).toBe(404)
    expect((await page(server().url, '/why/no-such-id')).status).toBe(404)
    const form = await page(server().url, `/why?id=${requestId.toUpperCase()}&lang=en`)
    expect(form.status).toBe(303)
    expect(form.headers.get('Location')).toBe(`/why/${requestId}?lang=en`)
  })
})

describe('a dry run', () => {
  const server = sandboxDuring()
  const dryRun = { headers: { 'X-Topgate-Dry-Run': '1' } }
  const events = async (id: string) => {
    const again = await sendChanged(server().url, charity(id, { activity_id: 12346 }), dryRun)
    return again.body
  }

  it('answers as the call would and stores nothing', async () => {
    const rehearsed = await sendChanged(server().url, charity('DRY_1'), dryRun)
    expect(rehearsed.headers.get('X-Topgate-Dry-Run')).toBe('1')
    expect(rehearsed.body).toContain('"success":true')
    expect(await whyOf(server(), rehearsed.requestId)).toMatchObject({
      outcome: 'success',
      call: { dry_run: 1 },
    })
    // Had it been stored, other content under this id would be a conflict.
    expect(await events('DRY_1')).not.toContain('409')
    const real = await sendChanged(server().url, charity('DRY_1'))
    expect(real.headers.get('X-Topgate-Dry-Run')).toBeNull()
    expect(real.body).toContain('"success":true')
    expect(await events('DRY_1')).toContain('409')
  })

  it('takes no signature: the very same request may follow in earnest', async () => {
    const first = charity('DRY_2')
    const fixed = having('timestamp', beijingNow())
    await sendChanged(server().url, first, { ...dryRun, draft: fixed })
    const real = await sendChanged(server().url, first, { draft: fixed })
    expect(real.body).toContain('"success":true')
  })

  it('is refused like the call, and explained', async () => {
    const refused = await sendChanged(server().url, charity('DRY_3', { charity_timestamp: 'x' }), {
      ...dryRun,
    })
    expect(refused).toMatchObject({ code: 50, subCode: 'isv.invalid-parameter' })
    expect(refused.headers.get('X-Topgate-Dry-Run')).toBe('1')
  })

  it.each(['true', 'yes', ''])('is not guessed from %j', async (value) => {
    const refused = await sendChanged(server().url, charity('DRY_4'), {
      headers: { 'X-Topgate-Dry-Run': value },
    })
    expect(refused).toMatchObject({ code: 43 })
    expect(await events('DRY_4')).not.toContain('409')
  })
})

function beijingNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
