import type { SdkField, SdkStruct, SdkType } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import type { CodeWriter } from '../writer.ts'
import { fieldComment, phpComment, phpFile, writeFields } from './php-text.ts'

/** The class of a response, which cannot be changed. */
export function phpResponse(api: SdkApi): string {
  const uses = ['Topgate\\Received', 'Topgate\\Response', 'Topgate\\Schema\\Field']
  const structs = `${api.name}Response\\`
  return phpFile('Topgate\\Response', uses, (php) => {
    php.lines(phpComment([api.title], [api.method]))
    php.line(`final readonly class ${api.name}Response extends Response`)
    php.block('{', () => {
      writeMembers(php, api.response, structs, ['?Received $received = null,'])
      php.block(') {', () => php.line('parent::__construct($received);'))
      php.line()
      writeFields(php, api.response, structs)
    })
  })
}

/** The class of a struct of a response. */
export function phpResponseStruct(api: SdkApi, { name, about, fields }: SdkStruct): string {
  return phpFile(`Topgate\\Response\\${api.name}Response`, ['Topgate\\Schema\\Field'], (php) => {
    php.lines(phpComment([about]))
    php.line(`final readonly class ${name}`)
    php.block('{', () => {
      writeMembers(php, fields, '', [
        '/** @var array<string, mixed> members that the documentation does not name */',
        'public array $unknown_fields = [],',
      ])
      php.line(') {').line('}').line()
      writeFields(php, fields, '')
    })
  })
}

function writeMembers(
  php: CodeWriter,
  fields: readonly SdkField[],
  structs: string,
  more: readonly string[],
): void {
  php.line('public function __construct(')
  php.indented(() => {
    for (const field of fields) {
      const { type } = field
      const items = type.kind === 'list' ? `list<${itemType(type.item, structs)}>|null` : ''
      php.lines(fieldComment(field, items))
      php.line(`public ${memberType(type, structs)} $${field.name} = null,`)
    }
    php.lines(more)
  })
}

function itemType(type: SdkType, structs: string): string {
  return memberType(type, structs).replace(/^\?/, '')
}

/** Everything may be absent, whatever the documentation says. */
function memberType(type: SdkType, structs: string): string {
  switch (type.kind) {
    case 'text':
    case 'json':
    case 'decimal':
    case 'bytes':
      return '?string'
    case 'int64':
    case 'byte':
      return '?int'
    case 'flag':
      return '?bool'
    case 'moment':
      return '?\\DateTimeImmutable'
    case 'any':
      return 'mixed'
    case 'struct':
      return `?${structs}${type.struct.name}`
    case 'list':
      return '?array'
    default:
      return type satisfies never
  }
}
