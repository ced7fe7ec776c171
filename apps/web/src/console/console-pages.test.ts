import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../language.ts'
import { apiCallsPage } from './api-page.ts'
import { auditPage } from './audit-page.ts'
import type { CallLine } from './calls-table.ts'
import { logInPage, setUpPage } from './entrance-pages.ts'
import { findPage } from './find-page.ts'
import type { ConsoleContext } from './frame.ts'
import { overviewPage } from './overview-page.ts'
import { both, type Report } from './report.ts'
import { type Masking, reportPage } from './report-page.ts'
import { statusPage } from './status-page.ts'
import { consoleTroublePage } from './trouble-pages.ts'

function contextIn(language: Language): ConsoleContext {
  return {
    language,
    address: '/console',
    asset: (name) => `/assets/${name}`,
    formToken: 'TOKEN',
  }
}

const zh = contextIn('zh')
const HOSTILE = '"><script>alert(1)</script>'

const call: CallLine = {
  requestId: '06xh09vrmugao',
  receivedMs: Date.UTC(2026, 10, 21, 22, 42, 27, 70),
  appKey: '10000001',
  method: 'taobao.time.get',
  code: 0,
  subCode: '',
  success: true,
  durationUs: 1_234,
}

const overview = {
  filter: { app: undefined, api: undefined, failed: false },
  apps: [{ key: '10000001', name: 'App' }],
  calls: [call],
  searchedFromMs: call.receivedMs,
  dropped: 3,
}

const apiCalls = {
  method: 'taobao.time.get',
  windowsMinutes: [1, 5],
  outcomes: [
    { code: 0, subCode: '', success: true, counts: [1, 20] },
    { code: 50, subCode: 'isv.invalid-parameter', success: false, counts: [0, 3] },
  ],
  countedFromMs: call.receivedMs,
  calls: [call],
  searchedFromMs: null,
  dropped: 0,
}

const report: Report = {
  kind: both('流水', 'Flow'),
  id: '1800001886002007960',
  badges: [{ text: both('进行中', 'Open'), tone: 'accent' }],
  sections: [
    {
      kind: 'facts',
      title: both('状态', 'State'),
      facts: [[both('编号', 'Number'), { code: '9007199254740993' }]],
    },
    {
      kind: 'rows',
      title: both('步骤', 'Steps'),
      columns: [both('名称', 'Name'), both('次数', 'Count')],
      rows: [
        ['step', 2],
        [null, null],
      ],
    },
  ],
}

const masked: Masking = {
  kind: 'masked',
  about: both('已隐藏', 'Hidden'),
  action: '/console/flows/1',
  isUnfit: false,
}

const kinds = [{ name: both('流水', 'Flow'), form: both('数字', 'Digits'), example: '18' }]
const finding = { kind: both('流水', 'Flow'), label: '18', href: '/console/flows/18' }
const line = { atMs: 0, act: 'read' as const, session: 'ab', object: 'flows/18', reason: 'T-1' }

const pages: Readonly<Record<string, (context: ConsoleContext) => string>> = {
  'set-up': (context) => setUpPage(context, { kind: 'wait', waitMs: 60_001 }),
  'log-in': (context) => logInPage(context, { kind: 'ended' }),
  overview: (context) => overviewPage(context, overview),
  'one API': (context) => apiCallsPage(context, apiCalls),
  find: (context) => findPage(context, kinds, [finding, finding]),
  'find, nothing': (context) => findPage(context, kinds, []),
  report: (context) => reportPage(context, report, masked),
  'report, unmasked': (context) => reportPage(context, report, { kind: 'unmasked' }),
  audit: (context) => auditPage(context, [line]),
  'audit, empty': (context) => auditPage(context, []),
  trouble: (context) => consoleTroublePage(context, 'unavailable'),
}

describe.each(Object.entries(pages))('the page %s', (_name, render) => {
  it.each(LANGUAGES)(
    'has no inline script or style and loads nothing from elsewhere, %s',
    (language) => {
      const page = render(contextIn(language))
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/)
      expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
    },
  )

  it('is English when English is asked for, and links stay so', () => {
    const context = contextIn('en')
    const page = render(context)
    const text = page.replace(/<(?:a|select)\b[^>]*\blang="zh-CN".*?<\/a>/gs, '')
    expect(text).not.toMatch(/\p{Script=Han}/u)
    const links = [...page.matchAll(/(?:href|action)="(\/console[^"]*)"/g)].map(([, href]) => href)
    // The switch to Chinese, and the filter, which has the language in a field of its own.
    const elsewhere = links.filter((href) => href !== context.address)
    expect(elsewhere.filter((href) => href?.includes('lang=en') !== true)).toEqual([])
  })
})

describe('the calls', () => {
  const rowOf = (more: Partial<CallLine>) =>
    overviewPage(zh, { ...overview, calls: [{ ...call, ...more }] })

  it('tell time to the millisecond, app, API, outcome, duration and id', () => {
    const row = rowOf({})
    for (const part of [
      '2026-11-22 06:42:27<span class="millis">.070</span>',
      '10000001',
      'taobao.time.get',
      '成功',
      '1.23 ms',
      '/console/calls/06xh09vrmugao',
    ]) {
      expect(row).toContain(part)
    }
  })

  it.each([
    [{ success: true, code: 0 }, '成功'],
    [{ success: false, code: 0 }, '业务拒绝'],
    [{ success: false, code: 25 }, '拒绝</span>'],
  ])('%j is told as %s', (outcome, text) => {
    expect(rowOf(outcome)).toContain(text)
  })

  it('cannot bring markup with them', () => {
    const row = rowOf({ appKey: HOSTILE, method: HOSTILE, subCode: HOSTILE })
    expect(row).not.toContain('<script>alert')
    expect(row).toContain('&lt;script&gt;alert')
  })

  it('say when there are none, and when none fits', () => {
    expect(overviewPage(zh, { ...overview, calls: [] })).toContain('还没有调用')
    const filter = { ...overview.filter, failed: true }
    expect(overviewPage(zh, { ...overview, filter, calls: [] })).toContain('没有符合条件的调用')
  })

  it('say what the list leaves out', () => {
    const page = overviewPage(zh, overview)
    expect(page).toContain('只查看了')
    expect(page).toContain('3 条调用记录被省略')
    expect(overviewPage(zh, { ...overview, searchedFromMs: null, dropped: 0 })).not.toMatch(
      /只查看了|省略/,
    )
  })
})

it('adds the counts of an API up', () => {
  expect(apiCallsPage(zh, apiCalls)).toMatch(
    /合计<\/th><td class="is-number"[^>]*>1<\/td><td class="is-number"[^>]*>23</,
  )
})

describe('a report', () => {
  it('keeps every digit of an id', () => {
    const page = reportPage(zh, report)
    expect(page).toContain('1800001886002007960</h1>')
    expect(page).toContain('<code>9007199254740993</code>')
  })

  it('aligns counts with their heading, and marks what is absent', () => {
    const page = reportPage(zh, report)
    expect(page).toContain('<th scope="col" class="is-number">次数</th>')
    expect(page).toMatch(/<td data-label="[^"]+">—<\/td><td class="is-number"[^>]*>—<\/td>/)
  })

  it('asks for a reason where something is hidden, and only there', () => {
    expect(reportPage(zh, report)).not.toContain('name="reason"')
    expect(reportPage(zh, report, { kind: 'unmasked' })).not.toContain('name="reason"')
    expect(reportPage(zh, report, masked)).toContain('name="reason"')
    expect(reportPage(zh, report, masked)).toContain('value="TOKEN"')
  })

  it('keeps the form open when the reason was not good enough', () => {
    expect(reportPage(zh, report, masked)).not.toContain('<details class="reason" open>')
    const page = reportPage(zh, report, { ...masked, isUnfit: true })
    expect(page).toContain('<details class="reason" open>')
    expect(page).toContain('请写明理由')
  })
})

it('the status of a node leads to every section, as the other pages do', () => {
  const page = statusPage({ ...zh, address: '/status' }, report)
  const sections = ['/console', '/console/find', '/console/audit', '/status']
  for (const path of sections) expect(page).toContain(`<a href="${path}"`)
})

it('counts are written in groups of three digits', () => {
  const rows = [['x', 4_194_304]]
  const columns = [both('名', 'Name'), both('值', 'Value')]
  const title = both('限制', 'Limits')
  const page = statusPage(zh, { ...report, sections: [{ kind: 'rows', title, columns, rows }] })
  expect(page).toContain('>4,194,304<')
})
