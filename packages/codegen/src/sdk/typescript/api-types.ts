import type { Bilingual } from '@topgate/contracts'
import type { SdkField, SdkStruct, SdkType } from '../fields.ts'
import type { SdkApi, SdkModel } from '../model.ts'
import { CodeWriter, oneLine } from '../writer.ts'

/** The declarations: a request and a response of each API, and the map of their methods. */
export function apiTypes({ apis }: SdkModel): string {
  const writer = new CodeWriter('  ')
  writer.line("import type { TopFile } from './core'")
  for (const api of apis) {
    writeSide(writer, api, 'Request', api.request, api.requestStructs)
    writeSide(writer, api, 'Response', api.response, api.responseStructs)
  }
  writer.line().line('/** Every API of this SDK by its method. */')
  writer.block('export interface Apis {', () => {
    for (const { method, name, title } of apis) {
      writeDoc(writer, wordsOf(title))
      writer.line(
        `${JSON.stringify(method)}: { request: ${name}Request; response: ${name}Response }`,
      )
    }
  })
  return writer.text()
}

type Side = 'Request' | 'Response'

function writeSide(
  writer: CodeWriter,
  api: SdkApi,
  side: Side,
  fields: readonly SdkField[],
  structs: readonly SdkStruct[],
): void {
  const owner = `${api.name}${side}`
  writer.line()
  const whole = side === 'Request' ? [...wordsOf(api.title), ...rulesOf(api)] : wordsOf(api.title)
  writeInterface(writer, `export interface ${owner}`, whole, fields, owner, side)
  if (structs.length === 0) return
  writer.block(`export declare namespace ${owner} {`, () => {
    for (const { name, about, fields: members } of structs) {
      writeInterface(writer, `interface ${name}`, wordsOf(about), members, owner, side)
    }
  })
}

function rulesOf({ method, session, repeatNote }: SdkApi): string[] {
  return [
    `\`${method}\``,
    ...(session === 'required' ? ['需要用户授权（session） / needs the session of a user'] : []),
    ...(repeatNote === null ? [] : wordsOf(repeatNote)),
  ]
}

function writeInterface(
  writer: CodeWriter,
  head: string,
  doc: readonly string[],
  fields: readonly SdkField[],
  owner: string,
  side: Side,
): void {
  writeDoc(writer, doc)
  if (fields.length === 0) {
    writer.line(`${head} {}`)
    return
  }
  writer.block(`${head} {`, () => {
    for (const field of fields) {
      writeDoc(writer, docOf(field))
      // The wire promises nothing, so whoever reads an answer has to look.
      const isOptional = side === 'Response' || field.need === 'optional'
      const mark = isOptional ? '?' : ''
      const type = typeOf(field, owner, side)
      writer.line(
        `readonly ${memberName(field.wireName)}${mark}: ${type}${isOptional ? ' | undefined' : ''}`,
      )
    }
  })
}

function typeOf({ type, oneOf }: SdkField, owner: string, side: Side): string {
  if (type.kind === 'text' && oneOf.length > 0) {
    // The documented values are offered, any other is taken.
    return [...oneOf.map((value) => JSON.stringify(value)), '(string & {})'].join(' | ')
  }
  return writtenType(type, owner, side)
}

function writtenType(type: SdkType, owner: string, side: Side): string {
  switch (type.kind) {
    case 'text':
    case 'decimal':
    case 'json':
      return 'string'
    case 'int64':
      return side === 'Request' ? 'bigint | number' : 'bigint'
    case 'byte':
      return 'number'
    case 'moment':
      return side === 'Request' ? 'Date | string' : 'Date'
    case 'flag':
      return 'boolean'
    case 'bytes':
      return 'TopFile'
    case 'any':
      return 'unknown'
    case 'struct':
      return `${owner}.${type.struct.name}`
    case 'list': {
      const item = writtenType(type.item, owner, side)
      return item.includes(' ') ? `readonly (${item})[]` : `readonly ${item}[]`
    }
    default:
      return type satisfies never
  }
}

function memberName(wireName: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(wireName) ? wireName : JSON.stringify(wireName)
}

function docOf({ about, limits, example, type }: SdkField): string[] {
  return [
    ...wordsOf(about),
    ...limits.flatMap(wordsOf),
    ...(type.kind === 'moment' ? ['yyyy-MM-dd HH:mm:ss，北京时间 / Beijing time'] : []),
    ...(example === null || example === '' ? [] : [`例 / Example: ${cut(oneLine(example))}`]),
  ]
}

const EXAMPLE_CHARS_MAX = 100

function cut(text: string): string {
  return text.length <= EXAMPLE_CHARS_MAX ? text : `${text.slice(0, EXAMPLE_CHARS_MAX)}…`
}

/** Both languages, where they differ. */
function wordsOf({ zh, en }: Bilingual): string[] {
  const words = zh === en ? zh : `${zh} · ${en}`
  return [oneLine(words)].filter((text) => text !== '')
}

/** Nothing in a description ends the comment or reads as a tag of the documentation. */
function writeDoc(writer: CodeWriter, texts: readonly string[]): void {
  const lines = texts.map((text) => text.replaceAll('*/', '*\\/').replaceAll('@', '&#64;'))
  const [first, ...others] = lines
  if (first === undefined) return
  if (others.length === 0) {
    writer.line(`/** ${first} */`)
    return
  }
  writer
    .line('/**')
    .lines(lines.map((line) => ` * ${line}`))
    .line(' */')
}
