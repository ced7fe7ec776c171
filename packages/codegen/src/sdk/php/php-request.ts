import { phpString } from '../../samples/php.ts'
import type { SdkField, SdkStruct, SdkType } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import type { CodeWriter } from '../writer.ts'
import { phpSetters } from './php-naming.ts'
import { fieldComment, phpComment, phpFile, writeFields } from './php-text.ts'

/** The class of a request: TOP's setters, and a constructor for named arguments. */
export function phpRequest(api: SdkApi): string {
  const uses = ['Topgate\\File', 'Topgate\\Request', 'Topgate\\Schema\\Api']
  uses.push('Topgate\\Schema\\Field', 'Topgate\\Schema\\Outcome')
  const structs = `${api.name}Request\\`
  const response = `\\Topgate\\Response\\${api.name}Response`
  return phpFile('Topgate\\Request', uses, (php) => {
    php.lines(phpComment([api.title], [api.method, `@extends Request<${response}>`]))
    php.line(`final class ${api.name}Request extends Request`)
    php.block('{', () => {
      if (api.request.length > 0) {
        writeConstructor(php, api.request, structs, true)
        writeSetters(php, api.request, structs)
      }
      writeApi(php, api, response)
      php.line()
      writeFields(php, api.request, structs)
    })
  })
}

/** The class of a struct of a request. */
export function phpRequestStruct(api: SdkApi, { name, about, fields }: SdkStruct): string {
  const uses = ['Topgate\\RequestStruct', 'Topgate\\Schema\\Field']
  return phpFile(`Topgate\\Request\\${api.name}Request`, uses, (php) => {
    php.lines(phpComment([about]))
    php.line(`final class ${name} extends RequestStruct`)
    php.block('{', () => {
      writeConstructor(php, fields, '', false)
      writeFields(php, fields, '')
    })
  })
}

function writeConstructor(
  php: CodeWriter,
  fields: readonly SdkField[],
  structs: string,
  isTop: boolean,
): void {
  const writeMembers = () => {
    for (const field of fields) {
      php.lines(fieldComment(field, documentedType(field.type, structs)))
      php.line(`public ${valueType(field.type, structs, isTop)} $${field.name} = null,`)
    }
  }
  php.block('public function __construct(', writeMembers, ') {')
  php.line('}').line()
}

function writeSetters(php: CodeWriter, fields: readonly SdkField[], structs: string): void {
  const setters = new Map(phpSetters(fields))
  for (const { name, type } of fields) {
    const value = `${valueType(type, structs, true)} $value`
    php.line(`public function ${setters.get(name)}(${value}): static`)
    php.block('{', () => php.lines([`$this->${name} = $value;`, 'return $this;'])).line()
  }
}

function writeApi(php: CodeWriter, api: SdkApi, response: string): void {
  php.line('public static function api(): Api')
  php.block('{', () => {
    php.block(
      'return new Api(',
      () => {
        php.line(`method: ${phpString(api.method)},`)
        php.line(`root: ${phpString(api.root)},`)
        php.line(`response: ${response}::class,`)
        php.line(`isRepeatable: ${api.repeat !== 'unknown'},`)
        if (api.deadlineMs !== null) php.line(`deadlineMs: ${api.deadlineMs},`)
        if (api.outcome !== null) {
          const { flag, success, code } = api.outcome
          php.line(`outcome: new Outcome(${list(flag)}, ${phpString(success)}, ${list(code)}),`)
        }
        if (api.errors.length === 0) return
        const rows = api.errors.map(({ subCode, code, remedy }) => {
          return `${phpString(subCode ?? code)} => ${list([remedy.zh, remedy.en])},`
        })
        php.block('remedies: [', () => php.lines(rows), '],')
      },
      ');',
    )
  })
}

function list(texts: readonly string[]): string {
  return `[${texts.map(phpString).join(', ')}]`
}

/**
 * What a member takes. Texts beside numbers and flags are as in TOP's samples; the core checks them,
 * because PHP would take the text `false` for true. A parameter may come as the text that travels.
 */
function valueType(type: SdkType, structs: string, isTop: boolean): string {
  switch (type.kind) {
    case 'text':
    case 'json':
    case 'decimal':
      return '?string'
    case 'int64':
    case 'byte':
      return 'int|string|null'
    case 'flag':
      return 'bool|string|null'
    case 'moment':
      return '\\DateTimeInterface|string|null'
    case 'bytes':
      return '?File'
    case 'any':
      return 'mixed'
    case 'struct':
      return isTop ? `${structs}${type.struct.name}|string|null` : `?${type.struct.name}`
    case 'list':
      return isTop ? 'array|string|null' : '?array'
    default:
      return type satisfies never
  }
}

/** The type of the items of a list, which PHP cannot say itself. */
function documentedType(type: SdkType, structs: string): string {
  if (type.kind !== 'list') return ''
  return `list<${valueType(type.item, structs, false).replace(/^\?|\|null$/g, '')}>|string|null`
}
