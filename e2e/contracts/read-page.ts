import type { PageText, Row } from './page-text.ts'

/** Reads a stored documentation page, in either of the two forms that the pages come in. */
export function readPage(text: string): PageText {
  return text.includes('---|---|') ? readTablePage(text) : readBulletPage(text)
}

function readBulletPage(text: string): PageText {
  const lines = text.split('\n')
  const crumb = lines.find((line) => line.startsWith('文档中心 >')) ?? ''
  const titleAt = lines.findIndex((line) => /^[a-z][a-z0-9.]+ \(.*\)$/.test(line))
  return {
    title: lines[titleAt] ?? '',
    description: lines[titleAt + 2] ?? '',
    category: crumb.split(' > ').at(-1) ?? '',
    notice: lines[0] === '注意:以下文档只适用于TOP接口,请谨慎使用!',
    request: bulletRows(section(lines, '请求参数', '响应参数')),
    response: bulletRows(section(lines, '响应参数', '请求示例')),
    xmlSample: squeeze(section(lines, '响应示例', '异常示例')),
    javaSets: javaSets(text),
  }
}

function section(lines: readonly string[], from: string, to: string): string[] {
  return lines.slice(lines.indexOf(from) + 1, lines.indexOf(to)).filter((line) => line !== '')
}

/** A parameter is one line of cells; a member of a struct is a bullet for each cell. */
function bulletRows(lines: readonly string[]): Row[] {
  const rows: { marked: boolean; depth: number; cells: string[] }[] = []
  const isRequest = lines[0]?.includes('是否必须') === true
  for (const line of lines.slice(1)) {
    const bullet = /^ {2}• (.*)$/.exec(line)?.[1]
    if (bullet === undefined) rows.push({ marked: false, depth: 0, cells: line.split(' ') })
    else if (bullet.startsWith('└ '))
      rows.push({ marked: true, depth: 1, cells: [bullet.slice(2)] })
    else if (isFull(rows.at(-1), isRequest)) rows.push({ marked: false, depth: 1, cells: [bullet] })
    else rows.at(-1)?.cells.push(bullet)
  }
  return withDepths(rows)
}

function isFull(row: Row | undefined, isRequest: boolean): boolean {
  return row === undefined || row.depth === 0 || row.cells.length >= (isRequest ? 5 : 4)
}

/** The text alone does not show where an inner struct ends; the XML sample of the pages does. */
const innerMembers: Readonly<Record<string, readonly string[]>> = {
  data: ['event_id', 'charity_hours'],
  model: ['content_type', 'content', 'id', 'time_stamp'],
}

function withDepths(rows: readonly Row[]): Row[] {
  let inner: readonly string[] = []
  return rows.map((row) => {
    const name = row.cells[0] ?? ''
    if (row.depth === 1 && !row.marked) {
      inner = innerMembers[name] ?? []
      return row
    }
    return row.depth === 1 && inner.includes(name) ? { ...row, depth: 2 } : row
  })
}

function squeeze(lines: readonly string[]): string {
  return lines
    .filter((line) => !line.includes('•'))
    .map((line) => line.trim())
    .join('')
}

function javaSets(text: string): [string, string][] {
  const sets = [...text.matchAll(/\.(set\w+)\(\s*(.*?)\s*\);/g)]
  return sets.map(([, setter = '', argument = '']) => [setter, javaValue(argument)])
}

function javaValue(argument: string): string {
  const quoted = /^(?:StringUtils\.parseDateTime\()?("(?:[^"\\]|\\.)*")\)?$/.exec(argument)?.[1]
  return quoted === undefined ? argument.replace(/L$/, '') : String(JSON.parse(quoted))
}

/** The page that lost its headings: a table with bars, line numbers in the samples. */
function readTablePage(text: string): PageText {
  const lines = text.split('\n')
  const rows = lines.filter((line) => / \| /.test(line) && /^[a-z]/.test(line)).map(tableRow)
  const xml = /1 2 3[ 0-9]*\| (< retail.*?) \|/s.exec(text)?.[1] ?? ''
  return {
    title: '',
    description: lines[0] ?? '',
    category: '',
    notice: false,
    request: rows.filter(({ cells }) => cells.includes('可选')),
    response: rows.filter(({ cells }) => !cells.includes('可选')),
    xmlSample: xml.replace(/<\s*(\/?)\s*(\w+)\s*>/g, '<$1$2>').replace(/>\s+</g, '><'),
    javaSets: javaSets(text),
  }
}

function tableRow(line: string): Row {
  const cells = line.split('|').map((cell) => cell.trim())
  return { marked: false, depth: 0, cells: cells.filter((cell) => cell !== '') }
}
