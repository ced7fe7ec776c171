import { type ApiContract, type Field, type Fields, topTypeName } from '@topgate/contracts'
import { createAnswerWriter } from '@topgate/protocol'

/** A contract as the flattened text of its documentation page shows it: what the two must share. */
export interface PageText {
  readonly title: string
  readonly description: string
  readonly category: string
  readonly notice: boolean
  readonly request: readonly Row[]
  readonly response: readonly Row[]
  /** Without `request_id`, which the page's sample does not show. */
  readonly xmlSample: string
  /** What the Java sample sets, in its order: `[setter, value]`. */
  readonly javaSets: readonly (readonly [string, string])[]
}

/** Depth 0 is a parameter. A struct inside a struct stands without the mark of its depth. */
export interface Row {
  readonly marked: boolean
  readonly depth: number
  readonly cells: readonly string[]
}

export function pageTextOf(api: ApiContract): PageText {
  const write = createAnswerWriter(api)
  const xml = write(exampleValues(api.response), 'xml', '')
  return {
    title: `${api.method} (${api.title.zh})`,
    description: api.description.zh,
    category: api.category.zh,
    notice: api.notice,
    request: rowsOf(api.request, 0, requestCells),
    response: rowsOf(api.response, 0, responseCells),
    xmlSample: xml.replace(/^<\?xml[^>]*\?>/, '').replace('<request_id></request_id>', ''),
    javaSets: javaSetsOf(api.request),
  }
}

function rowsOf(
  fields: Fields,
  depth: number,
  cellsOf: (name: string, field: Field) => string[],
): Row[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const row = {
      marked: depth > 0 && field.kind !== 'struct',
      depth,
      cells: cellsOf(name, field).filter((cell) => cell !== ''),
    }
    const inner = field.kind === 'struct' ? rowsOf(field.fields, depth + 1, cellsOf) : []
    return [row, ...inner]
  })
}

function requestCells(name: string, field: Field): string[] {
  const need = field.need === 'required' ? '必须' : '可选'
  return [name, topTypeName(field), need, field.example ?? '', field.about.zh]
}

function responseCells(name: string, field: Field): string[] {
  return [name, topTypeName(field), field.example ?? '', field.about.zh]
}

function exampleValues(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, exampleValue(field)]),
  )
}

function exampleValue(field: Field): unknown {
  if (field.kind === 'struct') return exampleValues(field.fields)
  if (field.kind === 'list') return [exampleValue(field.item)]
  return field.example
}

function javaSetsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, field]): [string, string][] =>
    field.kind === 'struct'
      ? [...javaSetsOf(field.fields), [setterOf(name), 'obj1']]
      : [[setterOf(name), field.example ?? '']],
  )
}

/** `tb_user_id` and `param0` become `setTbUserId` and `setParam0`. */
function setterOf(name: string): string {
  const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `set${words.join('')}`
}
