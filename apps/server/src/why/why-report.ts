import { guideOfStage, repairedCurl } from '@topgate/codegen'
import {
  type Bilingual,
  catalogue,
  callStages as checks,
  platformErrors,
  retryWords,
  stageNames,
} from '@topgate/contracts'
import type { StoredRow } from '@topgate/services'
import { both, type Fact, milliseconds, type Report, type Section, type Value } from '@topgate/web'
import type { Why } from './find-why.ts'

export interface WhyLinks {
  /** Where the page of an API is; absent: it is not linked. */
  api(method: string): string
  /** Where a guide is; absent where there are none. */
  guide?(name: string): string
  readonly routerUrl: string
  /** Where the thing is shown that a call became; undefined: nowhere here. */
  stored?(row: StoredRow): string | undefined
}

/** The whole answer to "why", as data that any page can show. */
export function whyReport(why: Why, links: WhyLinks): Report {
  return {
    kind: both('调用', 'Call'),
    id: why.request_id,
    badges: [outcomeMark(why), ...(why.call.dry_run === 1 ? [dryRunMark] : [])],
    sections: [
      ...reasonOf(why, links),
      factsOf(why, links),
      ...storedOf(why, links),
      ...sentOf(why),
      ...checksOf(why),
      ...stringToSignOf(why),
      ...repairedOf(why, links),
    ],
  }
}

const dryRunMark = { text: both('演练，未保存', 'Dry run, not stored'), tone: 'accent' as const }

function outcomeMark({ outcome }: Why) {
  switch (outcome) {
    case 'success':
      return { text: both('成功', 'Success'), tone: 'good' as const }
    case 'declined':
      return { text: both('业务拒绝', 'Declined'), tone: 'caution' as const }
    case 'refused':
      return { text: both('拒绝', 'Refused'), tone: 'bad' as const }
    default:
      return outcome satisfies never
  }
}

/** The catalogue's words, which are those of the documentation, and what was seen of this call. */
function reasonOf(why: Why, links: WhyLinks): Section[] {
  const { advice, error, mistake, evidence, call } = why
  if (advice === null) return []
  const name = error === null ? '' : platformErrors[error].msg
  const facts: Fact[] = [
    [both('错误', 'Error'), { code: [call.code || '', name, call.sub_code].join(' ').trim() }],
    [both('原因', 'Cause'), advice.cause],
  ]
  if (mistake !== null) facts.push([both('签名错在', 'Mistake in signing'), mistake])
  if (evidence?.argument != null) {
    facts.push([both('涉及参数', 'Parameter'), { code: evidence.argument }])
  }
  const said = evidence?.sub_msg ?? ''
  // A sandbox has already answered the mistake in signing.
  if (said !== '' && said !== mistake?.zh) facts.push(['sub_msg', said])
  facts.push(
    [both('怎么办', 'What to do'), advice.remedy],
    [both('重试', 'Sending again'), retryWords[advice.retry]],
  )
  const guide = why.refused_by === null ? null : guideOfStage(why.refused_by)
  if (guide !== null && links.guide !== undefined) {
    facts.push([both('接入指南', 'Guide'), { text: guide.title, href: links.guide(guide.name) }])
  }
  return [{ kind: 'facts', title: both('为什么失败', 'Why it failed'), facts }]
}

function factsOf({ call, evidence }: Why, links: WhyLinks): Section {
  const isKnown = catalogue.some(({ method }) => method === call.method)
  const facts: Fact[] = [
    [both('时间', 'Time'), { moment: call.received_ms }],
    [both('应用', 'App'), { code: call.app_key }],
    [
      both('接口', 'API'),
      isKnown ? { text: call.method, href: links.api(call.method) } : call.method,
    ],
    [both('耗时', 'Duration'), milliseconds(call.duration_us)],
    [both('请求字节', 'Bytes in'), call.bytes_in],
    [both('应答字节', 'Bytes out'), call.bytes_out],
    [both('节点', 'Node'), String(call.node)],
  ]
  if (evidence !== null) {
    const form = [evidence.verb, evidence.content_type].filter((text) => text !== '').join(' ')
    facts.push([both('请求形式', 'Sent as'), { code: form }])
  }
  return { kind: 'facts', title: both('这次调用', 'This call'), facts }
}

/** The request id is the id of the row: from an answer to what it did. */
function storedOf(why: Why, links: WhyLinks): Section[] {
  const { stored, outcome, call } = why
  const title = both('变成了什么', 'What it became')
  if (stored === null) {
    if (outcome !== 'success' || call.dry_run === 1) return []
    const nothing = both(
      '没有新的数据：查询，或重复了较早的调用（那一次的 request_id 才是数据的编号）。',
      'No row of its own: a query, or the repeat of an earlier call, whose request_id is that of the row.',
    )
    return [{ kind: 'facts', title, facts: [[both('数据', 'Row'), nothing]] }]
  }
  const { table, ...parts } = stored
  const href = links.stored?.(stored)
  const name = storedNames[table]
  return [
    {
      kind: 'facts',
      title,
      facts: [
        [both('数据', 'Row'), href === undefined ? name : [name, { text: linkText(stored), href }]],
        ...Object.entries(parts).map(
          ([part, value]): Fact => [part, value === null ? null : { code: String(value) }],
        ),
      ],
    },
  ]
}

const storedNames: Readonly<Record<StoredRow['table'], Bilingual>> = {
  charity_action: both('公益行为', 'Charity action'),
  insurance_behavior: both('保险流程的一步', 'Step of an insurance flow'),
  house_report: both('房产统计的一次上报', 'Report of housing statistics'),
  retail_tag_event: both('用户打标', 'Tag of a user'),
  followup_message: both('随访消息', 'Follow-up message'),
}

function linkText(stored: StoredRow): string {
  switch (stored.table) {
    case 'charity_action':
      return stored.event_id
    case 'insurance_behavior':
      return String(stored.flow_id)
    case 'house_report':
      return stored.partner
    case 'retail_tag_event':
      return stored.user_tag
    case 'followup_message':
      return stored.session_id
    default:
      return stored satisfies never
  }
}

function sentOf({ evidence, outcome }: Why): Section[] {
  if (outcome === 'success') return []
  const title = both('收到了什么', 'What came in')
  if (evidence === null) {
    const empty = both(
      '已经不再保存：只有最近的失败调用保留参数。',
      'No longer kept: only the last calls that failed keep their parameters.',
    )
    return [{ kind: 'rows', title, columns: [], rows: [], empty }]
  }
  return [
    {
      kind: 'rows',
      title,
      about: both(
        '涉及个人的值、签名和会话显示为 ***；过长的值只显示开头。',
        'What names a person, signatures and sessions show as ***; of long values the beginning.',
      ),
      columns: [both('参数', 'Parameter'), both('值', 'Value')],
      rows: (evidence.parameters ?? []).map(([name, shown]): Value[] => [
        { code: name },
        shown === '' ? both('（空）', '(empty)') : { lines: shown },
      ]),
      empty: both('请求无法读取，没有参数。', 'The request could not be read: no parameters.'),
    },
  ]
}

function checksOf({ passed, refused_by, outcome }: Why): Section[] {
  if (outcome === 'success') return []
  const mark = (name: (typeof stageNames)[number]) => {
    if (name === refused_by)
      return { text: both('在此被拒绝', 'refused here'), tone: 'bad' as const }
    return passed.includes(name)
      ? { text: both('通过', 'passed'), tone: 'good' as const }
      : { text: both('未到', 'not reached'), tone: 'plain' as const }
  }
  return [
    {
      kind: 'rows',
      title: both('逐项检查', 'The checks'),
      columns: [both('检查', 'Check'), both('结果', 'Outcome')],
      rows: stageNames.map((name): Value[] => [checks[name], { mark: mark(name) }]),
    },
  ]
}

function stringToSignOf({ string_to_sign }: Why): Section[] {
  if (string_to_sign === null) return []
  return [
    {
      kind: 'code',
      id: 'string-to-sign',
      title: both('应当签名的文本', 'The text that should be signed'),
      about: both(
        '全部参数（除 sign 外）按名称排序后直接相连；*** 处是你发送的原值。md5 在前后各加一次 AppSecret，hmac 与 hmac-sha256 以 AppSecret 为密钥。',
        'All parameters but sign, sorted by name, with nothing between; where *** stands, it is the value that you sent. md5 has the secret at both ends; for hmac and hmac-sha256 it is the key.',
      ),
      code: string_to_sign,
    },
  ]
}

function repairedOf({ repaired, outcome }: Why, { routerUrl }: WhyLinks): Section[] {
  if (repaired === null) return []
  const isRefused = outcome === 'refused'
  return [
    {
      kind: 'code',
      id: 'repaired',
      title: isRefused
        ? both('改好的同一个调用', 'The same call, repaired')
        : both('再次发送同一个调用', 'The same call again'),
      about: both(
        '粘贴到终端（需要 curl 和 openssl），先 export TOP_APP_SECRET=…；时间和签名在运行时计算。',
        'For a shell with curl and openssl, after export TOP_APP_SECRET=…; it computes time and signature when it runs.',
      ),
      notes: repaired.changes,
      code: repairedCurl(repaired, routerUrl),
    },
  ]
}
