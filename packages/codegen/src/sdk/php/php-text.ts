import type { Bilingual } from '@topgate/contracts'
import { phpString } from '../../samples/php.ts'
import type { SdkField, SdkType } from '../fields.ts'
import { CodeWriter, oneLine } from '../writer.ts'

/** A file of the namespace, with what `body` writes. */
export function phpFile(
  namespace: string,
  uses: readonly string[],
  body: (php: CodeWriter) => void,
) {
  const php = new CodeWriter()
  php.lines(['<?php', '', 'declare(strict_types=1);', '', `namespace ${namespace};`, ''])
  for (const name of uses) php.line(`use ${name};`)
  if (uses.length > 0) php.line()
  body(php)
  return php.text()
}

/** What a comment says of an API, a struct or a field. Nothing in it ends the comment. */
export function phpComment(texts: readonly Bilingual[], more: readonly string[] = []): string[] {
  const words = texts.map(({ zh, en }) => (zh === en ? zh : `${zh} ${en}`))
  const lines = [...words, ...more].map((text) => oneLine(text).replaceAll('*/', '* /'))
  const shown = lines.filter((line) => line !== '')
  if (shown.length === 0) return []
  if (shown.length === 1) return [`/** ${shown[0]} */`]
  return ['/**', ...shown.map((line) => ` * ${line}`), ' */']
}

export function fieldComment(field: SdkField, type: string): string[] {
  const more = [...field.limits]
  if (field.need === 'required') more.unshift({ zh: '必须', en: 'required' })
  const example = field.example === null ? [] : [`例 e.g. ${field.example}`]
  return phpComment([field.about, ...more], [...example, ...(type === '' ? [] : [`@var ${type}`])])
}

/** The list of fields that the core reads and writes by. `structs` stands before names of structs. */
export function writeFields(php: CodeWriter, fields: readonly SdkField[], structs: string): void {
  php.line('/** @return list<Field> */')
  php.line('public static function fields(): array')
  php.block('{', () => {
    if (fields.length === 0) php.line('return [];')
    else {
      const rows = fields.map((field) => `${fieldRow(field, structs)},`)
      php.block('return [', () => php.lines(rows), '];')
    }
  })
}

function fieldRow({ wireName, name, type }: SdkField, structs: string): string {
  return describe(type, wireName, name === wireName ? '' : `, property: '${name}'`, structs)
}

function describe(type: SdkType, wireName: string, property: string, structs: string): string {
  const name = phpString(wireName)
  switch (type.kind) {
    case 'text':
    case 'json':
      return `Field::text(${name}${property})`
    case 'int64':
    case 'byte':
      return `Field::int64(${name}${property})`
    case 'bytes':
      return `Field::file(${name}${property})`
    case 'decimal':
    case 'moment':
    case 'flag':
    case 'any':
      return `Field::${type.kind}(${name}${property})`
    case 'struct':
      return `Field::struct(${name}, ${structs}${type.struct.name}::class${property})`
    case 'list': {
      const item = describe(type.item, type.itemName, '', structs)
      return `Field::list(${name}, ${item}${property})`
    }
    default:
      return type satisfies never
  }
}
