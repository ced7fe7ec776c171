import type { Bilingual } from '@topgate/contracts'
import type { LoadLevel } from '@topgate/gateway'
import { both, consolePaths, type Report, type Section, type Tone, type Value } from '@topgate/web'
import type { ReadinessReason } from '../health.ts'
import { type LimitName, type LimitSetting, limitSettings } from '../limit-settings.ts'
import type { NodeStatus } from './node-status.ts'

/** The figures of a node as data that a page can show. */
export function statusReport(status: NodeStatus): Report {
  return {
    kind: both('节点', 'Node'),
    id: String(status.node),
    badges: [
      { text: readinessWords[status.reason], tone: status.ready ? 'good' : 'bad' },
      {
        text: status.mode === 'sandbox' ? both('沙箱', 'Sandbox') : both('生产', 'Production'),
        tone: 'plain',
      },
    ],
    sections: [storeOf(status), apisOf(status), failuresOf(status), limitsOf(status)],
  }
}

const readinessWords: Readonly<Record<ReadinessReason, Bilingual>> = {
  ready: both('就绪', 'Ready'),
  draining: both('未就绪：正在停机', 'Not ready: it is stopping'),
  overloaded: both('未就绪：过载', 'Not ready: overloaded'),
  'disk almost full': both('未就绪：磁盘快满', 'Not ready: the disk is almost full'),
  'store is slow': both('未就绪：数据库太慢', 'Not ready: the database is too slow'),
  'store not writable': both('未就绪：数据库写不进去', 'Not ready: the database takes no writes'),
}

const loadWords: Readonly<Record<LoadLevel, Bilingual>> = {
  green: both('绿：正常', 'green: normal'),
  yellow: both('黄：繁忙', 'yellow: busy'),
  red: both('红：拒绝一部分', 'red: refuses a part'),
  black: both('黑：只接运维', 'black: operators only'),
}

const loadTones: Readonly<Record<LoadLevel, Tone>> = {
  green: 'good',
  yellow: 'caution',
  red: 'bad',
  black: 'bad',
}

function storeOf(status: NodeStatus): Section {
  const { queue, journal, load } = status
  const perBatch = queue.batches === 0 ? '' : (queue.calls / queue.batches).toFixed(1)
  return {
    kind: 'facts',
    title: both('写入与负载', 'Writes and load'),
    facts: [
      [both('启动时间', 'Started'), { moment: status.started_ms }],
      [both('版本', 'Version'), status.version],
      [both('数据库', 'Database'), status.database === 'sqlite' ? 'SQLite' : 'PostgreSQL'],
      [
        both('负载', 'Load'),
        { mark: { text: loadWords[load.level], tone: loadTones[load.level] } },
      ],
      [both('接纳比例', 'Share admitted'), `${Math.round(load.share * 100)} %`],
      [both('因负载拒绝', 'Refused for load'), load.shed],
      [both('处理中的调用', 'Calls in flight'), status.inFlight],
      [both('排队的写入', 'Writes that wait'), queue.waiting],
      [both('提交中的批次', 'Batches under way'), queue.inFlight],
      [both('已写批次', 'Batches written'), queue.batches],
      [both('每批调用数', 'Calls per batch'), perBatch],
      [both('队列拒绝', 'Refused by the queue'), queue.dropped],
      [both('调用总数', 'Calls'), journal.calls],
      [both('省略的调用记录', 'Journal lines left out'), journal.dropped],
    ],
  }
}

function apisOf({ apis }: NodeStatus): Section {
  return {
    kind: 'rows',
    title: both('各接口', 'APIs'),
    about: both(
      '自启动以来。耗时是区间上限：一半（p50）或百分之九十九（p99）的调用不超过它。',
      'Since the start. Durations are bounds: half (p50) or 99 % (p99) of the calls took no longer.',
    ),
    columns: [
      both('接口', 'API'),
      both('调用', 'Calls'),
      both('失败', 'Failed'),
      both('p50，毫秒', 'p50, ms'),
      both('p99，毫秒', 'p99, ms'),
    ],
    rows: apis.map(({ method, calls, failed, p50_ms, p99_ms }): Value[] => [
      apiLink(method),
      calls,
      failed,
      p50_ms ?? '> 10 s',
      p99_ms ?? '> 10 s',
    ]),
    empty: both('还没有调用。', 'No calls yet.'),
  }
}

function failuresOf({ failures }: NodeStatus): Section {
  return {
    kind: 'rows',
    title: both('失败', 'Failures'),
    about: both('最常见的在最上面。', 'The most frequent on top.'),
    columns: [
      both('接口', 'API'),
      both('错误码', 'Code'),
      both('子错误码', 'Sub code'),
      both('次数', 'Calls'),
    ],
    rows: failures.map(({ method, code, sub_code, calls }): Value[] => [
      apiLink(method),
      code === 0 ? both('业务拒绝', 'declined') : String(code),
      sub_code === '' ? null : { code: sub_code },
      calls,
    ]),
    empty: both('没有失败的调用。', 'No call failed.'),
  }
}

function limitsOf({ limits }: NodeStatus): Section {
  const settings = Object.entries(limitSettings) as [LimitName, LimitSetting][]
  return {
    kind: 'rows',
    title: both('限制', 'Limits'),
    columns: [both('设置', 'Setting'), both('值', 'Value'), both('含义', 'What it bounds')],
    rows: settings.map(([key, { name, about }]): Value[] => [{ code: name }, limits[key], about]),
  }
}

function apiLink(method: string): Value {
  if (method === '') return both('（未识别）', '(unknown)')
  return { text: method, href: consolePaths.api(method) }
}
