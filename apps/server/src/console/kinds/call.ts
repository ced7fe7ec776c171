import { catalogue, idOfRequest, requestIdOf } from '@topgate/contracts'
import { findCall, type JournalRow } from '@topgate/services'
import { both, consolePaths, milliseconds, type Section } from '@topgate/web'
import { explainFailure } from './explain-failure.ts'
import type { Kind } from './kind.ts'

/** One call by the id that its answer carried. */
export const callKind: Kind = {
  folder: 'calls',
  name: both('调用', 'Call'),
  form: both(
    '应答里的 request_id，13 位小写字母与数字',
    'The request_id of an answer, 13 of 0-9 a-z',
  ),
  example: '0ab3d9k2m4n6p',

  async find({ db }, typed) {
    const id = idOfRequest(typed)
    if (id === undefined || (await findCall(db, id)) === undefined) return []
    return [{ ref: typed, label: typed }]
  },

  async report({ db }, ref) {
    const id = idOfRequest(ref)
    const row = id === undefined ? undefined : await findCall(db, id)
    if (row === undefined) return undefined
    return {
      kind: this.name,
      id: requestIdOf(row.id),
      badges: [outcomeMark(row)],
      sections: [factsOf(row), ...explanationOf(row)],
    }
  },
}

function outcomeMark({ success, code }: JournalRow) {
  if (success === 1) return { text: both('成功', 'Success'), tone: 'good' as const }
  return code === 0
    ? { text: both('业务拒绝', 'Declined'), tone: 'caution' as const }
    : { text: both('拒绝', 'Refused'), tone: 'bad' as const }
}

function factsOf(row: JournalRow): Section {
  const api = catalogue.find(({ method }) => method === row.method)
  return {
    kind: 'facts',
    title: both('这次调用', 'This call'),
    facts: [
      [both('时间', 'Time'), { moment: row.received_ms }],
      [both('应用', 'App'), { code: row.app_key }],
      [
        both('接口', 'API'),
        api === undefined ? row.method : { text: row.method, href: consolePaths.api(row.method) },
      ],
      [both('错误码', 'Code'), row.code],
      [both('子错误码', 'Sub code'), row.sub_code],
      [both('耗时', 'Duration'), milliseconds(row.duration_us)],
      [both('请求字节', 'Bytes in'), row.bytes_in],
      [both('应答字节', 'Bytes out'), row.bytes_out],
      [both('节点', 'Node'), String(row.node)],
    ],
  }
}

/** What the catalogue says about this failure: the same words as in the documentation. */
function explanationOf(row: JournalRow): Section[] {
  if (row.success === 1) return []
  const found = explainFailure(row)
  if (found === undefined) return []
  return [
    {
      kind: 'facts',
      title: both('为什么失败', 'Why it failed'),
      facts: [
        [both('原因', 'Cause'), found.cause],
        [both('怎么办', 'Remedy'), found.remedy],
      ],
    },
  ]
}
