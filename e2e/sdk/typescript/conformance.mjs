// The conformance program of the TypeScript SDK: conformance.mjs VECTORS_DIR SERVER_URL, run where
// topgate-sdk is installed with strange.call in it. What it prints is told in testing/scenarios.ts.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { signParameters, TopClient, TopError } from 'topgate-sdk'

const [vectorsDir, serverUrl] = process.argv.slice(2)
const read = (file) => JSON.parse(readFileSync(join(vectorsDir, `${file}.json`), 'utf8'))
const print = (scenario, result) => console.log(JSON.stringify({ scenario, result }))

const session = 'strange-session-0123456789'
const feeling = 'a+b&c=d %25 “中文”\n第二行\t😀 \\ " / <x>'
const strange = {
  class: 'reserved',
  '2fa': 'digit',
  a_b: '1',
  'a-b': '2',
  aB: '3',
  numbers: [1n, -9223372036854775808n],
  tags: ['a', '中文'],
  when: new Date('2024-02-29T23:59:59+08:00'),
  price: '0.10',
  flag: true,
  small: 7,
  payload: '{"a":1}',
  anything: { b: [1, null] },
  rows: [
    {
      id: 9223372036854775807n,
      when: '2024-02-29 23:59:59',
      tags: ['a', 'b'],
      inner: { class: 'x' },
    },
    { id: 2, inner: { class: 'y' } },
  ],
}

const picture = { name: 'a.png', data: Buffer.from('89504e470d0a00ff2d2d', 'hex') }
const calls = {
  charity: (client) =>
    client.execute('alibaba.charity.useraction.sync', {
      channel_user_action_dto: {
        activity_id: 12345n,
        event_id: 'UNI_9901',
        fore_reg_activity: false,
        feeling,
        charity_timestamp: '2019-08-08 12:00:00',
        third_user_key: '123',
      },
    }),
  insurance: (client) =>
    client.execute('alibaba.alihealth.insurance.inst.user.behavior.sync', {
      param0: {
        advertise_org_url: 'https://ihealth.example.com/a?b=1&c=优矩-抖音',
        inst_product_id: 'CU95',
        behavior_type: 'START_UNDERWRITING',
        flow_id: 1800001886002007960n,
        behavior_time: '2022-02-23 18:46:04',
      },
    }),
  house: (client) =>
    client.execute(
      'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
      { req: { type: 1, data: '[{"id":64,"statisticsDate":"2022-04-02"}]' } },
      { session },
    ),
  tag: (client) =>
    client.execute('taobao.retail.user.tag.mobile.add', {
      biz_code: 'STRANGE',
      alipay_user_id: '2088000000000001',
      ext_param: '{"mobile":"13800138000"}',
    }),
  fetch: (client) =>
    client.execute('alibaba.alihealth.followup.fetch', {
      request1: { session_id: '78bfcced948a65d29c5c77f1cd3367a2' },
    }),
  time: (client) => client.execute('taobao.time.get'),
  strange: (client) => client.execute('strange.call', strange),
  'strange-file': (client) => client.execute('strange.call', { ...strange, picture }),
}

const fieldsOf = {
  charity: ({ result }) => ({ ...scalars(result), ...scalars(result?.data) }),
  insurance: scalars,
  house: ({ result }) => scalars(result),
  tag: ({ result, module, error_infos }) => ({
    ...scalars({ result, ...module }),
    errors: error_infos?.map(({ outer_error_code }) => outer_error_code).join(','),
  }),
  fetch: ({ result1 }) => ({
    success: text(result1?.success),
    msg_code: result1?.msg_code,
    messages: result1?.dialog_list
      ?.map(({ id, time_stamp, rs_type }) => [id, time_stamp, rs_type].join(':'))
      .join(','),
  }),
  time: ({ time }) => ({ time: text(time) }),
  strange: (data) => ({
    ...scalars(data),
    numbers: data.numbers?.join(','),
    names: data.names?.join(','),
    rows: data.rows?.map(({ id, inner }) => `${id}:${inner?.class}`).join(','),
    anything: JSON.stringify(data.anything),
  }),
}
fieldsOf['strange-file'] = fieldsOf.strange

function scalars(data = {}) {
  const isScalar = (value) => typeof value !== 'object' || value instanceof Date
  const members = Object.entries(data).filter(([, value]) => isScalar(value))
  return Object.fromEntries(members.map(([name, value]) => [name, text(value)]))
}

function text(value) {
  if (value === undefined) return undefined
  if (!(value instanceof Date)) return String(value)
  const beijing = new Date(value.getTime() + 8 * 3_600_000)
  return beijing.toISOString().slice(0, 19).replace('T', ' ')
}

function clientOf(scenario, url) {
  const { times: _times, format: _format, ...options } = scenario.options ?? {}
  return new TopClient({
    url: scenario.gateway ?? url,
    appKey: '12345678',
    secret: 'strange-密钥-9f3c',
    log: (event) => console.error(JSON.stringify(event)),
    ...options,
  })
}

async function resultOf(scenario, url) {
  if (scenario.needs === 'xml') return { outcome: 'not-offered' }
  const client = clientOf(scenario, url)
  try {
    let answer
    for (let time = 0; time < (scenario.options?.times ?? 1); time += 1) {
      answer = await calls[scenario.call](client)
    }
    return answered(scenario.call, answer)
  } catch (error) {
    if (!(error instanceof TopError)) throw error
    console.error(error)
    return failed(error)
  } finally {
    client.close()
  }
}

function answered(call, answer) {
  const unknown = Object.keys(answer.unknown)
    .filter((path) => !path.includes('.') || (call === 'charity' && path.split('.').length === 2))
    .sort()
    .join(',')
  return {
    outcome: answer.success ? 'success' : 'declined',
    ...(answer.success ? {} : declined(answer.decline)),
    request_id: answer.requestId,
    fields: fieldsOf[call](answer.data),
    ...(unknown === '' ? {} : { unknown }),
  }
}

function declined({ code, retry, remedy }) {
  return { code, retry, remedy: String(remedy !== undefined) }
}

function failed(error) {
  switch (error.kind) {
    case 'refused':
      return {
        outcome: 'refused',
        code: error.code,
        msg: error.msg,
        sub_code: error.subCode,
        sub_msg: error.subMsg,
        request_id: error.requestId,
        retry: error.retry,
        retry_after: text(error.retryAfterS),
        remedy: String(error.remedy !== undefined),
      }
    case 'nonsense':
      return {
        outcome: 'nonsense',
        status: String(error.status),
        may_have_run: String(error.mayHaveRun),
        ...(error.message.includes('/router/rest') && { asks_address: 'true' }),
      }
    default:
      return {
        outcome: error.kind,
        reason: error.reason,
        may_have_run: String(error.mayHaveRun),
      }
  }
}

for (const file of ['encoding', 'envelopes', 'errors', 'transport']) {
  for (const [index, scenario] of read(file).scenarios.entries()) {
    const name = `${file}/${index}`
    print(name, await resultOf(scenario, `${serverUrl}/${name}`))
  }
}

const signs = read('signing').vectors.flatMap(({ id, secret, parameters, body, emptyValues }) =>
  ['md5', 'hmac', 'hmac-sha256'].map((method) => {
    const sent = Object.entries({ ...parameters, sign_method: method }).filter(
      ([, value]) => value !== '' || emptyValues === 'kept',
    )
    return [`${id} ${method}`, signParameters(Object.fromEntries(sent), secret, method, body)]
  }),
)
print('signing', Object.fromEntries(signs))

// How values are read and written is nobody's business but the client's, so it is asked by calls.
const echo = await startEcho()
const rows = async (pairs) => Object.fromEntries(await Promise.all(pairs))

const dates = read('dates')
print(
  'dates',
  await rows([
    ...dates.read.map(async ({ text }) => {
      const { data } = await echo.answer(`"when":${JSON.stringify(text)}`)
      return [`read ${text}`, data.when === undefined ? 'none' : String(data.when.getTime())]
    }),
    ...dates.write.map(async ({ epochMs }) => {
      const sent = await echo.sent({ when: new Date(Number(epochMs)) })
      return [`write ${epochMs}`, sent.get('when')]
    }),
  ]),
)
print(
  'int64',
  await rows(
    read('int64').vectors.map(async ({ json }) => {
      const { data } = await echo.answer(`"rows":[{"id":${json}}]`)
      return [json, String(data.rows[0].id ?? 'none')]
    }),
  ),
)
const json = read('json')
print(
  'json',
  await rows(
    [...json.accepted.map(({ text }) => text), ...json.refused].map(async (text) => {
      const answer = await echo.answer(`"anything":${text}`).catch((error) => error)
      return [text, answer.kind === 'nonsense' ? 'refused' : await echo.written(answer)]
    }),
  ),
)
echo.close()

async function startEcho() {
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const sent = new URLSearchParams(Buffer.concat(chunks).toString())
    const members = sent.get('class') ?? `"class":${JSON.stringify(String(sent))}`
    response.end(`{"strange_call_response":{${members},"request_id":"r"}}`)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = clientOf({}, `http://127.0.0.1:${server.address().port}/`)
  const sent = async (request) => {
    const { data } = await client.execute('strange.call', request)
    return new URLSearchParams(data.class)
  }
  return {
    sent,
    answer: (members) => client.execute('strange.call', { class: members }),
    // null is no value of a field, and what is read is written again by the next call.
    written: async ({ data }) =>
      data.anything === undefined
        ? 'null'
        : (await sent({ anything: data.anything })).get('anything'),
    close: () => {
      client.close()
      server.close()
    },
  }
}
