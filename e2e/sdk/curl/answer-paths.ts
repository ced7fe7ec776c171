import type { CallName } from '../testing/scenarios.ts'

/** How a member whose name is empty is printed in a path. */
const NO_NAME = '""'

/** Lines of path, tab and JSON literal as nested objects; literals stay text, with every digit. */
export function readPaths(lines: string): Record<string, unknown> {
  const top: Record<string, unknown> = Object.create(null)
  for (const line of lines.split('\n').filter((text) => text !== '')) {
    const [path = '', literal = ''] = line.split('\t')
    const steps = path.split('.')
    const last = steps.pop() ?? ''
    let place = top
    for (const step of steps) {
      const below = (place[step] ?? Object.create(null)) as Record<string, unknown>
      place[step] = below
      place = below
    }
    place[last] = literal
  }
  return top
}

/** The JSON text of lines of paths; names that are numbers make a list. */
export function writePaths(lines: string): string {
  const top = readPaths(lines)
  return typeof top[''] === 'string' ? top[''] : writeValue(top)
}

function writeValue(value: unknown): string {
  if (typeof value === 'string') return value
  const members = Object.entries(value as Record<string, unknown>)
  if (members.every(([name], index) => name === String(index))) {
    return `[${members.map(([, item]) => writeValue(item)).join(',')}]`
  }
  return `{${members.map(([name, item]) => `"${name === NO_NAME ? '' : name}":${writeValue(item)}`).join(',')}}`
}

/** The fields that a conformance program prints of an answer, see `callFields`. */
export function fieldsOf(call: CallName, answer: Record<string, unknown>): Record<string, string> {
  const at = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>(
        (found, step) => (found as Record<string, unknown> | undefined)?.[step],
        answer,
      )
  const text = (literal: unknown): string | undefined => {
    if (typeof literal !== 'string' || literal === 'null') return undefined
    return literal.startsWith('"') ? (JSON.parse(literal) as string) : literal
  }
  /** The items of a list, which may stand in a member named after them. */
  const items = (path: string): unknown[] => {
    const list = at(path)
    if (typeof list !== 'object' || list === null) return []
    const inner = '0' in list ? list : Object.values(list)[0]
    return Object.values(inner as Record<string, unknown>)
  }
  const list = (path: string, item: (value: unknown) => string | undefined) =>
    at(path) === undefined ? undefined : items(path).map(item).join(',')
  const member = (value: unknown, name: string) => text((value as Record<string, unknown>)[name])
  const every = (base: string, names: readonly string[]) =>
    names.map((name) => [name, text(at(base + name))] as const)
  const rows = {
    charity: () => [
      ...every('result.', ['msg', 'code', 'success']),
      ...every('result.data.', ['event_id', 'charity_hours']),
    ],
    insurance: () => every('', ['result_status', 'data', 'result_code', 'result_msg']),
    house: () => every('result.', ['code', 'msg', 'success']),
    tag: () => [
      ...every('', ['result']),
      ...every('module.', ['tag_success', 'use_type']),
      ['errors', list('error_infos', (error) => member(error, 'outer_error_code'))] as const,
    ],
    fetch: () => [
      ...every('result1.', ['success', 'msg_code']),
      [
        'messages',
        list('result1.dialog_list', (one) =>
          ['id', 'time_stamp', 'rs_type'].map((name) => member(one, name)).join(':'),
        ),
      ] as const,
    ],
    time: () => every('', ['time']),
    strange: () => [
      ...every('', ['class', 'body', 'code', 'when', 'price']),
      ['numbers', list('numbers', text)] as const,
      ['names', list('names', text)] as const,
      [
        'rows',
        list('rows', (row) => {
          const inner = (row as Record<string, unknown>).inner
          return `${member(row, 'id')}:${member(inner, 'class')}`
        }),
      ] as const,
      ['anything', at('anything') === undefined ? undefined : writeValue(at('anything'))] as const,
    ],
  }
  const found = rows[call === 'strange-file' ? 'strange' : call]()
  return Object.fromEntries(
    found.filter((row): row is readonly [string, string] => row[1] !== undefined),
  )
}
