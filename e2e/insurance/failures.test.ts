import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresUrls } from '@topgate/storage/testing'
import { describe, expect, it } from 'vitest'
import { behaviour, type Sample } from '../testing/samples.ts'
import { eachSandbox, startSandbox, type TestServer } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { failingWhile } from './failing-while.ts'
import { flowsOf, stepsIn } from './open-store.ts'

const FOREIGN_FLOW = 1800001886002007999n
const UNKNOWN_FLOW = 1800001886002007000n

/** Members as JSON text; undefined leaves one out. */
function step(members: Readonly<Record<string, string | undefined>>): Sample {
  const given = {
    inst_product_id: '"CU95"',
    behavior_type: '"START_UNDERWRITING"',
    behavior_time: '"2022-02-23 18:46:04"',
    ...members,
  }
  const texts = Object.entries(given).flatMap(([name, json]) =>
    json === undefined ? [] : [`"${name}":${json}`],
  )
  return { method: behaviour.method, params: { param0: `{${texts.join(',')}}` } }
}

const withoutId = (body: string) => body.replace(/"request_id":"\w+"/, '')
const invalid = '"code":50,"msg":"Remote service error","sub_code":"isv.invalid-parameter"'

eachSandbox('each failure of the insurance API', (server) => {
  it.each<[string, Sample, string | RegExp]>([
    ['no inst_product_id', step({ inst_product_id: undefined }), '"code":40,'],
    ['no behavior_type', step({ behavior_type: undefined }), '"code":40,'],
    ['no behavior_time', step({ behavior_time: undefined }), '"code":40,'],
    ['flow_id abc', step({ flow_id: '"abc"' }), '"code":41,'],
    ['flow_id 1.5', step({ flow_id: '1.5' }), '"code":41,'],
    ['flow_id "1.5"', step({ flow_id: '"1.5"' }), '"code":41,'],
    ['flow_id above 64 bits', step({ flow_id: '9223372036854775808' }), '"code":41,'],
    ['flow_id 0', step({ flow_id: '0' }), invalid],
    ['flow_id negative', step({ flow_id: '-1' }), invalid],
    ['30 February', step({ behavior_time: '"2022-02-30 10:00:00"' }), invalid],
    ['slashes', step({ behavior_time: '"2022/02/23"' }), invalid],
    ['ISO with T', step({ behavior_time: '"2022-02-23T18:46:04"' }), invalid],
    ['no param0', { method: behaviour.method, params: {} }, invalid],
    ['an empty param0', { method: behaviour.method, params: { param0: '' } }, invalid],
    [
      'an unknown product',
      step({ inst_product_id: '"NOPE1"' }),
      '"result_status":"FAIL","data":false,"result_code":"PRODUCT_NOT_FOUND"',
    ],
    [
      'a product of another insurer',
      step({ inst_product_id: '"PB01"' }),
      '"result_status":"FAIL","data":false,"result_code":"PRODUCT_NOT_FOUND"',
    ],
  ])('%s gets its answer, and nothing is recorded', async (_what, sample, expected) => {
    const before = await stepsIn(server())
    expect(await call(server().url, sample)).toContain(expected)
    expect(await stepsIn(server())).toBe(before)
  })

  it('answers a foreign flow and an unknown one alike, and joins neither', async () => {
    const foreign = await call(server().url, step({ flow_id: String(FOREIGN_FLOW) }))
    const unknown = await call(server().url, step({ flow_id: String(UNKNOWN_FLOW) }))
    expect(unknown).toContain('"result_status":"SUCCESS"')
    expect(withoutId(foreign)).toBe(withoutId(unknown))
    expect(await flowsOf(server(), FOREIGN_FLOW)).toMatchObject([
      { insurer: 'INS_B', origin: 'ISSUED', timeline: [] },
      { insurer: 'INS_A', origin: 'FOREIGN', flags: ['ORPHAN_FLOW', 'FOREIGN_FLOW'] },
    ])
    expect(await flowsOf(server(), UNKNOWN_FLOW)).toMatchObject([
      { insurer: 'INS_A', origin: 'UNKNOWN', flags: ['ORPHAN_FLOW'] },
    ])
  })

  it('answers a repeat as the first time, and records it once', async () => {
    const before = await stepsIn(server())
    const bodies = [await call(server().url, behaviour), await call(server().url, behaviour)]
    expect(bodies[0]).toContain('"result_status":"SUCCESS","data":true')
    expect(bodies.map(withoutId)).toEqual([0, 0].map(() => withoutId(bodies[0] ?? '')))
    expect(await stepsIn(server())).toBe(before + 1)
  })
})

describe('a store that is down', () => {
  async function expectOutage(server: TestServer, down: (isDown: boolean) => void): Promise<void> {
    down(true)
    const body = await call(server.url, behaviour)
    expect(body).toMatch(/^\{"error_response":\{"code":50,"msg":"[^"]*","sub_code":"isp\./)
    expect(await stepsIn(server)).toBe(0)
    down(false)
    expect(await call(server.url, behaviour)).toContain('"result_status":"SUCCESS"')
    expect(await stepsIn(server)).toBe(1)
  }

  it('is told as isp.* on SQLite, and the same call succeeds later', async () => {
    const writerThread = new URL('./failing-writer.ts', import.meta.url)
    const server = await startSandbox(undefined, { writerThread })
    const mark = join(server.dataDir, 'topgate.db.down')
    await expectOutage(server, (isDown) => (isDown ? writeFileSync(mark, '') : rmSync(mark)))
    await server.stop()
  })

  describe('on PostgreSQL', () => {
    const urlOf = postgresUrls()

    it('is told as isp.*, and the same call succeeds later', async () => {
      let isDown = false
      const server = await startSandbox(await urlOf('down'), {
        adapt: (db) => failingWhile(db, () => isDown),
      })
      await expectOutage(server, (down) => {
        isDown = down
      })
      await server.stop()
    })
  })
})
